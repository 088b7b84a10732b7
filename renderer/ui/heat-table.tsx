import { type KeyboardEvent, useRef, useState } from 'react';
import { type Behind, figureOf, useOpenBehind } from '../lib/behind';
import classes from './heat-table.module.css';

export interface HeatCell {
  readonly words: string;
  /** 0 = pale, 1 = as dark as it gets. */
  readonly shade: number;
  readonly behind?: Behind | undefined;
}

interface HeatTableProps {
  readonly label: string;
  /** What the names at the side are. */
  readonly corner: string;
  readonly columns: readonly string[];
  /** Null where there can be no figure. */
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly cells: readonly (HeatCell | null)[];
  }[];
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** As many steps as an eye tells apart. */
const SHADES = 6;
const shadeOf = (shade: number): number => Math.round(Math.max(0, Math.min(1, shade)) * SHADES);

/** A table of figures, the greater the darker: walked by all four arrows, Enter opens whom a figure counts. */
export function HeatTable({ label, corner, columns, rows }: HeatTableProps) {
  const [[atRow, atColumn], setAt] = useState<readonly [number, number]>([0, 0]);
  const body = useRef<HTMLTableSectionElement>(null);
  const open = useOpenBehind();
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      const to = [
        Math.max(0, Math.min(rows.length - 1, atRow + step[0])),
        Math.max(0, Math.min(columns.length - 1, atColumn + step[1])),
      ] as const;
      body.current?.querySelector<HTMLElement>(`[data-at="${to[0]}-${to[1]}"]`)?.focus();
    } else if (event.key === 'Enter') {
      const behind = rows[atRow]?.cells[atColumn]?.behind;
      if (behind !== undefined) open(behind);
    } else return;
    event.preventDefault();
  };
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by keyboard is a grid */}
      <table className={`${classes.heat} numbers`} role="grid" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={press}>
          {rows.map(({ id, name, cells }, row) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {columns.map((of, column) => {
                const cell = cells[column] ?? null;
                const behind = cell?.behind;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the body has the keys
                  <td
                    key={of}
                    data-at={`${row}-${column}`}
                    data-figure={behind && figureOf(behind.title)}
                    tabIndex={row === atRow && column === atColumn ? 0 : -1}
                    data-shade={cell === null ? undefined : shadeOf(cell.shade)}
                    onFocus={() => setAt([row, column])}
                    onClick={() => behind !== undefined && open(behind)}
                  >
                    {cell?.words ?? ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
