import { DeniedError } from '@contract/calling';
import { fen, instant, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

const [MINUTE, HOUR] = [60_000, 3_600_000];
let shop: TestShop;
let zhang: string;
beforeEach(async () => {
  shop = await aShop();
  zhang = await shop.member('张三');
});
afterEach(() => shop.close());

const sell = () =>
  shop.client.purchases.record(shop.request(), {
    ...{ memberId: zhang, gross: fen(8880), receiptNo: '', items: [], redeem: points(0) },
  });
const setBack = (ms: number) => {
  shop.clock.now = instant(shop.clock.now - ms);
};
const entries = () =>
  shop.raw().prepare<[], { act: string; at: number }>('select act, at from audit_entry order by seq').all();
const acts = (name: string) => entries().filter(({ act }) => act === name);

describe('a clock that is set back (trust, Durability: ts = max(now, last))', () => {
  it('by less than two minutes is the network’s doing: entries wait at the last moment, nothing is told', async () => {
    const before = shop.clock.now;
    setBack(MINUTE);
    await sell();
    expect(entries().at(-1)).toEqual({ act: 'purchases.record', at: before });
    expect(acts('clock.back')).toEqual([]);
  });

  it('by hours is told once, and no entry and no bill goes back in time', async () => {
    const before = shop.clock.now;
    setBack(5 * HOUR);
    await sell();
    await sell();
    expect(acts('clock.back')).toEqual([{ act: 'clock.back', at: before }]);
    expect(shop.raw().prepare('select distinct bought_at from purchase').pluck().all()).toEqual([before]);
    // It has caught up, and is set back another time.
    shop.clock.now = instant(before + HOUR);
    await sell();
    setBack(2 * MINUTE);
    await sell();
    expect(acts('clock.back')).toHaveLength(2);
    expect(entries().map(({ at }) => at)).toEqual(
      entries()
        .map(({ at }) => at)
        .sort((a, b) => a - b),
    );
  });

  it('across midnight: the business date does not go back, neither of what is written nor of what is shown', async () => {
    setBack(13 * HOUR); // noon of the 18th becomes 23:00 of the 17th
    await sell();
    expect(shop.raw().prepare('select business_date from purchase').pluck().all()).toEqual(['2026-05-18']);
    expect(await shop.client.days.preview({ date: null })).toMatchObject({
      date: '2026-05-18',
      isToday: true,
    });
  });

  it('by a day or more: nothing is recorded, everything is still shown, and the reason is said', async () => {
    setBack(24 * HOUR);
    const before = entries();
    await expect(sell()).rejects.toEqual(new DeniedError({ code: 'clock_back' }));
    expect(entries()).toEqual(before);
    expect(await shop.client.audit.clock({})).toMatchObject({ state: 'behind', now: shop.clock.now });
    expect(await shop.client.members.card({ memberId: zhang })).not.toBeNull();
  });

  it('rules, Staff: the owner says that it is right, that is sealed, and entries go on from there', async () => {
    const last = shop.clock.now;
    setBack(48 * HOUR);
    expect(await shop.client.audit.confirmClock(shop.request(), {})).toEqual({
      ok: true,
      value: { at: shop.clock.now },
    });
    expect(await shop.client.audit.list({ ...NEWEST, act: 'audit.confirmClock' })).toMatchObject({
      rows: [{ at: shop.clock.now, businessDate: '2026-05-16', hasChange: true }],
    });
    const seq = entries().length;
    expect((await shop.client.audit.entry({ seq }))?.notes).toEqual([
      { why: null, before: last, after: shop.clock.now },
    ]);
    expect(await sell()).toMatchObject({ ok: true });
    expect(entries().at(-1)?.at).toBe(shop.clock.now);
    expect(acts('clock.back')).toEqual([]);
  });

  it('rules, Staff: asks for the owner’s PIN, and a cashier has none to give', async () => {
    await shop.as('cashier');
    setBack(48 * HOUR);
    await expect(shop.client.audit.confirmClock(shop.request(), {})).rejects.toEqual(
      new DeniedError({ code: 'approval_needed', role: 'owner' }),
    );
    shop.people.approvedBy = 'owner';
    expect(await shop.client.audit.confirmClock(shop.request(), {})).toMatchObject({ ok: true });
    expect(await sell()).toMatchObject({ ok: true });
  });

  it('a clock that is right needs no word of the owner', async () => {
    expect(await shop.client.audit.confirmClock(shop.request(), {})).toMatchObject({
      refusal: { code: 'clock_right' },
    });
  });
});

const NEWEST = { subject: null, staffId: null, act: null, from: null, to: null, before: null, limit: 50 };
