import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money, share, whole } from '../../../lib/format';
import { useRowKeys } from '../../../ui/use-row-keys';
import type { Liability } from '../api';
import type { LapseRow } from '../lapse-rows';
import classes from './liability.module.css';

interface LiabilityTableProps {
  readonly rows: readonly LapseRow[];
  readonly owed: Liability;
}

/** The figures behind the chart, soonest lapse first. */
export function LiabilityTable({ rows, owed }: LiabilityTableProps) {
  const { t } = useTranslation('points');
  const [at, setAt] = useState(0);
  const keys = useRowKeys({ count: rows.length, at, onMove: setAt });
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keyboard is a grid */}
      <table className={`${classes.table} numbers`} role="grid" aria-label={t('liability.table')}>
        <thead>
          <tr>
            <th scope="col">{t('liability.month')}</th>
            <th scope="col">{t('liability.pointsColumn')}</th>
            <th scope="col">{t('liability.worthColumn')}</th>
            <th scope="col">{t('liability.shareColumn')}</th>
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              onFocus={() => setAt(index)}
            >
              <th scope="row">{row.name}</th>
              <td>{whole(row.points)}</td>
              <td>{money(row.worth)}</td>
              <td>{share(row.points, owed.points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('liability.total')}</th>
            <td>{whole(owed.points)}</td>
            <td>{money(owed.worth)}</td>
            <td>{share(owed.points, owed.points)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
