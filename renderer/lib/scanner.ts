import { readCouponCode } from '@domain/coupons/code';
import { foldWidth } from '@domain/members/fold';
import { isPaymentCode } from '@domain/members/payment-code';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { BurstWatch, GAP_MS } from './burst';
import { FieldMemory, writeInto } from './field-memory';
import { pressAgain } from './key-again';
import { sayOfScan } from './scan-notice';
import { isModifier, strokeOf } from './strokes';
import { isComposing, takesText } from './typing';

/** Whoever stands on top gets the code of a scan. */
type ScanTaker = (code: string) => void;

const takers: ScanTaker[] = [];
const watch = new BurstWatch();
const held: KeyboardEvent[] = [];
const pressedAgain = new WeakSet<Event>();
let memory = new FieldMemory(null);
let silence: ReturnType<typeof setTimeout> | undefined;

/** Above everything that takes scans already; answers how to leave. */
export function takeScans(taker: ScanTaker): () => void {
  takers.push(taker);
  return () => void takers.splice(takers.indexOf(taker), 1);
}

/** Codes that no field may keep, not even one that takes scans: a coupon is never a receipt number. */
const mustNotStay = (code: string): boolean =>
  isPaymentCode(code) || readCouponCode(code).readAs === 'coupon';

/** The code goes into the field that wants one, or to whoever is on top; every other field is as it was. */
function tell(characters: string, composing: boolean): void {
  held.length = 0;
  memory.putBack(composing);
  const code = foldWidth(characters);
  const { place } = memory;
  if (!takesText(place) || place.dataset.takesScan === undefined || mustNotStay(code)) takers.at(-1)?.(code);
  else if (place.maxLength >= 0 && code.length > place.maxLength) sayOfScan('too_long');
  else writeInto(place, code);
}

/** They were a person's after all. */
function release(): void {
  for (const event of held.splice(0)) {
    memory.note(document.activeElement);
    // Each finds the screen as the one before has left it, the focus included.
    flushSync(() => pressAgain(event, pressedAgain));
  }
}

/** A scanner that sends nothing behind its codes: even then a code that pays stays nowhere. */
const pays = (characters: string): boolean => isPaymentCode(foldWidth(characters));

/** Nothing has followed for as long as a scanner would never wait. */
function settle(): void {
  clearTimeout(silence);
  const code = watch.rest(pays);
  if (code === null) release();
  else tell(code, false);
}

/** Keys that come late through a busy machine are waited for as long as the last one was on its way. */
const LATEST_MS = 500;
const lateness = ({ timeStamp }: Event): number =>
  Math.min(LATEST_MS, Math.max(0, performance.now() - timeStamp));

function press(event: KeyboardEvent): void {
  if (takers.length === 0 || pressedAgain.has(event) || isModifier(event)) return;
  if (!watch.goesOn(event.timeStamp)) {
    settle();
    watch.end();
    memory = new FieldMemory(document.activeElement);
  }
  const { characters } = watch;
  const stroke = strokeOf(event);
  const isDue = held.some(({ target, ctrlKey }) => ctrlKey || !takesText(target));
  const verdict = watch.press(stroke, event.timeStamp, { inText: takesText(event.target), isDue });
  clearTimeout(silence);
  if (watch.isRunning) silence = setTimeout(settle, GAP_MS + lateness(event));
  const mayWait = watch.isSure || (isDue && stroke.kind === 'character');
  if (verdict === 'pass' || (verdict === 'fall' && !mayWait)) release();
  if (verdict === 'fall') memory.note(document.activeElement);
  if (verdict === 'pass' || verdict === 'fall') return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (verdict === 'hold') held.push(event);
  else if (verdict === 'scan') tell(characters, isComposing(event));
}

// Registered when this module is loaded, before anything of the screen listens: what a scanner writes
// reaches no field, no list and no shortcut. Without a taker there is nothing to protect.
window.addEventListener('keydown', press, { capture: true });
// A key that is let go after that long was a person's: it need not wait for the timer.
window.addEventListener(
  'keyup',
  (event) => {
    if (watch.isRunning && !watch.goesOn(event.timeStamp)) settle();
  },
  { capture: true },
);

/**
 * A scanner is a keyboard: a burst ended by Enter is a scan wherever the focus is. Fields marked
 * `data-takes-scan` keep it, unless the code must not be kept anywhere.
 */
export function useScanner(onScan: ScanTaker): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  }, [onScan]);
  useLayoutEffect(() => {
    const taker: ScanTaker = (code) => latest.current(code);
    takers.unshift(taker); // below whatever lies over the shop
    return () => void takers.splice(takers.indexOf(taker), 1);
  }, []);
}
