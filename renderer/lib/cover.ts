import { createContext, type RefObject, useContext, useLayoutEffect } from 'react';
import { takeScans } from './scanner';

export interface CoverKeys {
  /** Hears every key of the window. */
  readonly press: (event: KeyboardEvent) => void;
  /** A scanner was used: its code goes nowhere. */
  readonly scanned: () => void;
}

export interface Covering {
  readonly element: RefObject<HTMLElement | null>;
  readonly keys: RefObject<CoverKeys | null>;
  /** Where the focus was before anything of the cover was drawn. */
  readonly before: Element | null;
}

/** What lies over the shop; the last one is on top and has the keys. */
const covers: Covering[] = [];

// Registered when this module is loaded, after the scanner's own and before any screen listens: while something
// lies over the shop no function key, no hotkey and no scan reaches what is below. What the browser does by itself stays: a digit
// falls into the field, Tab goes on, Enter presses a button.
window.addEventListener(
  'keydown',
  (event) => {
    const top = covers.at(-1)?.keys.current;
    if (top === undefined) return;
    event.stopImmediatePropagation();
    top?.press(event);
  },
  { capture: true },
);
window.addEventListener('focusin', ({ target }) => {
  const top = covers.at(-1)?.element.current;
  if (top && !(target instanceof Node && top.contains(target))) focusIn(top);
});

const focusIn = (cover: HTMLElement): void =>
  (cover.querySelector<HTMLElement>('[data-cover-focus]:not(:disabled)') ?? cover).focus();

function onlyTopIsReached(): void {
  const top = covers.at(-1)?.element.current;
  for (const child of document.body.children)
    child.toggleAttribute('inert', top !== undefined && child !== top);
}

/** Takes the keys and the focus while the element is there; the focus goes back to where it was. */
export function useCover(covering: Covering): void {
  useLayoutEffect(() => {
    const own = covering.element.current;
    covers.push(covering);
    const leaveScans = takeScans(() => covering.keys.current?.scanned());
    onlyTopIsReached();
    if (own !== null) focusIn(own);
    return () => {
      // It is still in the page, and what it keeps from being painted takes no focus.
      own?.removeAttribute('data-cover');
      covers.splice(covers.indexOf(covering), 1);
      leaveScans();
      onlyTopIsReached();
      const { before } = covering;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [covering]);
}

export const CoverContext = createContext<Covering | null>(null);

/** What the keys do at this step of a cover; a new step takes the focus to its own field. */
export function useCoverKeys(keys: CoverKeys): void {
  const covering = useContext(CoverContext);
  if (covering === null) throw new Error('nothing is covered here');
  useLayoutEffect(() => {
    covering.keys.current = keys;
  });
  useLayoutEffect(() => {
    if (covering.element.current !== null) focusIn(covering.element.current);
  }, [covering]);
}
