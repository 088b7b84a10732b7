import { useId, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';

/** One key of the bar at the bottom: its cap, its word, what it does. */
export interface FunctionKey {
  /** As the browser names it: `F1`, `F2`. */
  readonly key: string;
  readonly word: string;
  readonly run: () => void;
  readonly disabled?: boolean;
  /** Works, but has its cap elsewhere on the screen. */
  readonly elsewhere?: boolean;
  /** The act that is open now. */
  readonly active?: boolean;
}

interface KeyBar {
  readonly owner: string | null;
  readonly keys: readonly FunctionKey[];
}

export const useKeyBar = create<KeyBar>(() => ({ owner: null, keys: [] }));

const look = (keys: readonly FunctionKey[]) =>
  keys
    .map(({ key, word, disabled, active }) => `${key} ${word} ${disabled ?? false} ${active ?? false}`)
    .join('|');

/** A screen says which function keys it has; the shell shows them and listens. Gone with the screen. */
export function useFunctionKeys(keys: readonly FunctionKey[]): void {
  const owner = useId();
  const latest = useRef(keys);
  latest.current = keys;
  const seen = look(keys);

  // Before the screen is painted: whoever sees it may press its keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bar is drawn again only when what it shows has changed; acts go through the ref
  useLayoutEffect(() => {
    const shown = latest.current.map((entry, index) => ({
      ...entry,
      run: () => latest.current[index]?.run(),
    }));
    useKeyBar.setState({ owner, keys: shown });
  }, [owner, seen]);

  useLayoutEffect(
    () => () => {
      if (useKeyBar.getState().owner === owner) useKeyBar.setState({ owner: null, keys: [] });
    },
    [owner],
  );
}
