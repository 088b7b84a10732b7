import { useTranslation } from 'react-i18next';
import { useCounts } from '../api';
import classes from './care-badge.module.css';

/** How many tasks are ready to be done now; nothing where there is nothing to do. */
export function CareBadge() {
  const { t } = useTranslation('care');
  const { data } = useCounts();
  if (data === undefined || data.ready === 0) return null;
  const words = t('badge.ready', { count: data.ready });
  return (
    <span className={classes.badge} title={words}>
      <span aria-hidden="true">{data.ready > 99 ? '99+' : data.ready}</span>
      <span className={classes.words}>{words}</span>
    </span>
  );
}
