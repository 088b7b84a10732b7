import { useNavigate } from '@tanstack/react-router';
import { showPart } from '../office/office-state';
import { closeWho } from './who-state';

/** To the staff page, where PINs are set. */
export function useShowStaff(): () => void {
  const navigate = useNavigate();
  return () => {
    closeWho();
    showPart('staff');
    void navigate({ to: '/office' });
  };
}
