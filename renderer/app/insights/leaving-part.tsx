import { useNavigate } from '@tanstack/react-router';
import { Leaving } from '../../features/insights/screens/leaving';
import { openMember } from '../counter/counter-state';

/** Whoever is about to leave is opened where members are served. */
export function LeavingPart() {
  const navigate = useNavigate();
  return (
    <Leaving
      onMember={(memberId) => {
        openMember(memberId);
        void navigate({ to: '/counter' });
      }}
    />
  );
}
