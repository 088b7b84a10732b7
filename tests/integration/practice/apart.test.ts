import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fen, points } from '@domain/units';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsIn } from '../../../electron/main/paths';
import { aShop, type TestShop } from '../../support/shop';
import { prepareWorkers } from '../../support/worker';

const HOUR = 3_600_000;

/** Every file of one's own store, by name and content. */
const filesOf = (userData: string): string[] => {
  const folder = dirname(pathsIn(userData).store);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    })
    .sort();
};

let shop: TestShop;
let own: string[];
beforeAll(async () => {
  await prepareWorkers('seed-job', 'read-job', 'backup-job');
  shop = await aShop({ now: '2026-11-22T06:00:00Z' });
  await shop.people.as('manager');
  await shop.member('王梅', { phone: '13800001111' });
  expect(await shop.client.practice.begin({})).toMatchObject({ ok: true });
  own = filesOf(shop.userData);
}, 60_000);
afterAll(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

describe('an hour of practice', () => {
  it('is of a store of its own, with invented people and a name that says so', async () => {
    expect(await shop.client.settings.store({})).toMatchObject({
      ...{ state: 'open', sample: true, practice: true },
      name: '练习店铺（不是真账）',
    });
    expect((await shop.client.members.lookup({ text: '13800001111' })).rows).toEqual([]);
    expect(await shop.client.display.customerView({})).toMatchObject({ store: '练习店铺（不是真账）' });
  });

  it('writes no byte beside one’s own store, whatever is done and however long it takes', async () => {
    const { rows } = await shop.client.members.lookup({ text: '8812' });
    for (let minute = 0; minute < 60; minute += 6) {
      const sale = await shop.client.purchases.record(shop.request(), {
        ...{ memberId: rows[0]?.id ?? '', gross: fen(1000 + minute), receiptNo: '', items: [] },
        redeem: points(0),
      });
      expect(sale).toMatchObject({ ok: true });
      shop.clock.advance(HOUR / 10);
      await shop.main.app.backups.minute();
      shop.main.complaintWatch.look();
      shop.main.daily.wake();
      await shop.main.daily.settled();
    }
    expect(filesOf(shop.userData)).toEqual(own);
    expect(shop.alerts).toEqual([]);
  });

  it('lets nothing out as a whole: no backup, no second medium, no packet, no export, no folder of the till', async () => {
    const { backups, exchange, headOffice, pos } = shop.client;
    const folder = join(shop.userData, 'usb');
    mkdirSync(folder);
    Object.assign(shop.dialogs, { folder, file: join(folder, 'a'), save: join(folder, 'b') });
    const refused = (code: string) => ({ ok: false, refusal: { code } });
    expect(await backups.makeNow({})).toMatchObject(refused('in_sample'));
    expect(await backups.chooseSecondMedium({})).toMatchObject(refused('in_sample'));
    expect(await headOffice.send({ make: 'full', to: 'nowhere', again: [] })).toMatchObject(
      refused('in_sample'),
    );
    expect(await pos.chooseFolder({})).toMatchObject(refused('sample_store'));
    const everything = { tables: ['members' as const], period: null, segmentId: null, maskPhones: false };
    expect(await exchange.exportAll({ ...everything, format: 'csv' })).toMatchObject(refused('in_practice'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets no real customer in', async () => {
    expect(await shop.client.exchange.chooseFile({ kind: 'members' })).toMatchObject({
      refusal: { code: 'file_refused', params: { why: 'in_practice' } },
    });
  });

  it('begins anew at one call: nothing of the hour before is left', async () => {
    const before = await shop.client.settings.store({});
    const again = await shop.client.practice.begin({});
    expect(again).toMatchObject({ ok: true, value: { practice: true } });
    expect(await shop.client.settings.store({})).not.toEqual(before);
    expect(
      shop
        .raw()
        .prepare('select count(*) from purchase where recorded_at >= ?')
        .pluck()
        .get(1_795_327_200_000),
    ).toBe(0);
    expect(filesOf(shop.userData)).toEqual(own);
  });

  it('is gone when it is left, and whoever was signed in signs in again', async () => {
    expect(await shop.client.practice.leave({})).toMatchObject({
      ok: true,
      value: { state: 'open', name: '街角小店', sample: false, practice: false },
    });
    expect(existsSync(dirname(pathsIn(shop.userData).practice))).toBe(false);
    expect((await shop.client.staff.current({})).staff).toBeNull();
    expect(await shop.client.practice.leave({})).toMatchObject({ refusal: { code: 'not_practising' } });
  });
});
