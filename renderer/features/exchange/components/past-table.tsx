import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import classes from './past-table.module.css';

export interface PastColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Says the whole on hover; the cell itself may then be cut short. */
  readonly title?: (row: Row) => string;
}

interface PastTableProps<Row> {
  readonly of: UseQueryResult<Row[], Error>;
  readonly label: string;
  readonly empty: string;
  readonly columns: readonly PastColumn<Row>[];
}

/** What was done before, newest first: imports, or exports. */
export function PastTable<Row extends { readonly id: string }>({
  of,
  label,
  empty,
  columns,
}: PastTableProps<Row>) {
  return (
    <Awaited
      of={of}
      skeleton={<Bones rows={3} height={36} />}
      isEmpty={(rows) => rows.length === 0}
      empty={<p className={classes.empty}>{empty}</p>}
    >
      {(rows) => (
        <div className={classes.scroller}>
          <table className={`${classes.table} numbers`} aria-label={label}>
            <thead>
              <tr>
                {columns.map(({ head, numeric }) => (
                  <th key={head} scope="col" className={numeric === true ? classes.number : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {columns.map(({ head, cell, numeric, title }) => (
                    <td
                      key={head}
                      className={numeric === true ? classes.number : title && classes.name}
                      title={title?.(row)}
                    >
                      {cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Awaited>
  );
}
