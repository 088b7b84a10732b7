import type { Page } from '@playwright/test';
import { GAP_MS } from '@renderer/lib/burst';

/** One key as the scanner's own keyboard sends it. */
interface Sent {
  readonly key: string;
  readonly code: string;
  /** What it writes; none for Tab and control codes. */
  readonly text?: string;
  readonly keyCode: number;
  readonly ctrl?: boolean;
}

export const TAB: Sent = { key: 'Tab', code: 'Tab', keyCode: 9 };
export const ENTER: Sent = { key: 'Enter', code: 'Enter', text: '\r', keyCode: 13 };
/** A control code: GS is Ctrl+], STX is Ctrl+B, a form feed is Ctrl+L. */
export const ctrl = (key: string): Sent => ({
  key,
  code: key === ']' ? 'BracketRight' : `Key${key.toUpperCase()}`,
  keyCode: key === ']' ? 221 : key.toUpperCase().charCodeAt(0),
  ctrl: true,
});
export const printed = (text: string): Sent[] =>
  Array.from(text, (key) => ({
    key,
    code: /\d/.test(key) ? `Digit${key}` : /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : '',
    text: key,
    keyCode: key.toUpperCase().charCodeAt(0),
  }));

/** How a scanner is set. */
export interface Setting {
  /** Between two keys. */
  readonly gapMs: number;
  readonly before?: readonly Sent[];
  readonly after: readonly Sent[];
  /** Inside the code, after its third character: GS1 codes are full of such. */
  readonly within?: readonly Sent[];
}

const CTRL_MODIFIER = 2;

/** Sends a code as a scanner does: keys at its pace by their own time stamps, as the system gives them. */
export async function scan(page: Page, code: string, setting: Setting = { gapMs: 3, after: [ENTER] }) {
  const { gapMs, before = [], after, within = [] } = setting;
  const keys = [...before, ...printed(code.slice(0, 3)), ...within, ...printed(code.slice(3)), ...after];
  const devtools = await page.context().newCDPSession(page);
  // Later than a person's last key: one that came at a scanner's pace would belong to the code.
  await page.waitForTimeout(GAP_MS + 5);
  const started = Date.now() / 1000;
  await Promise.all(
    keys.flatMap(({ key, code: place, text, keyCode, ctrl: held }, at) => {
      const timestamp = started + (at * gapMs) / 1000;
      const sent = {
        key,
        code: place,
        windowsVirtualKeyCode: keyCode,
        modifiers: held === true ? CTRL_MODIFIER : 0,
      };
      const down = text === undefined ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text };
      return [
        devtools.send('Input.dispatchKeyEvent', { ...down, ...sent, timestamp }),
        devtools.send('Input.dispatchKeyEvent', {
          type: 'keyUp',
          ...sent,
          timestamp: timestamp + gapMs / 2000,
        }),
      ];
    }),
  );
  await devtools.detach();
  // A person's next key comes later than a scanner waits.
  const last = started * 1000 + keys.length * gapMs;
  await page.waitForTimeout(Math.max(0, last + 40 - Date.now()));
}
