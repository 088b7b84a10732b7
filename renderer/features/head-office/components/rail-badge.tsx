import { useTranslation } from 'react-i18next';
import { RailBadge } from '../../../ui/rail-badge';
import { useStanding } from '../api';

/** What head office waits for, or asks. */
export function HeadOfficeBadge() {
  const { t } = useTranslation('headOffice');
  const { data } = useStanding();
  if (data === undefined || data.waiting === 0) return null;
  const pressing = data.due.state === 'overdue' || data.unanswered.late;
  return (
    <RailBadge
      words={t('badge', { count: data.waiting })}
      marks={[{ kind: pressing ? 'late' : 'soon', count: data.waiting }]}
    />
  );
}
