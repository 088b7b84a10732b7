import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { virtualDisplay } from '../../../electron/setup/display.mjs';
import { debianPackage } from '../../support/debian-package.mjs';

/** A screen that nobody else uses: a key that one program grabs there no other one misses. */
export interface Desk {
  /** Where a program opens its window. */
  readonly env: Readonly<Record<string, string>>;
  /** Presses a key of the keyboard itself, whoever has the focus. */
  readonly press: (key: string) => void;
  /** Types a character at a time, as a person does. */
  readonly type: (text: string) => void;
  readonly close: () => void;
}

/** Null where this system has no X11, or no program that presses its keys; which is said aloud. */
export async function deskHere(): Promise<Desk | null> {
  if (process.platform !== 'linux') return null;
  const xdotool = await debianPackage('xdotool');
  if (xdotool === null) return null;
  const { name, stop } = await virtualDisplay('1366x768x24');
  const run = (...args: readonly string[]) =>
    execFileSync(join(xdotool.root, 'usr/bin/xdotool'), args, {
      env: { ...xdotool.env, DISPLAY: name },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  return {
    env: { DISPLAY: name },
    press: (key) => run('key', key),
    // Slower than any scanner (30 ms).
    type: (text) => run('type', '--delay', '60', text),
    close: stop,
  };
}
