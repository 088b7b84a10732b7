import { isOfParts, takesText } from './typing';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Writes into a field as React sees it: through the element's own setter, then as an input. */
export function writeInto(field: TextField, value: string): void {
  const prototype =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

interface Kept {
  readonly value: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** What fields held before a burst, so that nothing of it stays in them. */
export class FieldMemory {
  private readonly kept = new Map<TextField, Kept>();

  /** `place` had the focus as the burst began. */
  constructor(readonly place: Element | null) {
    this.note(place);
  }

  /** Before something is written there. */
  note(element: Element | null): void {
    if (!takesText(element) || this.kept.has(element)) return;
    const { value, selectionStart: from, selectionEnd: to } = element;
    this.kept.set(element, { value, from, to });
  }

  /** Every field as it was, and the focus where it was. */
  putBack(composing: boolean): void {
    const { place } = this;
    const now = document.activeElement;
    // Leaving the field ends a composition, so that putting back holds.
    if (now instanceof HTMLElement && (composing || now !== place)) now.blur();
    if (place instanceof HTMLElement && place.isConnected && place !== document.activeElement)
      place.focus({ preventScroll: true });
    for (const [field, { value, from, to }] of this.kept) {
      // A date that is half written has no value yet.
      if (!field.isConnected || (field.value === value && !isOfParts(field))) continue;
      writeInto(field, value);
      if (from !== null) field.setSelectionRange(from, to);
    }
  }
}
