import type { BackTest as Tested } from '@domain/insights/findings';
import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { Table } from '../../../lib/table';
import { Question } from '../../../ui/question';
import page from './part-page.module.css';

/** The highest row stands for so many purchases and more. */
const AND_MORE = 6;

/** How well the model foretold what is known already; always beside what it foretells. */
export function BackTest({ of }: { readonly of: Tested | null }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  if (of === null) return <p className={page.note}>{t('back_test.none')}</p>;
  const { foretold, real, meanError, naiveError } = of;
  const table: Table = {
    title: t('back_test.question'),
    columns: [
      { name: t('back_test.bought_before'), kind: 'text' },
      { name: t('head.members'), kind: 'whole' },
      { name: t('back_test.foretold'), kind: 'decimal' },
      { name: t('back_test.real'), kind: 'decimal' },
    ],
    rows: of.byFrequency.map((row) => ({
      id: String(row.purchases),
      cells: [
        t(row.purchases >= AND_MORE ? 'back_test.times_more' : 'back_test.times', { count: row.purchases }),
        row.members,
        row.foretold,
        row.real,
      ],
    })),
  };
  return (
    <Question
      table={table}
      why={t('back_test.why')}
      answer={t('back_test.answer', {
        from: format.date(of.fittedUpTo),
        until: format.date(of.until),
        foretold: whole(Math.round(foretold)),
        real: whole(real),
        off: share(Math.abs(foretold - real), real),
        error: meanError.toFixed(2),
        naive: naiveError.toFixed(2),
        verdict: t(meanError < naiveError ? 'back_test.better' : 'back_test.worse'),
      })}
    />
  );
}
