import { type ReactNode, type Ref, useId } from 'react';
import type { useRowsInSight } from '../lib/use-rows-in-sight';
import classes from './long-table.module.css';

interface LongTableProps {
  readonly label: string;
  /** Says how wide the columns are: `--columns` for the head and every row. */
  readonly className: string | undefined;
  /** Height in pixels of the head and of a row, as `sight` was told them. */
  readonly head: number;
  readonly row: number;
  readonly sight: ReturnType<typeof useRowsInSight>;
  /** All rows, in sight or not. */
  readonly total: number;
  readonly active: number;
  readonly onOpen: (index: number) => void;
  /** The cells of the head. */
  readonly heads: ReactNode;
  /** The cells of the row at that place. */
  readonly children: (index: number) => ReactNode;
  readonly ref?: Ref<HTMLTableElement>;
}

/** However many rows there are, only those in sight exist: arrows choose, Enter and a click open. */
export function LongTable(props: LongTableProps) {
  const { label, className = '', head, row, sight, total, active, onOpen, heads, children, ref } = props;
  const id = useId();
  return (
    <div ref={sight.scroller} className={classes.scroller}>
      <table
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by arrows is a grid
        role="grid"
        className={`${classes.sheet} ${className} numbers`}
        style={{ height: sight.height }}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-activedescendant={`${id}${active}`}
        tabIndex={0}
        onKeyDown={sight.press}
      >
        <thead>
          <tr aria-rowindex={1} className={classes.head} style={{ height: head }}>
            {heads}
          </tr>
        </thead>
        <tbody>
          {sight.items.map(({ index, start }) => (
            <tr
              key={index}
              id={`${id}${index}`}
              aria-rowindex={index + 2}
              aria-selected={index === active}
              className={classes.row}
              style={{ height: row, transform: `translateY(${start}px)` }}
              onClick={() => onOpen(index)}
            >
              {children(index)}
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
