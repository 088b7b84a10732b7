import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { percentWords, scoreWords } from '../../../lib/percent-words';
import { useFormat } from '../../../lib/store-context';
import { FigureTable } from '../../../ui/figure-table';
import type { Results } from '../api';

/** The figures behind the trend, the oldest month first as in the chart. */
export function TrendTable({ months }: { readonly months: Results['months'] }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const percent = (value: number | null) => (value === null ? '—' : percentWords(value));
  return (
    <FigureTable
      label={t('results.table')}
      columns={[
        t('results.month'),
        t('results.answersColumn'),
        t('goal.satisfaction'),
        t('goal.wordOfMouth'),
        t('nps.name'),
      ]}
      rows={months.map(({ month, answers, satisfaction, wordOfMouth, nps }) => ({
        id: month,
        cells: [
          format.month(month),
          whole(answers),
          percent(satisfaction),
          percent(wordOfMouth),
          nps === null ? '—' : scoreWords(nps),
        ],
      }))}
    />
  );
}
