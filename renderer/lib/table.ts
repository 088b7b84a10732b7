import type { ColumnKind, TableCell, TableColumn } from '@domain/exchange/table';
import { isBusinessDate } from '@domain/units';
import { useCallback } from 'react';
import type { Behind } from './behind';
import { money, share, whole } from './format';
import { useFormat } from './store-context';

/** What a figure is made of, as values: the screen words them, a file keeps them as they are. */
export interface Table {
  /** The question that it answers. */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly {
    readonly id: string;
    /** The first names the row. */
    readonly cells: readonly TableCell[];
    /** The members that the row counts. */
    readonly behind?: Behind | undefined;
  }[];
  readonly total?: readonly TableCell[] | undefined;
}

/** A value as its column means it; `—` where nothing is known. */
export function useCellWords(): (kind: ColumnKind | undefined, value: TableCell | undefined) => string {
  const format = useFormat();
  return useCallback(
    (kind, value) => {
      if (value === null || value === undefined) return '—';
      if (typeof value === 'string')
        return kind === 'date' && isBusinessDate(value) ? format.date(value) : value;
      if (kind === 'money') return money(value);
      if (kind === 'percent') return share(value, 1);
      return kind === 'decimal' ? value.toFixed(2) : whole(value);
    },
    [format],
  );
}
