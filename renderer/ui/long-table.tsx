import { useMergedRef } from '@mantine/hooks';
import { type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import classes from './long-table.module.css';
import type { useLongTable } from './use-long-table';

interface LongTableProps<Row> {
  readonly label: string;
  /** Says how wide the columns are: `--columns` for the head and every row. */
  readonly className: string | undefined;
  readonly rows: ReturnType<typeof useLongTable>;
  /** The row at a place; undefined while it is still on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly onOpen: (id: string) => void;
  /** The cells of the head. */
  readonly heads: ReactNode;
  /** The cells of a row. */
  readonly children: (row: Row | undefined) => ReactNode;
  /** It has the focus once it is there; false where somebody is typing beside it. */
  readonly takesFocus?: boolean;
  readonly ref?: Ref<HTMLTableElement>;
}

/** However many rows there are, only those in sight exist: arrows choose, Enter and a click open. */
export function LongTable<Row extends { readonly id: string }>(props: LongTableProps<Row>) {
  const {
    label,
    className = '',
    rows,
    rowAt,
    onOpen,
    heads,
    children,
    takesFocus = true,
    ref = null,
  } = props;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes up
  useEffect(() => {
    if (takesFocus) table.current?.focus({ preventScroll: true });
  }, []);
  const open = (index: number) => {
    rows.move(index);
    const row = rowAt(index);
    if (row !== undefined) onOpen(row.id);
  };
  return (
    <div ref={rows.scroller} className={classes.scroller}>
      <table
        ref={useMergedRef(table, ref)}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by arrows is a grid
        role="grid"
        className={`${classes.sheet} ${className} numbers`}
        style={{ height: rows.height }}
        aria-label={label}
        aria-rowcount={rows.total + 1}
        aria-activedescendant={`${id}${rows.active}`}
        tabIndex={0}
        onKeyDown={(event) => rows.press(event, open)}
      >
        <thead>
          <tr aria-rowindex={1} className={classes.head} style={{ height: rows.head }}>
            {heads}
          </tr>
        </thead>
        <tbody>
          {rows.items.map(({ index, start }) => (
            <tr
              key={index}
              id={`${id}${index}`}
              aria-rowindex={index + 2}
              aria-selected={index === rows.active}
              className={classes.row}
              style={{ height: rows.row, transform: `translateY(${start}px)` }}
              onClick={() => open(index)}
            >
              {children(rowAt(index))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadCellProps {
  readonly column: string;
  /** The list is in the order of this column, the largest or latest first. */
  readonly sorted: boolean;
  /** Puts it into that order; null where the column is none. */
  readonly onSort: (() => void) | null;
  readonly children: ReactNode;
}

/** The head of a column; where the column is an order, a click puts the list into it. */
export function HeadCell({ column, sorted, onSort, children }: HeadCellProps) {
  return (
    <th scope="col" data-column={column} {...(sorted ? { 'aria-sort': 'descending' as const } : {})}>
      {onSort === null ? (
        children
      ) : (
        <button type="button" className={classes.sort} onClick={onSort}>
          {children}
          {sorted ? ' ↓' : ''}
        </button>
      )}
    </th>
  );
}

/** In a cell whose row is still on its way. */
export const ComingCell = () => <span className={classes.bone} />;
