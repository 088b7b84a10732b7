import type { ComplaintRow } from '@contract/complaints';
import { useTranslation } from 'react-i18next';
import { useRowKeys } from '../../../ui/use-row-keys';
import classes from './complaint-table.module.css';
import { TimeLeft } from './time-left';

interface ComplaintTableProps {
  readonly rows: readonly ComplaintRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** What is due first on top. Rows are chosen by arrow and opened by Enter. */
export function ComplaintTable({ rows, chosen, onChoose, onOpen }: ComplaintTableProps) {
  const { t } = useTranslation('complaints');
  const idOf = (row: number, use: (id: string) => void) => {
    const found = rows[row];
    if (found !== undefined) use(found.id);
  };
  const keys = useRowKeys({
    count: rows.length,
    at: rows.findIndex((row) => row.id === chosen),
    onMove: (row) => idOf(row, onChoose),
    onOpen: (row) => idOf(row, onOpen),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid
    <table className={classes.table} role="grid" aria-label={t('list.caption')}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            {t('list.number')}
          </th>
          <th scope="col" className={classes.due}>
            {t('list.due')}
          </th>
          <th scope="col" className={classes.member}>
            {t('list.member')}
          </th>
          <th scope="col">{t('list.reason')}</th>
        </tr>
      </thead>
      <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
        {rows.map((row, index) => (
          <tr
            key={row.id}
            tabIndex={keys.tabIndexOf(index)}
            aria-selected={row.id === chosen}
            onClick={() => {
              onChoose(row.id);
              onOpen(row.id);
            }}
          >
            <td className={`${classes.number} numbers`}>{row.number}</td>
            <td className={classes.due}>
              {row.nextDue === null ? (
                <span className="quiet">{t(`state.${row.state}`)}</span>
              ) : (
                <TimeLeft due={row.nextDue} />
              )}
            </td>
            <td className={classes.member}>{row.memberName ?? t('walk_in')}</td>
            <td className={classes.reason} title={row.what}>
              {t(`reason.${row.reason}`)}
              <span className={classes.what}>{row.what}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
