import { useTranslation } from 'react-i18next';

/** Where one word gives way to the next, in per mille; the lowest is the rule's "lost" below 300 (S25). */
const SURE = 850;
const LIKELY = 600;
const UNSURE = 300;

/** How likely it is that they come again, in words of everyday; `—` where there is no model. */
export function useAliveWords(): (perMille: number | null) => string {
  const { t } = useTranslation('common');
  return (perMille) => {
    if (perMille === null) return '—';
    if (perMille >= SURE) return t('alive.sure');
    if (perMille >= LIKELY) return t('alive.likely');
    return t(perMille >= UNSURE ? 'alive.unsure' : 'alive.unlikely');
  };
}
