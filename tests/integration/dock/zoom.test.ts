import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop({ open: false });
  shop.main.app.dock.begin(false);
});
afterEach(() => shop.close());

describe('how large everything is drawn', () => {
  it('is chosen in percent, and the window follows at once', async () => {
    await shop.client.dock.setZoom({ percent: 150 });
    expect(shop.desktop.window.times).toBe(1.5);
    expect(await shop.client.dock.zoom({})).toEqual({ percent: 150 });
  });

  it('goes up and down by steps, and stays at either end', async () => {
    await shop.client.dock.stepZoom({ by: -1 });
    expect(shop.desktop.window.times).toBe(1);
    await shop.client.dock.stepZoom({ by: 1 });
    await shop.client.dock.stepZoom({ by: 1 });
    expect(shop.desktop.window.times).toBe(1.25);
  });

  it('a dock grows with what stands in it: it holds as much as before', async () => {
    await shop.client.dock.turn({ form: 'dock' });
    await shop.client.dock.setZoom({ percent: 125 });
    expect(shop.desktop.window.area).toMatchObject({ x: 1366 - 475, width: 475 });
  });

  it('is kept on this PC for the next start', async () => {
    await shop.client.dock.setZoom({ percent: 175 });
    const again = await aShop({ open: false, userData: shop.userData });
    again.main.app.dock.begin(false);
    again.main.app.dock.stand();
    expect(again.desktop.window.times).toBe(1.75);
    await again.close();
  });
});
