import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

const ASKED = { name: '街角小店', zone: 'Asia/Shanghai', owner: { name: '店主', pin: null } };

describe('the tour of the counter', () => {
  let shop: TestShop;
  afterEach(() => shop.close());
  const due = async () => (await shop.client.settings.tour({})).due;

  it('is due once the first store of this PC was made, until it was walked or skipped', async () => {
    shop = await aShop({ open: false });
    expect(await due()).toBe(false);
    await shop.client.settings.createStore(ASKED);
    expect(await due()).toBe(true);
    await shop.client.settings.endTour({});
    expect(await due()).toBe(false);
    expect(shop.events).toContainEqual({ type: 'data-changed', scopes: ['preferences'] });
  });

  it('is still due after a restart in its middle, and over after one behind it', async () => {
    const userData = mkdtempSync(join(tmpdir(), 'shuke-test-'));
    shop = await aShop({ userData });
    await shop.main.stop();
    shop = await aShop({ userData, open: false });
    expect(await due()).toBe(true);
    await shop.client.settings.endTour({});
    await shop.main.stop();
    shop = await aShop({ userData, open: false });
    expect(await due()).toBe(false);
  });

  it('does not come to who knew Shuke before it', async () => {
    const userData = mkdtempSync(join(tmpdir(), 'shuke-test-'));
    shop = await aShop({ userData });
    await shop.main.stop();
    // As a Shuke without the tour has left it.
    writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ locale: 'en', theme: 'dark' }));
    shop = await aShop({ userData, open: false });
    expect(await shop.client.settings.preferences({})).toEqual({ locale: 'en', theme: 'dark' });
    expect(await due()).toBe(false);
  });

  it('is not asked for by a store that could not be made', async () => {
    shop = await aShop({ open: false });
    await shop.client.settings.createStore({ ...ASKED, zone: 'Nowhere/Town' });
    expect(await due()).toBe(false);
  });
});
