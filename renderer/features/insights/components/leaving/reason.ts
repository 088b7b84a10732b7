import { useTranslation } from 'react-i18next';
import { useAliveWords } from '../../../../lib/alive-words';
import { whole } from '../../../../lib/format';
import type { Warning } from '../../api';

/** Why somebody is on the list, in words: "usually every 9 days, silent for 31" (S18). */
export function useReasonWords(): (warning: Warning) => string {
  const { t } = useTranslation(['insights', 'segments']);
  const alive = useAliveWords();
  const span = (count: number) => t('segments:unit.days', { count, amount: whole(count) });
  return ({ usualGap, silentDays, alivePerMille }) =>
    usualGap === null
      ? t('insights:warned.reason_model', { days: span(silentDays), alive: alive(alivePerMille) })
      : t('insights:warned.reason', { gap: span(usualGap), days: span(silentDays) });
}
