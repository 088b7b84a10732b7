import { useEffect } from 'react';
import type { useRowKeys } from '../../ui/use-row-keys';

/**
 * Rows that come after the focus was given to their pane, or in the place of others that had it, take it:
 * whoever opened the list or turned its page goes on by arrows.
 */
export function useRowsFocus(
  keys: Pick<ReturnType<typeof useRowKeys>, 'list' | 'focus'>,
  rows: readonly unknown[],
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that other rows have come
  useEffect(() => {
    const { activeElement } = document;
    const pane = keys.list.current?.closest('[data-pane]');
    if (activeElement === document.body || activeElement === pane) keys.focus();
  }, [rows]);
}
