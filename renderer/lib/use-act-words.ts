import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What was done, in plain words; of a newer Shuke's acts, which have none here, the name itself. */
export function useActWords(): (act: string) => string {
  const { t, i18n } = useTranslation('audit');
  return useCallback(
    // Every channel has words: a test walks the contract.
    (act) => (i18n.exists(`audit:act.${act}`) ? t(`act.${act as 'points.adjust'}`) : act),
    [t, i18n],
  );
}
