import { describe, expect, it } from 'vitest';
import { fullScreenFor, type Screen } from '../../../electron/main/screen-place';

const screen = (id: number, main = false): Screen => ({ id, label: '', width: 1024, height: 600, main });
const COUNTER = screen(1, true);

describe("where the customer's window stands", () => {
  it.each([
    ['one screen: a window beside the counter', [COUNTER], null, null],
    ['two screens: full on the second', [COUNTER, screen(2)], null, 2],
    ['three screens: full on the chosen one', [COUNTER, screen(2), screen(3)], 3, 3],
    [
      'the chosen screen is unplugged: a window, not a screen that may face somebody else',
      [COUNTER, screen(2)],
      3,
      null,
    ],
    ["the chosen screen is the counter's own now: a window", [COUNTER, screen(2)], 1, null],
  ] as const)('%s', (_what, screens, chosen, full) => {
    expect(fullScreenFor(screens, chosen)).toBe(full);
  });
});
