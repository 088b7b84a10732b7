import { useMergedRef } from '@mantine/hooks';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import classes from './row-list.module.css';

interface RowListProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
  readonly onOpen: (row: Row) => void;
  /** The row whose details are open. */
  readonly openId?: string | null;
  readonly ref?: Ref<HTMLDivElement> | undefined;
}

/** Rows by keyboard: one stop for Tab, arrows within, Enter opens. */
export function RowList<Row>({ label, rows, idOf, children, onOpen, openId = null, ref }: RowListProps<Row>) {
  const [active, setActive] = useState(0);
  const prefix = useId();
  const own = useRef<HTMLDivElement>(null);
  const merged = useMergedRef(own, ref);
  const at = Math.min(active, rows.length - 1);
  const moved = useRef(false);
  useLayoutEffect(() => {
    // Only for whoever moves within it: a list that appears must not pull the screen to itself.
    if (!moved.current) return;
    moved.current = false;
    own.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return; // a key of the screen, not of the list
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = rows[at];
    if (to !== undefined) {
      moved.current = true;
      setActive(Math.max(0, Math.min(rows.length - 1, to)));
    } else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const current = rows[at];
  return (
    <div
      ref={merged}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      className={classes.list}
      aria-activedescendant={current === undefined ? undefined : `${prefix}${idOf(current)}`}
      onKeyDown={press}
    >
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys (aria-activedescendant)
        <div
          key={idOf(row)}
          id={`${prefix}${idOf(row)}`}
          role="option"
          tabIndex={-1}
          data-at={index}
          aria-selected={index === at}
          data-open={idOf(row) === openId || undefined}
          className={classes.row}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            setActive(index);
            onOpen(row);
          }}
        >
          {children(row)}
        </div>
      ))}
    </div>
  );
}
