import { useKeyBar } from '../../lib/function-keys';

/** A key of the present screen, with the word that stands beside it. */
export interface KeyInSight {
  readonly cap: string;
  readonly word: string;
}

const CAP = '[data-key-cap]';

/** What a cap stands on, without its caps. */
function wordBeside(cap: Element): string {
  const whole = (cap.closest('button, a, label') ?? cap.parentElement)?.cloneNode(true);
  if (!(whole instanceof Element)) return '';
  for (const one of whole.querySelectorAll(CAP)) one.remove();
  return (whole.textContent ?? '').trim();
}

/**
 * The keys that the screen has now: those of its bar, and every cap on it. Read from the page itself, so
 * that no key can be shown there and be missing here.
 */
export function keysInSight(): readonly KeyInSight[] {
  const found = new Map<string, KeyInSight>();
  const note = (cap: string, word: string) => {
    const key = `${cap} ${word}`;
    if (word !== '' && !found.has(key)) found.set(key, { cap, word });
  };
  const bar = useKeyBar.getState().keys.filter(({ disabled }) => disabled !== true);
  for (const { key, word } of bar) note(key, word);
  for (const cap of document.querySelectorAll(CAP)) {
    const button = cap.closest('button');
    const key = cap.textContent ?? '';
    // A key of the bar may stand on a button as well: it is one key.
    if (button?.disabled !== true && !bar.some((each) => each.key === key)) note(key, wordBeside(cap));
  }
  return [...found.values()];
}
