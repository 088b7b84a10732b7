import { FaultError } from '@contract/calling';
import { fen, NO_POINTS } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../support/exports';
import { aShop, type TestShop } from '../../support/shop';
import { sale, sales } from './support';

let shop: TestShop;
let memberId: string;
beforeEach(async () => {
  shop = await aShop();
  memberId = await shop.member('张三');
});
afterEach(() => shop.close());

/**
 * The next COMMIT of the counter's connection answers an error of the disk, as SQLite does when the flush
 * fails: after what it wrote has reached the disk all the same, or without.
 */
function failNextCommit(reaches: boolean): () => void {
  const statements = Object.getPrototypeOf(shop.raw().prepare('select 1')) as {
    run: (...args: unknown[]) => unknown;
  };
  const { run } = statements;
  statements.run = function (this: { source: string; database: { exec: (sql: string) => void } }, ...args) {
    if (this.source !== 'commit') return run.apply(this, args);
    statements.run = run;
    if (reaches) run.apply(this, args);
    else this.database.exec('rollback');
    throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
  };
  return () => {
    statements.run = run;
  };
}

const bill = () => ({ memberId, gross: fen(1000), receiptNo: '', items: [], redeem: NO_POINTS });

describe('trust, Durability: after an error of the disk in COMMIT the outcome is unknown, so it is looked up', () => {
  it('it was recorded after all: the answer is that of the sale, and once only', async () => {
    const request = shop.request();
    const restore = failNextCommit(true);
    const sold = await shop.client.purchases.record(request, bill());
    restore();
    expect(sold).toMatchObject({ ok: true, value: { paid: 1000 } });
    expect(await sales(shop)).toBe(1);
    expect(await shop.client.purchases.record(request, bill())).toEqual(sold);
    expect(await sales(shop)).toBe(1);
    const { rows } = await shop.client.members.lookup({ text: '张三' });
    expect(rows[0]).toMatchObject({ visits: 1 });
  });

  it('it was not: the window is told so, and the same click records it', async () => {
    const request = shop.request();
    const restore = failNextCommit(false);
    const failed = await shop.client.purchases.record(request, bill()).catch((error: unknown) => error);
    restore();
    expect(failed).toBeInstanceOf(FaultError);
    expect(failed).toMatchObject({ kind: 'disk_error' });
    expect(await sales(shop)).toBe(0);
    expect(await shop.client.purchases.record(request, bill())).toMatchObject({ ok: true });
    expect(await sales(shop)).toBe(1);
  });

  it('whoever is at the counter stays there', async () => {
    const cashier = await shop.as('cashier');
    const restore = failNextCommit(true);
    await shop.client.purchases.record(shop.request(), bill());
    restore();
    expect((await shop.people.here()).id).toBe(cashier.id);
    await sale(shop, memberId, 3);
    expect(await sales(shop)).toBe(2);
  });
});

describe('trust, Durability: a full disk', () => {
  it('refuses a sale within a second and says why; what was there is there, and sales go on once there is room', async () => {
    await sale(shop, memberId, 3);
    const pages = Number(shop.raw().pragma('page_count', { simple: true }));
    shop.raw().pragma(`max_page_count = ${pages}`);
    const began = performance.now();
    let refused: unknown;
    for (let tries = 0; tries < 500 && refused === undefined; tries++)
      refused = await shop.client.purchases
        .record(shop.request(), { ...bill(), receiptNo: `R${tries}` })
        .then(
          () => undefined,
          (error: unknown) => error,
        );
    expect(refused).toMatchObject({ kind: 'disk_full' });
    expect(performance.now() - began).toBeLessThan(15_000);
    const before = await sales(shop);
    const asked = performance.now();
    await expect(shop.client.purchases.record(shop.request(), bill())).rejects.toMatchObject({
      kind: 'disk_full',
    });
    expect(performance.now() - asked).toBeLessThan(1000);
    expect(await sales(shop)).toBe(before);
    shop.raw().pragma('max_page_count = 1000000');
    await sale(shop, memberId, 3);
    expect(await sales(shop)).toBe(before + 1);
  });
});

describe('trust, Durability: little room is told, and kept for the counter', () => {
  const level = async () => (await shop.client.backups.standing({})).disk.level;

  it('warns under 500 MB, and says how much under 100 MB', async () => {
    const mb = 1024 * 1024;
    shop.disk.free = 500 * mb;
    expect(await level()).toBe('fine');
    shop.disk.free = 500 * mb - 1;
    expect(await level()).toBe('low');
    shop.disk.free = 100 * mb - 1;
    expect(await level()).toBe('very_low');
  });

  it('refuses every export under 100 MB, and goes on selling', async () => {
    shop.disk.free = 100 * 1024 * 1024 - 1;
    shop.dialogs.folder = shop.userData;
    shop.dialogs.save = `${shop.userData}/list.csv`;
    expect(await shop.client.exchange.exportAll(EVERYTHING)).toMatchObject({
      refusal: { code: 'little_room', params: { freeBytes: shop.disk.free } },
    });
    const table = {
      title: '表',
      columns: [{ name: '列', kind: 'text' as const }],
      rows: [['甲']],
      notes: [],
    };
    expect(await shop.client.exchange.saveTable(table)).toMatchObject({
      refusal: { code: 'file_not_written', params: { why: 'disk_full' } },
    });
    await sale(shop, memberId, 3);
    expect(await sales(shop)).toBe(1);
  });
});
