import { type ReactNode, useState } from 'react';
import { useRowKeys } from '../../../ui/use-row-keys';
import classes from './results.module.css';

export interface TableProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}

/** The figures behind a chart, walked by arrows. */
export function FigureTable({ label, columns, rows }: TableProps) {
  const [at, setAt] = useState(0);
  const keys = useRowKeys({ count: rows.length, at, onMove: setAt });
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keyboard is a grid */}
      <table className={`${classes.table} numbers`} role="grid" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {rows.map(({ id, cells: [name, ...figures] }, index) => (
            <tr
              key={id}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              onFocus={() => setAt(index)}
            >
              <th scope="row">{name}</th>
              {figures.map((figure, column) => (
                <td key={columns[column + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
