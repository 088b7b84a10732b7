import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Which page of an indexed screen is open; Ctrl and the page keys turn to the next, from within any field. */
export function useIndex<Part extends string>(parts: readonly [Part, ...Part[]]) {
  const [at, setAt] = useState<Part>(parts[0]);
  const list = useRef<HTMLDivElement>(null);
  // Opened by its key, the screen has nothing else to give the focus to.
  const turned = useRef(true);
  const focus = useCallback(
    () => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    [],
  );
  const isNarrow = useMediaQuery('(max-width: 860px)') ?? false;
  const turn = (step: number) => () => {
    const next = parts[(parts.indexOf(at) + step + parts.length) % parts.length];
    turned.current = true;
    if (next !== undefined) setAt(next);
  };
  useHotkeys(
    [
      ['mod+PageDown', turn(1)],
      ['mod+PageUp', turn(-1)],
    ],
    [],
  );
  // At first, and after each turn: the field that had the focus is gone with its page.
  // biome-ignore lint/correctness/useExhaustiveDependencies(at): after each page
  useEffect(() => {
    if (!turned.current) return;
    turned.current = false;
    focus();
  }, [at, focus]);
  return { at, open: setAt, focus, list, isNarrow };
}
