import { useTranslation } from 'react-i18next';
import { useHeadOfficeMark } from '../../features/head-office/use-rail-mark';
import { useTillMark } from '../../features/pos/use-rail-mark';
import { RailBadge, type RailMark } from '../../ui/rail-badge';

/** What waits in the office: one badge for head office and the till together, the more pressing one first. */
export function OfficeBadge() {
  const { t } = useTranslation('common');
  const till = useTillMark();
  const headOffice = useHeadOfficeMark();
  const waiting = [till, headOffice].filter((each) => each !== null);
  if (waiting.length === 0) return null;
  const count = (kind: RailMark['kind']) =>
    waiting.reduce((sum, { mark }) => sum + (mark.kind === kind ? mark.count : 0), 0);
  return (
    <RailBadge
      words={waiting.map(({ words }) => words).join(t('badgeAnd'))}
      marks={[
        { kind: 'late', count: count('late') },
        { kind: 'soon', count: count('soon') },
      ]}
    />
  );
}
