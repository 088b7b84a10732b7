import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showTable } from '../../../../lib/figures-view';
import { money, roughMoney } from '../../../../lib/format';
import type { Table } from '../../../../lib/table';
import { TierMark } from '../../../../ui/tier-mark';
import { useChosenRow } from '../../../../ui/use-row-keys';
import type { Warning } from '../../api';
import { useReasonWords } from './reason';
import classes from './warned-table.module.css';

interface WarnedTableProps {
  readonly rows: readonly Warning[];
  readonly chosen: string | null;
  readonly onChoose: (memberId: string) => void;
  readonly onOpen: (memberId: string) => void;
}

/** The most valuable first. Rows are chosen by arrow and opened by Enter. */
export function WarnedTable({ rows, chosen, onChoose, onOpen }: WarnedTableProps) {
  const { t } = useTranslation(['insights', 'segments']);
  const reason = useReasonWords();
  const keys = useChosenRow({ ids: rows.map(({ memberId }) => memberId), chosen, onChoose, onOpen });
  const table = useRef<HTMLTableElement>(null);
  useExported(table, rows);
  return (
    <div className={classes.scroller}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keyboard is a grid
        role="grid"
        className={`${classes.table} numbers`}
        aria-label={t('insights:warned.title')}
      >
        <thead>
          <tr>
            <th scope="col">{t('insights:head.member')}</th>
            <th scope="col">{t('insights:warned.why')}</th>
            <th scope="col" data-number="">
              {t('insights:head.money_year')}
            </th>
            <th scope="col" data-number="">
              {t('insights:warned.expected')}
            </th>
            <th scope="col">{t('insights:warned.care')}</th>
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {rows.map((row, index) => (
            <tr
              key={row.memberId}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={row.memberId === chosen}
              onFocus={() => onChoose(row.memberId)}
              onClick={() => onOpen(row.memberId)}
            >
              <th scope="row">
                <strong>{row.name || t('insights:warned.nameless')}</strong> <TierMark tier={row.tier} />
                <span className={classes.second}>
                  {row.phoneMasked} · {t(`segments:choice.class.${row.class}`)}
                </span>
              </th>
              <td>{reason(row)}</td>
              <td data-number="">{money(row.yearMoney)}</td>
              <td data-number="">{row.expectedMoney === null ? '—' : roughMoney(row.expectedMoney)}</td>
              <td>{t(row.taskId === null ? 'insights:warned.no_task' : 'insights:warned.has_task')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What F10 writes: the same rows, as values. */
function useExported(element: RefObject<HTMLElement | null>, rows: readonly Warning[]) {
  const { t } = useTranslation('insights');
  const reason = useReasonWords();
  useEffect(() => {
    if (element.current === null) return;
    const table: Table = {
      title: t('warned.title'),
      columns: [
        { name: t('head.member'), kind: 'text' },
        { name: t('warned.phone'), kind: 'text' },
        { name: t('warned.why'), kind: 'text' },
        { name: t('warned.last'), kind: 'date' },
        { name: t('head.money_year'), kind: 'money' },
        { name: t('warned.expected'), kind: 'money' },
      ],
      rows: rows.map((row) => ({
        id: row.memberId,
        cells: [row.name, row.phoneMasked, reason(row), row.lastOn, row.yearMoney, row.expectedMoney],
      })),
    };
    return showTable({ section: element.current, table });
  });
}
