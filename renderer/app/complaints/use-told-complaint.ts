import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { openComplaint } from '../../features/complaints/desk-state';

/** Whoever clicks a warning on the desktop wants to see that complaint, whatever screen is open. */
export function useToldComplaint(): void {
  const navigate = useNavigate();
  useEffect(
    () =>
      window.shuke.onEvent((event) => {
        if (event.type !== 'open-complaint') return;
        openComplaint(event.complaintId);
        void navigate({ to: '/complaints' });
      }),
    [navigate],
  );
}
