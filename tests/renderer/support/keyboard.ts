import { act } from '@testing-library/react';
import { vi } from 'vitest';

export interface Key extends KeyboardEventInit {
  /** 229: an input method has it. */
  readonly keyCode?: number;
}

export const CTRL = (letter: string): Key => ({ key: letter, ctrlKey: true });
export const TAB: Key = { key: 'Tab', code: 'Tab' };
export const ENTER: Key = { key: 'Enter', code: 'Enter' };
export const keysOf = (text: string): Key[] => Array.from(text, (key) => ({ key }));

let clock = 10_000_000;

/** One key so many milliseconds after the last; what the browser does by itself is done unless somebody forbids it. */
export function pressKey(key: Key, gap: number): void {
  clock += gap;
  if (vi.isFakeTimers()) act(() => void vi.advanceTimersByTime(gap));
  const isFree = send('keydown', key);
  if (isFree && key.isComposing !== true && !key.ctrlKey && !key.altKey) act(() => doItself(key.key ?? ''));
  clock += gap / 4;
  send('keyup', key);
}

export const pressKeys = (keys: readonly Key[], gap: number): void => {
  for (const key of keys) pressKey(key, gap);
};

/** Nothing for so many milliseconds. Needs fake timers. */
export const wait = (ms: number): void => {
  clock += ms;
  act(() => void vi.advanceTimersByTime(ms));
};

function send(type: 'keydown' | 'keyup', { keyCode, ...init }: Key): boolean {
  const event = new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'timeStamp', { value: clock });
  if (keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: keyCode });
  let isFree = true;
  act(() => {
    isFree = (document.activeElement ?? document.body).dispatchEvent(event);
  });
  return isFree;
}

const STOPS = 'input, textarea, select, button, [tabindex="0"]';

function doItself(key: string): void {
  const target = document.activeElement;
  if (key === 'Tab') {
    const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
    const next = stops[(stops.findIndex((stop) => stop.matches(':focus')) + 1) % stops.length];
    next?.focus();
    return;
  }
  const isPressed =
    target instanceof HTMLButtonElement || (target instanceof HTMLInputElement && target.type === 'checkbox');
  if (isPressed) {
    if (key === ' ' || key === 'Enter') target.click();
  } else if (target instanceof HTMLSelectElement) {
    const found = [...target.options].find(({ text }) => text.startsWith(key));
    if (found === undefined) return;
    target.selectedIndex = found.index;
    target.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (key === 'Enter') {
    if (target instanceof HTMLInputElement) target.form?.requestSubmit();
  } else if (key.length === 1) document.execCommand('insertText', false, key);
}
