import {
  HOTKEY,
  hotkeyOf,
  hotkeyProblem,
  isHeldOnly,
  type Press,
  STARTING_HOTKEY,
} from '@domain/dock/hotkey';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const press = (code: string, held: Partial<Press> = {}): Press => ({
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});
const CTRL_ALT = { ctrlKey: true, altKey: true };

describe('the key that calls Shuke from over any program', () => {
  it('is F8 until the shop wants another: no screen of Shuke uses it', () => {
    expect(hotkeyProblem(STARTING_HOTKEY)).toBeNull();
  });

  it.each([
    ['F8', null],
    ['F13', null],
    ['Ctrl+F8', null],
    ['Shift+F2', null],
    ['Ctrl+Alt+K', null],
    ['Alt+Shift+5', null],
    ['F1', 'own_key'],
    ['F7', 'own_key'],
    ['F9', 'own_key'],
    ['F12', 'own_key'],
    // A letter, or Ctrl+C: every program writes and copies with them.
    ['F', 'too_plain'],
    ['K', 'too_plain'],
    ['Ctrl+C', 'too_plain'],
    ['Shift+7', 'too_plain'],
    ['Alt+F4', 'system_key'],
    ['Ctrl+F4', 'system_key'],
    ['Ctrl+Alt+F2', 'system_key'],
  ] as const)('%s: %s', (hotkey, problem) => {
    expect(hotkeyProblem(hotkey)).toBe(problem);
  });

  it('is told by its place on the keyboard, with what is held in one order', () => {
    expect(hotkeyOf(press('KeyK', { ...CTRL_ALT, shiftKey: true }))).toBe('Ctrl+Alt+Shift+K');
    expect(hotkeyOf(press('Digit5', CTRL_ALT))).toBe('Ctrl+Alt+5');
    expect(hotkeyOf(press('F8'))).toBe('F8');
  });

  it('waits for the key itself while only Ctrl and its like are held', () => {
    expect(isHeldOnly(press('ControlLeft', { ctrlKey: true }))).toBe(true);
    expect(isHeldOnly(press('F8'))).toBe(false);
  });

  it('cannot be a key that has no name in every system, nor one with the Windows key', () => {
    for (const code of ['Space', 'Enter', 'Escape', 'Tab', 'Semicolon', 'NumpadAdd', 'F25'])
      expect(hotkeyOf(press(code, CTRL_ALT))).toBeNull();
    expect(hotkeyOf(press('F8', { metaKey: true }))).toBeNull();
  });

  it('whatever is pressed, what is read of it is one that the contract takes, and the same press reads the same', () => {
    const code = fc.oneof(
      fc.constantFrom('Space', 'Enter', 'Minus', 'Numpad5', 'F25', 'F0'),
      fc.integer({ min: 1, max: 24 }).map((n) => `F${n}`),
      fc.constantFrom(...'ABCXYZ').map((letter) => `Key${letter}`),
      fc.integer({ min: 0, max: 9 }).map((n) => `Digit${n}`),
    );
    const keys = fc.record({
      code,
      ctrlKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
      metaKey: fc.boolean(),
    });
    fc.assert(
      fc.property(keys, (pressed) => {
        const hotkey = hotkeyOf(pressed);
        expect(hotkey === null || HOTKEY.test(hotkey)).toBe(true);
        expect(hotkeyOf({ ...pressed })).toBe(hotkey);
      }),
    );
  });
});
