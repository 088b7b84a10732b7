import { useTranslation } from 'react-i18next';
import type { Task } from '../api';
import classes from './task-view.module.css';

interface OpenComplaintProps {
  readonly complaint: Task['openComplaint'];
  readonly onOpen: (complaintId: string) => void;
}

/**
 * It comes before anything else that is said (S62, S82). Once it is resolved it is no alarm any more: a
 * follow-up asks about it, and it only waits to be closed.
 */
export function OpenComplaint({ complaint, onOpen }: OpenComplaintProps) {
  const { t } = useTranslation('care');
  if (complaint === null) return null;
  const { id, number, what, state } = complaint;
  const resolved = state === 'resolved';
  return (
    <button
      type="button"
      className={classes.complaint}
      data-resolved={resolved || undefined}
      onClick={() => onOpen(id)}
    >
      {t(resolved ? 'task.complaint_to_close' : 'task.complaint', { number, what })}
    </button>
  );
}
