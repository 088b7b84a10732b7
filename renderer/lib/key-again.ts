import { takesText } from './typing';

const PRESSED_BY_SPACE = 'button, summary, input[type="checkbox"], input[type="radio"]';

/** The next option that begins with the character, as the browser's own search in a closed list does. */
function chooseByLetter(list: HTMLSelectElement, character: string): void {
  const options = [...list.options];
  const after = [...options.slice(list.selectedIndex + 1), ...options.slice(0, list.selectedIndex + 1)];
  const found = after.find(
    ({ text, disabled }) => !disabled && text.trim().toLowerCase().startsWith(character.toLowerCase()),
  );
  if (found === undefined || found.index === list.selectedIndex) return;
  list.selectedIndex = found.index;
  for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true }));
}

/** What the browser would have done with a key by itself, had it not been held back. */
function doItself(key: string): void {
  const target = document.activeElement;
  if (takesText(target) || (target instanceof HTMLElement && target.isContentEditable)) {
    // Deprecated without a successor: nothing else writes as a key does, with length, undo and all.
    document.execCommand('insertText', false, key);
  } else if (target instanceof HTMLSelectElement) chooseByLetter(target, key);
  else if (key === ' ' && target instanceof HTMLElement && target.matches(PRESSED_BY_SPACE)) target.click();
}

/** A key that was held back and turned out to be a person's, pressed now; `make` knows it from a real one. */
export function pressAgain(held: KeyboardEvent, known: WeakSet<Event>): void {
  const { key, code, location, ctrlKey, altKey, shiftKey, metaKey } = held;
  const again = new KeyboardEvent('keydown', {
    key,
    code,
    location,
    ctrlKey,
    altKey,
    shiftKey,
    metaKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  known.add(again);
  const isFree = (document.activeElement ?? document.body).dispatchEvent(again);
  if (isFree && !ctrlKey) doItself(key);
}
