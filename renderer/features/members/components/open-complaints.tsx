import type { MemberCard } from '@contract/members';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import classes from './open-complaints.module.css';

interface OpenComplaintsProps {
  readonly complaints: MemberCard['openComplaints'];
  readonly onOpen: (complaintId: string) => void;
}

/** An open complaint stands above everything else, with the time that is left (S82). */
export function OpenComplaints({ complaints, onOpen }: OpenComplaintsProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return complaints.map(({ id, number, what, state, paused, dueAt }) => {
    const left = dueAt - format.now;
    const span = format.span(left);
    // No clock runs while the customer is waited for, nor once it is resolved: it waits for its cause and its measure.
    const due =
      state === 'resolved'
        ? t('complaint.to_close')
        : paused
          ? t('complaint.paused')
          : t(left > 0 ? 'complaint.left' : 'complaint.over', { span });
    return (
      <button key={id} type="button" className={classes.bar} onClick={() => onOpen(id)} tabIndex={-1}>
        <span className={classes.what} title={what}>
          {t(state === 'resolved' ? 'complaint.resolved' : 'complaint.open', { number, what })}
        </span>
        <span className={classes.due} title={format.dateTime(dueAt)}>
          {due}
        </span>
      </button>
    );
  });
}
