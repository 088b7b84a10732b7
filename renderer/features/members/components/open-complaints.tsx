import type { MemberCard } from '@contract/members';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import classes from './open-complaints.module.css';

interface OpenComplaintsProps {
  readonly complaints: MemberCard['openComplaints'];
  readonly onOpen: () => void;
}

/** An open complaint stands above everything else, with the time that is left (S82). */
export function OpenComplaints({ complaints, onOpen }: OpenComplaintsProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return complaints.map(({ id, number, what, dueAt }) => {
    const left = dueAt - format.now;
    return (
      <button key={id} type="button" className={classes.bar} onClick={onOpen} tabIndex={-1}>
        <span className={classes.what} title={what}>
          {t('complaint.open', { number, what })}
        </span>
        <span className={classes.due} title={format.dateTime(dueAt)}>
          {left > 0
            ? t('complaint.left', { span: format.span(left) })
            : t('complaint.over', { span: format.span(left) })}
        </span>
      </button>
    );
  });
}
