import { useTranslation } from 'react-i18next';
import { useAliveWords } from '../../../../lib/alive-words';
import type { Warning } from '../../api';

/** Why somebody is on the list, in words: "usually every 9 days, silent for 31" (S18). */
export function useReasonWords(): (warning: Warning) => string {
  const { t } = useTranslation('insights');
  const alive = useAliveWords();
  return ({ usualGap, silentDays, alivePerMille }) =>
    usualGap === null
      ? t('warned.reason_model', { days: silentDays, alive: alive(alivePerMille) })
      : t('warned.reason', { gap: usualGap, days: silentDays });
}
