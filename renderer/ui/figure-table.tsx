import { type ReactNode, useState } from 'react';
import { type Behind, figureOf, useOpenBehind } from '../lib/behind';
import classes from './figure-table.module.css';
import { useRowKeys } from './use-row-keys';

interface FigureTableProps {
  readonly label: string;
  /** The head of the names, then one for each figure. */
  readonly columns: readonly string[];
  /** Places of the columns that hold words; all others are figures, which stand under each other. */
  readonly words?: readonly number[];
  /** The first cell of a row names it. */
  readonly rows: readonly {
    readonly id: string;
    readonly cells: readonly ReactNode[];
    /** The members that the row counts: Enter opens them. */
    readonly behind?: Behind | undefined;
  }[];
  /** The sums, where they make sense. */
  readonly total?: readonly ReactNode[];
}

/** So many columns fit beside the names in the dock: one less where words follow them. */
const BESIDE_NAMES = 2;

/** The figures behind a chart, walked by arrows; in the dock many of them stand below their name. */
export function FigureTable({ label, columns, words = [], rows, total }: FigureTableProps) {
  const [at, setAt] = useState(0);
  const show = useOpenBehind();
  const open = (behind: Behind | undefined) => {
    if (behind !== undefined) show(behind);
  };
  const keys = useRowKeys({
    count: rows.length,
    at: Math.min(at, rows.length - 1),
    onMove: setAt,
    onOpen: (row) => open(rows[row]?.behind),
  });
  const beside = columns.findLastIndex((_, place) => !words.includes(place));
  const wordsFollow = beside < columns.length - 1;
  return (
    <div className={classes.scroller}>
      <table
        className={`${classes.table} numbers`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by keyboard is a grid
        role="grid"
        aria-label={label}
        data-many={beside > BESIDE_NAMES - (wordsFollow ? 1 : 0) || undefined}
        // Of the dock alone: elsewhere it is a table, which heeds no columns of a grid.
        style={{ gridTemplateColumns: `repeat(${beside}, auto)` }}
      >
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th
                key={column}
                scope="col"
                data-words={words.includes(place) || undefined}
                data-line={place > beside || undefined}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={keys.list} onKeyDown={keys.onKeyDown}>
          {rows.map(({ id, cells, behind }, index) => (
            <tr
              key={id}
              tabIndex={keys.tabIndexOf(index)}
              aria-selected={index === at}
              data-figure={behind && figureOf(behind.title)}
              onFocus={() => setAt(index)}
              onClick={() => open(behind)}
            >
              <Cells columns={columns} words={words} beside={beside} cells={cells} />
            </tr>
          ))}
        </tbody>
        {total === undefined ? null : (
          <tfoot>
            <tr>
              <Cells columns={columns} words={words} beside={beside} cells={total} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface CellsProps extends Required<Pick<FigureTableProps, 'columns' | 'words'>> {
  /** The last column that stands beside the names; words that follow it have a line of their own in the dock. */
  readonly beside: number;
  readonly cells: readonly ReactNode[];
}

function Cells({ columns, words, beside, cells: [name, ...figures] }: CellsProps) {
  return (
    <>
      <th scope="row">{name}</th>
      {figures.map((figure, at) => {
        const place = at + 1;
        return (
          <td
            key={columns[place]}
            data-words={words.includes(place) || undefined}
            data-line={place > beside || undefined}
          >
            {figure}
          </td>
        );
      })}
    </>
  );
}
