import { readFileSync } from 'node:fs';
import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../support/shop';

const sale = (memberId: string, gross: number, more: { redeem?: number; receiptNo?: string } = {}) => ({
  memberId,
  gross: fen(gross),
  receiptNo: more.receiptNo ?? '',
  items: [],
  redeem: points(more.redeem ?? 0),
});

/** Every row of every ledger, to show that nothing at all was written. */
const ledgers = (shop: TestShop) =>
  ['purchase', 'refund', 'points_entry', 'points_lot', 'points_move', 'command_outcome', 'receipt'].map(
    (table) => shop.raw().prepare(`select count(*) from ${table}`).pluck().get(),
  );

describe('a command', () => {
  let shop: TestShop;
  let zhang: string;
  beforeEach(async () => {
    shop = await aShop();
    zhang = await shop.member('张三', { phone: '13812348812', points: 500 });
  });
  afterEach(() => shop.close());

  it('answers a repeated request with the first outcome and writes nothing more', async () => {
    const request = shop.request();
    const first = await shop.client.purchases.record(request, sale(zhang, 8880));
    const after = ledgers(shop);
    expect(await shop.client.purchases.record(request, sale(zhang, 8880))).toEqual(first);
    expect(ledgers(shop)).toEqual(after);
    expect(shop.reported).toEqual([]);
  });

  it('never stores a payment code that was scanned as a receipt number', async () => {
    const code = '134567890123456789';
    expect(
      await shop.client.purchases.record(shop.request(), sale(zhang, 8880, { receiptNo: code })),
    ).toMatchObject({ ok: false, refusal: { code: 'payment_code' } });
    expect(shop.raw().prepare('select count(*) from purchase').pluck().get()).toBe(0);
  });

  it('answers a double click, both in flight at once, with one sale', async () => {
    const request = shop.request();
    const both = await Promise.all(
      [1, 2].map(() => shop.client.purchases.record(request, sale(zhang, 8880))),
    );
    expect(both[0]).toEqual(both[1]);
    expect(shop.raw().prepare('select count(*) from purchase').pluck().get()).toBe(1);
  });

  it('is done once it is in the store, whatever fails in telling the window', async () => {
    shop.events.push = () => {
      throw new Error('the window has gone');
    };
    expect(await shop.client.purchases.record(shop.request(), sale(zhang, 8880))).toMatchObject({ ok: true });
    expect(shop.reported).toHaveLength(1);
  });

  it('refuses lines whose sum is far beyond any bill, like lines that are wrong by a fen', async () => {
    const line = { product: '咖啡', quantityMilli: 1000, amount: fen(1_000_000_000_000), earns: true };
    expect(
      await shop.client.purchases.record(shop.request(), { ...sale(zhang, 100), items: [line, line] }),
    ).toMatchObject({ ok: false, refusal: { code: 'lines_differ', params: { sum: 2_000_000_000_000 } } });
  });

  it('never spends the same points twice: of two redemptions at once one is refused', async () => {
    const both = await Promise.all(
      [1, 2].map(() => shop.client.purchases.record(shop.request(), sale(zhang, 1000, { redeem: 500 }))),
    );
    expect(both.map((outcome) => (outcome.ok ? 'sold' : outcome.refusal.code)).sort()).toEqual([
      'insufficient_points',
      'sold',
    ]);
    expect(shop.raw().prepare("select count(*) from points_entry where kind = 'redeem'").pluck().get()).toBe(
      1,
    );
  });

  it('refuses to use a request id again for another act', async () => {
    const request = shop.request();
    await shop.client.purchases.record(request, sale(zhang, 8880));
    await expect(
      shop.client.points.adjust(request, { memberId: zhang, points: points(10), reason: '测试' }),
    ).rejects.toThrow('fault');
  });

  it('rolls everything back when it is refused, so that the same request may be tried again', async () => {
    const before = ledgers(shop);
    const request = shop.request();
    const refused = await shop.client.purchases.record(request, sale(zhang, 100_000, { redeem: 5000 }));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'insufficient_points' } });
    expect(ledgers(shop)).toEqual(before);
    expect(await shop.client.purchases.record(request, sale(zhang, 100_000, { redeem: 500 }))).toMatchObject({
      ok: true,
    });
  });

  it('tells the window once what to read again', async () => {
    shop.events.length = 0;
    await shop.client.purchases.record(shop.request(), sale(zhang, 8880));
    expect(shop.events).toEqual([
      { type: 'data-changed', scopes: ['purchases', 'points', 'coupons', 'members'] },
    ]);
  });

  it('says that the disk is full, records nothing, and works again when there is room', async () => {
    const raw = shop.raw();
    raw.pragma('wal_checkpoint(truncate)');
    const pages = Number(raw.pragma('page_count', { simple: true }));
    raw.pragma(`max_page_count = ${pages}`);
    const before = ledgers(shop);
    let refusedAt = -1;
    // Free pages inside the file may still take a sale or two.
    for (let time = 0; time < 300 && refusedAt < 0; time += 1) {
      const taken = ledgers(shop);
      try {
        await shop.client.purchases.record(shop.request(), sale(zhang, 100 + time));
      } catch (error) {
        expect(error).toMatchObject({ kind: 'disk_full' });
        expect(ledgers(shop)).toEqual(taken);
        refusedAt = time;
      }
    }
    expect(refusedAt).toBeGreaterThanOrEqual(0);
    expect(before).not.toEqual([]);
    raw.pragma(`max_page_count = ${pages * 4}`);
    expect(await shop.client.purchases.record(shop.request(), sale(zhang, 8880))).toMatchObject({ ok: true });
    expect(shop.raw().pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('answers store_closed, not a bug, when no store is open', async () => {
    await shop.main.app.session.close();
    await expect(shop.client.purchases.record(shop.request(), sale(zhang, 100))).rejects.toMatchObject({
      kind: 'store_closed',
    });
    await expect(shop.client.members.recent({})).rejects.toMatchObject({ kind: 'store_closed' });
  });
});

describe('the store of a new shop', () => {
  it('begins at the first-run screen and asks for a name, a zone and its owner', async () => {
    const owner = { name: '陈掌柜', pin: null };
    const shop = await aShop({ open: false });
    expect(await shop.client.settings.store({})).toEqual({ state: 'none', guessedZone: 'Asia/Shanghai' });
    expect(
      await shop.client.settings.createStore({ name: '街角小店', zone: 'Mars/Olympus', owner }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'unknown_zone' },
    });
    expect(
      await shop.client.settings.createStore({ name: '街角小店', zone: 'Asia/Urumqi', owner }),
    ).toMatchObject({
      ok: true,
      value: {
        store: { state: 'open', name: '街角小店', zone: 'Asia/Urumqi', sample: false },
        recoveryCode: null,
      },
    });
    expect(
      await shop.client.settings.createStore({ name: '第二家', zone: 'Asia/Urumqi', owner }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'store_exists' },
    });
    await shop.close();
  });

  it('keeps a change of rules as a new version, and refuses one that is based on an older', async () => {
    const shop = await aShop();
    const { version, rules } = await shop.client.settings.rules({});
    const changed = { ...rules, complaints: { ...rules.complaints, responseHours: 12 } };
    expect(
      await shop.client.settings.changeRules(shop.request(), { basedOn: version, rules: changed }),
    ).toEqual({
      ok: true,
      value: { version: version + 1 },
    });
    expect(await shop.client.settings.rules({})).toMatchObject({ version: version + 1, rules: changed });
    expect(await shop.client.settings.changeRules(shop.request(), { basedOn: version, rules })).toMatchObject(
      {
        ok: false,
        refusal: { code: 'changed_meanwhile' },
      },
    );
    await shop.close();
  });

  it('shows a new store name at once', async () => {
    const shop = await aShop();
    await shop.client.settings.renameStore(shop.request(), { name: '转角小店' });
    expect(await shop.client.settings.store({})).toMatchObject({ name: '转角小店' });
    await shop.close();
  });

  it('remembers language and theme outside the store', async () => {
    const shop = await aShop();
    await shop.client.settings.setPreferences({ locale: 'en', theme: 'dark' });
    expect(await shop.client.settings.preferences({})).toMatchObject({ locale: 'en', theme: 'dark' });
    expect(JSON.parse(readFileSync(`${shop.userData}/preferences.json`, 'utf8'))).toMatchObject({
      locale: 'en',
      theme: 'dark',
    });
    await shop.close();
  });
});
