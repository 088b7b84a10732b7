import type { ComplaintFilters } from '@contract/complaints';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useRowsInSight } from '../../../../lib/use-rows-in-sight';
import type { FoundComplaint } from '../../api';
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

/** What was found, however many: only the rows in sight exist. Arrows choose, Enter opens. */
export function ResultsTable({ filters, total, active, onOpen, gridRef }: ResultsTableProps) {
  const { t } = useTranslation('complaints');
  const { scroller, items, height, press } = useRowsInSight({
    ...{ count: total, row: ROW, head: HEAD, active, onMove: moveTo },
    onEnter: (index) => open(index, at(index)),
  });
  const at = useArchiveWindow(filters, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  const open = (index: number, row: FoundComplaint | undefined) => {
    moveTo(index);
    if (row !== undefined) onOpen(row.id);
  };
  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        ref={gridRef}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by arrows is a grid
        role="grid"
        className={classes.sheet}
        style={{ height }}
        aria-label={t('archive.results')}
        aria-rowcount={total + 1}
        aria-activedescendant={`complaint-row-${active}`}
        tabIndex={0}
        onKeyDown={press}
      >
        <thead>
          <tr aria-rowindex={1} className={classes.head}>
            <th scope="col">{t('archive.number')}</th>
            <th scope="col">{t('archive.received')}</th>
            <th scope="col">{t('archive.complaint')}</th>
            <th scope="col">{t('archive.state')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ index }) => (
            <tr
              key={index}
              id={`complaint-row-${index}`}
              aria-rowindex={index + 2}
              aria-selected={index === active}
              className={classes.row}
              style={{ transform: `translateY(${HEAD + index * ROW}px)` }}
              onClick={() => open(index, at(index))}
            >
              <ResultRow row={at(index)} search={filters.text} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
