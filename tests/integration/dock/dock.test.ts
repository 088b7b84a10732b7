import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aScreen } from '../../support/desktop';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop({ open: false });
});
afterEach(() => shop.close());

/** Shuke is opened by a person, with a window in front. */
const opened = () => shop.main.app.dock.begin(false);
const press = (hotkey: string) => shop.desktop.heard.get(hotkey)?.();
const standing = () => shop.client.dock.standing({});
const toDock = () => shop.client.dock.turn({ form: 'dock' });
const said = () => shop.events.filter(({ type }) => type === 'summoned').length;

describe('the dock: narrow, above everything, at its side', () => {
  it('is taken and left by one key, and the wide window is where it was', async () => {
    opened();
    const before = shop.desktop.window.area;
    await toDock();
    expect(shop.desktop.window).toMatchObject({
      area: { x: 986, y: 0, width: 380, height: 728 },
      onTop: true,
    });
    await shop.client.dock.turn({ form: 'wide' });
    expect(shop.desktop.window).toMatchObject({ area: before, onTop: false });
  });

  it('goes there and back when its key is pressed twice, before the page has heard of the first', async () => {
    opened();
    const turn = () => shop.client.dock.turn({ form: 'other' });
    await Promise.all([turn(), turn(), turn()]);
    expect((await standing()).form).toBe('dock');
    await Promise.all([turn(), turn()]);
    expect((await standing()).form).toBe('dock');
  });

  it('keeps form, side and screen for the next start', async () => {
    opened();
    shop.desktop.screens = [aScreen(1), aScreen(2, 1366)];
    await toDock();
    await shop.client.dock.place({ side: 'left', screenId: 2 });
    expect(shop.desktop.window.area.x).toBe(1366);
    const again = await aShop({ open: false, userData: shop.userData });
    again.desktop.screens = shop.desktop.screens;
    again.main.app.dock.begin(false);
    again.main.app.dock.stand();
    expect(again.desktop.window).toMatchObject({ area: { x: 1366, width: 380 }, onTop: true });
    await again.close();
  });

  it('moves to the nearest screen when its own is unplugged, and goes home with it', async () => {
    opened();
    const [till, other] = [aScreen(1), aScreen(2, 1366)] as const;
    shop.desktop.screens = [till, other];
    await toDock();
    await shop.client.dock.place({ side: 'right', screenId: 2 });
    shop.desktop.screens = [till];
    shop.main.app.dock.screensChanged();
    expect(shop.desktop.window.area.x).toBe(986);
    expect((await standing()).screenId).toBe(2);
    shop.desktop.screens = [till, other];
    shop.main.app.dock.screensChanged();
    expect(shop.desktop.window.area.x).toBe(1366 + 986);
  });

  it('stands where it was dragged to; a little moved, it goes back to its edge', async () => {
    opened();
    await toDock();
    shop.desktop.window.area = { ...shop.desktop.window.area, x: 120 };
    shop.main.app.dock.dropped();
    expect(shop.desktop.window.area.x).toBe(0);
    expect((await standing()).side).toBe('left');
  });
});

describe('the hotkey', () => {
  it('puts the dock away, and calls it back with the keys in the box', async () => {
    opened();
    await toDock();
    press('F8');
    expect(shop.desktop.window.seen).toBe('hidden');
    press('F8');
    expect(shop.desktop.window.seen).toBe('in_front');
    expect(said()).toBe(1);
  });

  it('gives the keys to a dock that is seen beside the till program, and does not put it away', async () => {
    opened();
    await toDock();
    shop.desktop.window.seen = 'behind';
    press('F8');
    expect(shop.desktop.window.seen).toBe('in_front');
    expect(said()).toBe(1);
  });

  it('puts the wide window into the taskbar, where windows are looked for', () => {
    opened();
    press('F8');
    expect(shop.desktop.window.seen).toBe('minimised');
    press('F8');
    expect(shop.desktop.window.seen).toBe('in_front');
  });

  it('brings the dock back to its place when somebody has moved it meanwhile', async () => {
    opened();
    await toDock();
    shop.desktop.window.area = { x: 5, y: 5, width: 380, height: 300 };
    press('F8');
    press('F8');
    expect(shop.desktop.window.area).toEqual({ x: 986, y: 0, width: 380, height: 728 });
  });

  it('is another one at once when the shop wants another, and the old one is free again', async () => {
    opened();
    expect(await shop.client.dock.setHotkey({ hotkey: 'Ctrl+Alt+K' })).toMatchObject({ ok: true });
    expect([...shop.desktop.heard.keys()]).toEqual(['Ctrl+Alt+K']);
    expect(await standing()).toMatchObject({ hotkey: 'Ctrl+Alt+K', heard: true });
  });

  it('that another program has is refused, and the old one goes on calling', async () => {
    opened();
    shop.desktop.taken.add('F13');
    const answer = await shop.client.dock.setHotkey({ hotkey: 'F13' });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'taken' } });
    expect([...shop.desktop.heard.keys()]).toEqual(['F8']);
    expect(await standing()).toMatchObject({ hotkey: 'F8', heard: true });
  });

  it.each([
    ['F2', 'own_key'],
    ['Ctrl+C', 'too_plain'],
    ['Alt+F4', 'system_key'],
  ])('%s is refused as %s without asking the system', async (hotkey, code) => {
    opened();
    const answer = await shop.client.dock.setHotkey({ hotkey });
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
    expect([...shop.desktop.heard.keys()]).toEqual(['F8']);
  });

  it('that another program had at the start is said, and the same key is tried again when asked', async () => {
    shop.desktop.taken.add('F8');
    opened();
    expect(await standing()).toMatchObject({ hotkey: 'F8', heard: false });
    shop.desktop.taken.delete('F8');
    expect(await shop.client.dock.setHotkey({ hotkey: 'F8' })).toMatchObject({ ok: true });
    expect(await standing()).toMatchObject({ hotkey: 'F8', heard: true });
  });
});

describe('a window that was put away is never lost', () => {
  it('is hidden only where a key calls it back: else the taskbar keeps it', async () => {
    shop.desktop.taken.add('F8');
    opened();
    await toDock();
    await shop.client.dock.dismiss({});
    expect(shop.desktop.window.seen).toBe('minimised');
  });

  it('started with the computer, it waits in its dock until it is called', async () => {
    expect(shop.main.app.dock.begin(true)).toEqual({ shown: false });
    expect((await standing()).form).toBe('dock');
  });

  it('started with the computer while its key is taken, it shows itself', () => {
    shop.desktop.taken.add('F8');
    expect(shop.main.app.dock.begin(true)).toEqual({ shown: true });
  });
});

describe('starting with the computer', () => {
  it('is the system’s own list, and off until somebody wants it', async () => {
    expect((await standing()).startsWithComputer).toBe(false);
    await shop.client.dock.startWithComputer({ on: true });
    expect((await standing()).startsWithComputer).toBe(true);
  });

  it('is not offered where the system keeps no list', async () => {
    shop.desktop.startsWithComputer = null;
    expect((await standing()).startsWithComputer).toBeNull();
    const answer = await shop.client.dock.startWithComputer({ on: true });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not_on_this_system' } });
  });
});
