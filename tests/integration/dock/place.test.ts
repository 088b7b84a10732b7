import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Area,
  DOCK_WIDTH,
  dockAt,
  placeOf,
  screenFor,
  type WorkScreen,
} from '../../../electron/main/dock/place';
import { aScreen } from '../../support/desktop';

const TILL = aScreen(1);
const RIGHT = aScreen(2, 1366, 1920, 1080);
const LEFT = aScreen(3, -1920, 1920, 1080);
const AT_TILL: Area = { x: 200, y: 100, width: 1000, height: 600 };

describe('where the dock stands', () => {
  it('as high as what the taskbar leaves, at its side, 380 points wide', () => {
    expect(dockAt(TILL, 'right', DOCK_WIDTH)).toEqual({ x: 986, y: 0, width: 380, height: 728 });
    expect(dockAt(TILL, 'left', DOCK_WIDTH)).toEqual({ x: 0, y: 0, width: 380, height: 728 });
  });

  it('beside a taskbar that stands at the left or on top', () => {
    const workArea = { x: 62, y: 30, width: 1304, height: 738 };
    expect(dockAt({ ...TILL, workArea }, 'left', DOCK_WIDTH)).toEqual({
      x: 62,
      y: 30,
      width: 380,
      height: 738,
    });
  });

  it('on a screen that lies left of the first one, where places are negative', () => {
    expect(dockAt(LEFT, 'left', DOCK_WIDTH).x).toBe(-1920);
    expect(dockAt(LEFT, 'right', DOCK_WIDTH).x).toBe(-380);
  });

  it('without a choice on the screen that the window stands on', () => {
    expect(screenFor([TILL, RIGHT], null, AT_TILL).id).toBe(1);
    expect(screenFor([TILL, RIGHT], null, { ...AT_TILL, x: 1500 }).id).toBe(2);
  });

  it('with the chosen screen unplugged on the nearest that is there, and back with it', () => {
    const chosen = { id: LEFT.id, bounds: LEFT.bounds };
    expect(screenFor([TILL, RIGHT, LEFT], chosen, AT_TILL).id).toBe(3);
    // Both lie right of it: the till's own is nearer.
    expect(screenFor([RIGHT, TILL], chosen, { ...AT_TILL, x: 2000 }).id).toBe(1);
  });

  it('on the screen that lies where the chosen one lay, when the system has given it another number', () => {
    expect(screenFor([TILL, { ...RIGHT, id: 9 }], { id: 2, bounds: RIGHT.bounds }, AT_TILL).id).toBe(9);
  });

  it.each([
    ['to the left half', 300, 1, 'left'],
    ['to the right half', 700, 1, 'right'],
    ['over to the other screen', 1500, 2, 'left'],
    ['beyond every screen', 9000, 2, 'right'],
  ] as const)('dragged %s', (_what, x, id, side) => {
    const place = placeOf({ x, y: 0, width: 380, height: 728 }, [TILL, RIGHT]);
    expect([place.screen.id, place.side]).toEqual([id, side]);
  });
});

describe('laws of its place', () => {
  const area = fc
    .record({ x: fc.integer({ min: -4000, max: 4000 }), y: fc.integer({ min: -2000, max: 2000 }) })
    .chain(({ x, y }) =>
      fc
        .record({ width: fc.integer({ min: 200, max: 4000 }), height: fc.integer({ min: 200, max: 3000 }) })
        .map((size): Area => ({ x, y, ...size })),
    );
  const screen = fc.tuple(fc.integer({ min: 1, max: 99 }), area, fc.integer({ min: 0, max: 80 })).map(
    ([id, bounds, bar]): WorkScreen => ({
      id,
      label: '',
      bounds,
      workArea: { ...bounds, y: bounds.y + bar, height: bounds.height - bar },
    }),
  );

  it('wherever the taskbar is, it never leaves the work area', () => {
    fc.assert(
      fc.property(
        screen,
        fc.constantFrom('left', 'right'),
        fc.integer({ min: 100, max: 500 }),
        (on, side, width) => {
          const dock = dockAt(on, side, width);
          expect(dock.x).toBeGreaterThanOrEqual(on.workArea.x);
          expect(dock.x + dock.width).toBeLessThanOrEqual(on.workArea.x + on.workArea.width);
          expect([dock.y, dock.height]).toEqual([on.workArea.y, on.workArea.height]);
        },
      ),
    );
  });

  it('put down where it stands, it stays there', () => {
    fc.assert(
      fc.property(screen, fc.constantFrom('left', 'right'), (on, side) => {
        fc.pre(on.workArea.width > 2 * DOCK_WIDTH);
        expect(placeOf(dockAt(on, side, DOCK_WIDTH), [on])).toEqual({ screen: on, side });
      }),
    );
  });
});
