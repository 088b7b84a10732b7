import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';

/** For a screen that is left and come back to: where the open page is remembered. */
interface Remembered<Part extends string> {
  readonly at: Part;
  readonly open: (part: Part) => void;
}

/** Which page of an indexed screen is open; Ctrl and the page keys turn to the next, from within any field. */
export function useIndex<Part extends string>(
  parts: readonly [Part, ...Part[]],
  remembered?: Remembered<Part>,
) {
  const own = useState<Part>(parts[0]);
  const [at, setAt] = remembered === undefined ? own : ([remembered.at, remembered.open] as const);
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
