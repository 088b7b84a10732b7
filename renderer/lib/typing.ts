import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/** Fields that take characters: there a letter is a letter and never a command. */
const NOT_TEXT = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file']);

export function takesText(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !NOT_TEXT.has(target.type);
}

/** Fields of parts that the browser fills in by itself: what they are given can be written by nobody else. */
export const isOfParts = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && /^(?:date|time|month|week|datetime-local)$/.test(target.type);

/** True for a key that writes one character, with no command key held. */
export function writesCharacter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** An Enter or arrow that belongs to an input method, which is still choosing characters. */
export const isComposing = (event: { isComposing: boolean; keyCode: number }): boolean =>
  // 229 is what Chromium sends for the Enter that ends a composition, after isComposing has gone false.
  event.isComposing || event.keyCode === 229;

/** What Ctrl+Enter in a form does; the Enter that ends a composition is no such key. */
export const onConfirm =
  (act: () => void) =>
  (event: ReactKeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    act();
  };

/** Into the field, over what stands there: the next key replaces it. */
export function enterField(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
