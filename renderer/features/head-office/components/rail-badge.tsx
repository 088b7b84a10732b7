import { useTranslation } from 'react-i18next';
import { useStanding } from '../api';
import classes from './rail-badge.module.css';

/** What head office waits for, or asks: a framed number, with the words behind it. */
export function HeadOfficeBadge() {
  const { t } = useTranslation('headOffice');
  const { data } = useStanding();
  if (data === undefined || data.waiting === 0) return null;
  const pressing = data.due.state === 'overdue' || data.unanswered.late;
  const words = t('badge', { count: data.waiting });
  return (
    <span className={classes.badge} data-late={pressing || undefined} title={words}>
      <span className={classes.words}>{words}</span>
      <span aria-hidden="true">{pressing ? `!${data.waiting}` : data.waiting}</span>
    </span>
  );
}
