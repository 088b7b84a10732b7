import type { ComplaintFilters } from '@contract/complaints';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { LongTable } from '../../../../ui/long-table';
import { useLongTable } from '../../../../ui/use-long-table';
import { moveTo } from '../../archive-state';
import { useArchiveWindow } from '../../use-archive-window';
import classes from './archive.module.css';
import { ResultRow } from './result-row';

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
  const rows = useLongTable({ total, row: 52, head: 28, remembered: { active, move: moveTo } });
  const at = useArchiveWindow(filters, rows);
  return (
    <LongTable
      ref={gridRef}
      label={t('archive.results')}
      className={classes.results}
      rows={rows}
      rowAt={at}
      onOpen={onOpen}
      takesFocus={false}
      heads={(['number', 'received', 'complaint', 'state'] as const).map((column) => (
        <th key={column} scope="col" data-column={column}>
          {t(`archive.${column}`)}
        </th>
      ))}
    >
      {(row) => <ResultRow row={row} search={filters.text} />}
    </LongTable>
  );
}
