import { useTranslation } from 'react-i18next';
import { money, spanWords } from '../../lib/format';
import { useLocale } from '../../lib/store-context';
import type { ExerciseView } from './api';

/** An exercise in the words of the shop, with the names and sums of this practice store. */
export function useTaskWords() {
  const { t } = useTranslation('practice');
  const locale = useLocale();
  return ({ exercise, who, amount, tookMs }: ExerciseView) => {
    const values = {
      name: who?.name ?? '',
      tail: who?.tail ?? '',
      amount: amount === null ? '' : money(amount),
    };
    return {
      title: t(`drill.${exercise}.title`),
      task: t(`drill.${exercise}.task`, values),
      how: t(`drill.${exercise}.how`, values),
      /** Empty for what was not taken up yet. */
      took: tookMs === null ? '' : spanWords(tookMs, locale),
    };
  };
}
