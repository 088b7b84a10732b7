import { useTranslation } from 'react-i18next';
import { RailBadge } from '../../../ui/rail-badge';
import { useCounts } from '../api';

/** How many tasks are ready to be done now; nothing where there is nothing to do. */
export function CareBadge() {
  const { t } = useTranslation('care');
  const { data } = useCounts();
  if (data === undefined || data.ready === 0) return null;
  return (
    <RailBadge
      words={t('badge.ready', { count: data.ready })}
      marks={[{ kind: 'open', count: data.ready }]}
    />
  );
}
