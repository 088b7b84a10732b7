import { type KeyboardEvent, useEffect, useRef } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

interface RowKeys {
  readonly count: number;
  /** The row that the keys start from; -1 when none is chosen. */
  readonly at: number;
  readonly onMove: (row: number) => void;
  /** Absent where a row holds nothing more than it shows. */
  readonly onOpen?: (row: number) => void;
}

/**
 * Rows by keyboard: arrows, page keys, Home and End move and take the focus along, Enter opens; Tab
 * leaves the list. Rows without a tabindex, such as the heading of a group, are passed over.
 */
export function useRowKeys({ count, at, onMove, onOpen }: RowKeys) {
  const list = useRef<HTMLTableSectionElement>(null);
  const moved = useRef(false);

  useEffect(() => {
    if (!moved.current || at < 0) return;
    moved.current = false;
    list.current?.querySelectorAll<HTMLElement>('tr[tabindex]')[at]?.focus();
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (count === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && at >= 0 && onOpen !== undefined) {
      event.preventDefault();
      onOpen(at);
      return;
    }
    const step = STEPS[event.key];
    const aim =
      step !== undefined ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : null;
    if (aim === null) return;
    event.preventDefault();
    moved.current = true;
    onMove(Math.min(count - 1, Math.max(0, aim)));
  };

  /** Gives the keyboard back to the chosen row. */
  const focus = () => list.current?.querySelectorAll<HTMLElement>('tr[tabindex]')[Math.max(0, at)]?.focus();

  return { list, onKeyDown, focus, tabIndexOf: (row: number) => (row === Math.max(0, at) ? 0 : -1) };
}

interface ChosenRow<Id> {
  /** Of the rows, in their order. */
  readonly ids: readonly Id[];
  readonly chosen: Id | null;
  readonly onChoose: (id: Id) => void;
  readonly onOpen?: (id: Id) => void;
}

/** The same for rows that are known by an id, one of which is chosen. */
export function useChosenRow<Id>({ ids, chosen, onChoose, onOpen }: ChosenRow<Id>) {
  const tell = (row: number, to: (id: Id) => void) => {
    const id = ids[row];
    if (id !== undefined) to(id);
  };
  return useRowKeys({
    count: ids.length,
    at: chosen === null ? -1 : ids.indexOf(chosen),
    onMove: (row) => tell(row, onChoose),
    ...(onOpen === undefined ? {} : { onOpen: (row) => tell(row, onOpen) }),
  });
}
