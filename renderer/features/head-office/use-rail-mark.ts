import { useTranslation } from 'react-i18next';
import type { RailMark } from '../../ui/rail-badge';
import { useStanding } from './api';

/** What head office waits for, or asks; null where it waits for nothing. */
export function useHeadOfficeMark(): { readonly words: string; readonly mark: RailMark } | null {
  const { t } = useTranslation('headOffice');
  const { data } = useStanding();
  if (data === undefined || data.waiting === 0) return null;
  const pressing = data.due.state === 'overdue' || data.unanswered.late;
  return {
    words: t('badge', { count: data.waiting }),
    mark: { kind: pressing ? 'late' : 'soon', count: data.waiting },
  };
}
