import { writeFileSync } from 'node:fs';
import { createStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { aShop, type TestShop } from '../support/shop';

const NOW = instant(Date.parse('2026-05-18T04:00:00Z'));
const ZONE = 'Asia/Shanghai';
const ASKED = { name: '街角小店', zone: ZONE, owner: { name: '店主', pin: null } };

/** A sample store that is there already, empty: making the real one is not what is tested here. */
async function leaveSampleAt(path: string): Promise<void> {
  const opened = createStore(path, NOW, (raw) =>
    fillNewStore(raw, {
      id: uuidv7(),
      name: '示例店铺',
      calendar: { zone: ZONE, dayStartHour: 0 },
      sample: true,
      owner: { id: uuidv7(), name: '店主' },
      now: NOW,
    }),
  );
  await opened.close();
}

describe('one store at a time', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await aShop({ open: false });
  });
  afterEach(() => shop.close());

  it('changes stores one after the other, however fast the clicks come', async () => {
    const { sample } = pathsIn(shop.userData);
    await leaveSampleAt(sample);
    const { settings } = shop.client;
    await Promise.all([settings.openSample({}), settings.createStore(ASKED), settings.openSample({})]);
    expect(await settings.store({})).toMatchObject({ state: 'open', sample: true });
    // A store left open behind the other would still hold its file.
    expect(await settings.leaveSample({})).toMatchObject({ ok: true, value: { name: '街角小店' } });
    expect(shop.reported).toEqual([]);
  });

  it('goes back to one’s own store when the sample store does not open', async () => {
    const { sample } = pathsIn(shop.userData);
    await leaveSampleAt(sample);
    writeFileSync(sample, 'no store');
    const { settings } = shop.client;
    await settings.createStore(ASKED);
    expect(await settings.openSample({})).toMatchObject({ ok: false, refusal: { code: 'store_fault' } });
    expect(await settings.store({})).toMatchObject({ state: 'open', name: '街角小店' });
    await shop.member('张三');
  });

  it('starts with one’s own store when the sample store was asked for and does not open', async () => {
    const { sample } = pathsIn(shop.userData);
    await leaveSampleAt(sample);
    writeFileSync(sample, 'no store');
    await shop.client.settings.createStore(ASKED);
    await shop.main.stop();
    await shop.main.start({ sample: true });
    expect(await shop.client.settings.store({})).toMatchObject({ state: 'open', name: '街角小店' });
  });

  it('shows the fault screen even when the folder of backups cannot be read', async () => {
    const { store } = pathsIn(shop.userData);
    await shop.client.settings.createStore(ASKED);
    await shop.main.stop();
    writeFileSync(store, 'no store');
    writeFileSync(store.replace('shuke.db', 'backups'), 'no folder');
    await shop.main.start();
    expect(await shop.client.settings.store({})).toMatchObject({ state: 'fault', fault: 'not_a_database' });
  });
});
