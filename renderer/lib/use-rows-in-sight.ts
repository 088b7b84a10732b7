import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';

interface LongTable {
  readonly count: number;
  /** Heights in pixels: of a row, and of the head that sticks above them. */
  readonly row: number;
  readonly head: number;
  readonly active: number;
  readonly onMove: (index: number) => void;
  readonly onEnter: (index: number) => void;
}

/** Rows above the active one that are in sight when one comes back to it. */
const ABOVE = 4;

/**
 * A table of which only the rows in sight exist, however many there are. It has the focus as a whole: arrows and
 * page keys move the active row, Enter acts on it; keys of a button in its head are that button's own.
 */
export function useRowsInSight({ count, row, head, active, onMove, onEnter }: LongTable) {
  const scroller = useRef<HTMLDivElement>(null);
  const inSight = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 12,
    paddingStart: head,
    scrollPaddingStart: head,
    initialOffset: () => Math.max(0, (active - ABOVE) * row),
  });
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? row) / row) - 2);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to !== undefined) {
      const next = Math.max(0, Math.min(count - 1, to));
      onMove(next);
      inSight.scrollToIndex(next);
    } else if (event.key === 'Enter') onEnter(active);
    else return;
    event.preventDefault();
  };
  return { scroller, items: inSight.getVirtualItems(), height: inSight.getTotalSize(), press };
}
