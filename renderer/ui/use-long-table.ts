import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';

/** For a list that is left and come back to: where its active row is remembered. */
interface Remembered {
  readonly active: number;
  readonly move: (index: number) => void;
}

interface LongTable {
  /** All rows, in sight or not. */
  readonly total: number;
  /** Heights in pixels: of a row, and of the head that sticks above them. */
  readonly row?: number;
  readonly head?: number;
  readonly remembered?: Remembered;
}

/** Rows above the active one that are in sight when one comes back to it. */
const ABOVE = 4;

/**
 * The rows of a long table that are in sight, from one place to another, so that only they are read; and the active
 * one. It has the focus as a whole: arrows and page keys move the active row, Enter acts on it; keys of a button in
 * its head are that button's own.
 */
export function useLongTable({ total, row = 36, head = row, remembered }: LongTable) {
  const scroller = useRef<HTMLDivElement>(null);
  const own = useState(0);
  const [active, move] = remembered === undefined ? own : [remembered.active, remembered.move];
  const inSight = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 12,
    paddingStart: head,
    scrollPaddingStart: head,
    initialOffset: () => Math.max(0, (active - ABOVE) * row),
  });
  const press = (event: KeyboardEvent, onEnter: (index: number) => void) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? row) / row) - 2);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    }[event.key];
    if (to !== undefined) {
      const next = Math.max(0, Math.min(total - 1, to));
      move(next);
      inSight.scrollToIndex(next);
    } else if (event.key === 'Enter') onEnter(active);
    else return;
    event.preventDefault();
  };
  const items = inSight.getVirtualItems();
  return {
    ...{ total, row, head, scroller, items, active, move, press },
    height: inSight.getTotalSize(),
    from: items[0]?.index ?? 0,
    to: items.at(-1)?.index ?? 0,
  };
}
