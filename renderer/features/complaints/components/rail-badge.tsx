import { useTranslation } from 'react-i18next';
import { useComplaintCounts } from '../api';
import classes from './rail-badge.module.css';

const short = (count: number): string => (count > 99 ? '99+' : String(count));

/**
 * How the complaint desk stands, at a glance from any screen: filled, with an exclamation mark, how many
 * are late; framed, how many soon will be; round, where nothing presses, how many are open. Colour only
 * repeats it, and the words behind it always say all three.
 */
export function ComplaintsBadge() {
  const { t } = useTranslation('complaints');
  const { data } = useComplaintCounts();
  if (data === undefined || data.open === 0) return null;
  const { open, overdue, dueSoon } = data;
  const words = [
    t('badge.open', { count: open }),
    ...(overdue > 0 ? [t('badge.overdue', { count: overdue })] : []),
    ...(dueSoon > 0 ? [t('badge.soon', { count: dueSoon })] : []),
  ].join(t('badge.and'));
  return (
    <span className={classes.badges} title={words}>
      <span className={classes.words}>{words}</span>
      {overdue > 0 || dueSoon > 0 ? null : (
        <span className={classes.open} aria-hidden="true">
          {short(open)}
        </span>
      )}
      {overdue === 0 ? null : (
        <span className={classes.late} aria-hidden="true">
          !{short(overdue)}
        </span>
      )}
      {dueSoon === 0 ? null : (
        <span className={classes.soon} aria-hidden="true">
          {short(dueSoon)}
        </span>
      )}
    </span>
  );
}
