import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { useRowKeys } from '../../../ui/use-row-keys';
import type { Results } from '../api';
import { percentWords, scoreWords } from '../percent-words';
import classes from './results.module.css';

/** The figures behind the trend, the oldest month first as in the chart. */
export function TrendTable({ months }: { readonly months: Results['months'] }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const [at, setAt] = useState(0);
  const keys = useRowKeys({ count: months.length, at, onMove: setAt });
  const percent = (value: number | null) => (value === null ? '—' : percentWords(value));
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keyboard is a grid */}
      <table className={classes.table} role="grid" aria-label={t('results.table')}>
        <thead>
          <tr>
            <th scope="col">{t('results.month')}</th>
            <th scope="col">{t('results.answersColumn')}</th>
            <th scope="col">{t('goal.satisfaction')}</th>
            <th scope="col">{t('goal.wordOfMouth')}</th>
            <th scope="col">{t('nps.name')}</th>
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {months.map((month, index) => (
            <tr
              key={month.month}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              onFocus={() => setAt(index)}
            >
              <th scope="row">{format.month(month.month)}</th>
              <td>{whole(month.answers)}</td>
              <td>{percent(month.satisfaction)}</td>
              <td>{percent(month.wordOfMouth)}</td>
              <td>{month.nps === null ? '—' : scoreWords(month.nps)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
