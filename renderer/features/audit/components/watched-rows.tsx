import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { change, money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { useActWords } from '../../../lib/use-act-words';
import { useRowKeys } from '../../../ui/use-row-keys';
import type { Watched } from '../api';
import classes from './audit.module.css';

interface WatchedRowsProps {
  readonly watched: Watched;
  readonly onMember: (memberId: string) => void;
}

/** What lies behind a finding, row by row; Enter opens the member. */
export function WatchedRows({ watched, onMember }: WatchedRowsProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const actWords = useActWords();
  const [at, setAt] = useState(0);
  const { rows, code, limit, count } = watched;
  const open = (row: number) => {
    const memberId = rows[row]?.member?.id;
    if (memberId !== undefined) onMember(memberId);
  };
  const keys = useRowKeys({ count: rows.length, at, onMove: setAt, onOpen: open });
  return (
    <article className={classes.entry} aria-label={t(`watch.code.${code}`)}>
      <h2 className={classes.title}>{t(`watch.code.${code}`)}</h2>
      <p className={classes.about}>{t(`watch.about.${code}`, { limit })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid */}
      <table className={`${classes.trail} numbers`} role="grid" aria-label={t('watch.rows')}>
        <thead>
          <tr>
            {(['at', 'who', 'member', 'value', 'what'] as const).map((column) => (
              <th key={column} scope="col" data-value={column === 'value' || undefined}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={`${row.kind}${row.id}`}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              onFocus={() => setAt(index)}
              onClick={() => open(index)}
            >
              <td className={classes.at}>{format.dateTime(row.at)}</td>
              <td>{row.staff?.name ?? '—'}</td>
              <td>{row.member?.name ?? '—'}</td>
              <td data-value="">{worthOf(row)}</td>
              <td>
                {[
                  t(`watch.kind.${row.kind}`),
                  row.receiptNo,
                  row.kind === 'entry' ? actWords(row.text) : row.text,
                ]
                  .filter((word) => word !== null && word !== '')
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < count ? <p className="quiet">{t('watch.first', { shown: rows.length })}</p> : null}
    </article>
  );
}

const worthOf = ({ amount, points }: Watched['rows'][number]): string =>
  amount !== null ? money(amount) : points === null ? '—' : change(points);
