import type { ComplaintFilters } from '@contract/complaints';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useRowsInSight } from '../../../../lib/use-rows-in-sight';
import { LongTable } from '../../../../ui/long-table';
import { moveTo } from '../../archive-state';
import { useArchiveWindow } from '../../use-archive-window';
import classes from './archive.module.css';
import { ResultRow } from './result-row';

const HEAD = 28;
const ROW = 52;

interface ResultsTableProps {
  readonly filters: ComplaintFilters;
  readonly total: number;
  readonly active: number;
  readonly onOpen: (complaintId: string) => void;
  readonly gridRef: Ref<HTMLTableElement>;
}

/** What was found, with the words that were looked for marked. */
export function ResultsTable({ filters, total, active, onOpen, gridRef }: ResultsTableProps) {
  const { t } = useTranslation('complaints');
  const open = (index: number) => {
    moveTo(index);
    const row = at(index);
    if (row !== undefined) onOpen(row.id);
  };
  const sight = useRowsInSight({
    ...{ count: total, row: ROW, head: HEAD, active },
    ...{ onMove: moveTo, onEnter: open },
  });
  const { items } = sight;
  const at = useArchiveWindow(filters, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  return (
    <LongTable
      ref={gridRef}
      label={t('archive.results')}
      className={classes.results}
      head={HEAD}
      row={ROW}
      {...{ sight, total, active }}
      onOpen={open}
      heads={(['number', 'received', 'complaint', 'state'] as const).map((column) => (
        <th key={column} scope="col" data-column={column}>
          {t(`archive.${column}`)}
        </th>
      ))}
    >
      {(index) => <ResultRow row={at(index)} search={filters.text} />}
    </LongTable>
  );
}
