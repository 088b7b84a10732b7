import { useTranslation } from 'react-i18next';
import type { RailMark } from '../../ui/rail-badge';
import { usePosState } from './api';
import { NEEDS_SOMEBODY } from './health';

/** What the till's folder needs a person for; null where it needs nobody: most receipts are of no member. */
export function useTillMark(): { readonly words: string; readonly mark: RailMark } | null {
  const { t } = useTranslation('pos');
  const { data } = usePosState();
  if (data === undefined || data.source === null || data.source.paused) return null;
  const { health, lastFile } = data;
  const mark: RailMark = { kind: 'late', count: 1 };
  if (NEEDS_SOMEBODY.some((need) => need === health))
    return { words: t(`health.${health}`, { name: data.source.name }), mark };
  if (lastFile === null || (lastFile.failure === null && lastFile.counts.refused === 0)) return null;
  return { words: t('fileTrouble', { file: lastFile.name }), mark };
}
