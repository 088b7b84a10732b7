import { useEffect, useRef } from 'react';
import { takesText } from './typing';

/** Nobody types two characters within this; every scanner does. */
const GAP_MS = 30;
/** Shorter bursts are two keys pressed at once, not a code. */
const SHORTEST = 6;
const CODE_CHARACTER = /^[0-9A-Za-z-]$/;

/** The character behind a key, also while an input method holds the key itself back. */
function characterOf(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (CODE_CHARACTER.test(event.key)) return event.key;
  const wide = event.key.length === 1 ? event.key.charCodeAt(0) - 0xfee0 : 0;
  if (wide > 0x20 && wide < 0x7f && CODE_CHARACTER.test(String.fromCharCode(wide)))
    return String.fromCharCode(wide);
  if (!event.isComposing && event.keyCode !== 229) return null;
  return /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? /^Key([A-Z])$/.exec(event.code)?.[1] ?? null;
}

const isEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' || event.code === 'Enter' || event.code === 'NumpadEnter';

interface Burst {
  readonly characters: string;
  readonly last: number;
  /** Where the characters fall, and what stood there before them. */
  readonly field: HTMLInputElement | HTMLTextAreaElement | null;
  readonly before: string;
}

/** Watches the keys of one window: answers the code when Enter ends a burst of them. */
export function createBurstWatch() {
  let burst: Burst | null = null;
  return (event: KeyboardEvent): { code: string; field: Burst['field']; before: string } | null => {
    if (event.key === 'Shift') return null; // scanners hold it for capitals
    const soon = burst !== null && event.timeStamp - burst.last < GAP_MS;
    if (isEnter(event)) {
      const ended = burst;
      burst = null;
      if (!soon || ended === null || ended.characters.length < SHORTEST) return null;
      return { code: ended.characters, field: ended.field, before: ended.before };
    }
    const character = characterOf(event);
    if (character === null) {
      burst = null;
      return null;
    }
    if (soon && burst !== null) {
      burst = { ...burst, characters: burst.characters + character, last: event.timeStamp };
      return null;
    }
    const field = takesText(event.target) ? event.target : null;
    burst = { characters: character, last: event.timeStamp, field, before: field?.value ?? '' };
    return null;
  };
}

/** Puts a field back as React sees it: through the element's own setter, then as an input. */
function putBack(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * A scanner is a keyboard: a burst ended by Enter is a scan wherever the focus is, and what it
 * wrote into a field on its way is taken out again. Fields marked `data-takes-scan` keep it, unless
 * the code must not be kept anywhere.
 */
export function useScanner(onScan: (code: string) => void, mustNotStay: (code: string) => boolean): void {
  const latest = useRef({ onScan, mustNotStay });
  useEffect(() => {
    latest.current = { onScan, mustNotStay };
  }, [onScan, mustNotStay]);
  useEffect(() => {
    const watch = createBurstWatch();
    const listen = (event: KeyboardEvent) => {
      const scan = watch(event);
      if (scan === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (scan.field?.dataset.takesScan !== undefined && !latest.current.mustNotStay(scan.code)) return;
      if (scan.field !== null) {
        if (event.isComposing) scan.field.blur(); // ends the composition, so that putting back holds
        putBack(scan.field, scan.before);
      }
      latest.current.onScan(scan.code);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
