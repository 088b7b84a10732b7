import { useTranslation } from 'react-i18next';
import { RailBadge } from '../../../ui/rail-badge';
import { useComplaintCounts } from '../api';

/** How many complaints are late, how many soon will be; where nothing presses, how many are open. */
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
    <RailBadge
      words={words}
      marks={[
        { kind: 'late', count: overdue },
        { kind: 'soon', count: dueSoon },
        { kind: 'open', count: overdue + dueSoon === 0 ? open : 0 },
      ]}
    />
  );
}
