import { type RefObject, useRef } from 'react';

/** A list that grows and shrinks by keys: the focus goes to what was added, or stays near what was taken away. */
export function useListFocus(): {
  readonly list: RefObject<HTMLDivElement | null>;
  /** After the next picture, when what the selector says is there. */
  readonly focusSoon: (selector: string) => void;
} {
  const list = useRef<HTMLDivElement>(null);
  const focusSoon = (selector: string) =>
    void setTimeout(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  return { list, focusSoon };
}
