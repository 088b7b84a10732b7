import type { Fen } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

const yuan = (amount: number) => (amount * 100) as Fen;

describe('levels at the counter', () => {
  let shop: TestShop;
  let zhang: string;
  beforeEach(async () => {
    shop = await aShop();
    zhang = await shop.member('张三');
  });
  afterEach(async () => {
    expect(shop.reported).toEqual([]);
    await shop.close();
  });

  async function sell(gross: number) {
    const sold = await shop.client.purchases.record(shop.request(), {
      memberId: zhang,
      gross: yuan(gross),
      receiptNo: '',
      items: [],
      redeem: 0 as never,
    });
    if (!sold.ok) throw new Error(sold.refusal.code);
    return sold.value;
  }
  const give = (purchaseId: string, amount: number) =>
    shop.client.purchases.refund(shop.request(), {
      purchaseId,
      amount: yuan(amount),
      shortfall: 'debt',
      reason: '不合适',
    });
  const why = async () => {
    const told = await shop.client.tiers.why({ memberId: zhang });
    if (told === null) throw new Error('张三');
    return told;
  };
  const kinds = async () => (await why()).changes.map(({ kind, from, to }) => `${kind} ${from} ${to}`);
  const set = (level: {
    tier: 'regular' | 'loyal' | 'vip';
    joinsAutomatic: boolean;
    until?: string;
    reason?: string;
  }) =>
    shop.client.tiers.setByHand(shop.request(), {
      memberId: zhang,
      reason: '老顾客',
      ...level,
      until: (level.until ?? null) as never,
    });

  it('S41 rises at the sale that reaches it, and the next bill has its discount', async () => {
    expect(await sell(999)).toMatchObject({ tier: null });
    expect(await sell(1)).toMatchObject({ tier: { from: 'regular', to: 'loyal' } });
    expect(await sell(100)).toMatchObject({ paid: 90_00, tier: null });
    expect(await why()).toMatchObject({
      standing: {
        tier: 'loyal',
        until: '2027-05-18',
        money: 1090_00,
        visits: 3,
        rights: { discountPercent: 10 },
      },
      billsInAll: 3,
      changes: [{ kind: 'up', from: 'regular', to: 'loyal', money: 1000_00, visits: 2, staffName: '店主' }],
    });
  });

  it('S51 is earned by money and visits, never by points: a present of 100,000 lifts nobody, spending them lowers nobody', async () => {
    const adjust = (points: number) =>
      shop.client.points.adjust(shop.request(), { memberId: zhang, points: points as never, reason: '测试' });
    expect(await adjust(100_000)).toMatchObject({ ok: true });
    expect((await why()).standing).toMatchObject({ tier: 'regular', money: 0, visits: 0 });
    await sell(1000);
    expect(await adjust(-101_000)).toMatchObject({ ok: true });
    expect((await why()).standing).toMatchObject({ tier: 'loyal', money: 1000_00, visits: 1 });
  });

  it('a refund within 30 days takes it back, as its preview says', async () => {
    const { purchaseId } = await sell(1000);
    const asked = { purchaseId, amount: yuan(1), shortfall: 'debt' } as const;
    const tier = { from: 'loyal', to: 'regular' };
    expect(await shop.client.purchases.previewRefund(asked)).toMatchObject({ effect: { tier } });
    expect(await give(purchaseId, 1)).toMatchObject({ value: { effect: { tier } } });
    expect(await kinds()).toEqual(['taken_back loyal regular', 'up regular loyal']);
    expect(await sell(1)).toMatchObject({ tier: { from: 'regular', to: 'loyal' } });
  });

  it('an undo takes it back as well; after 30 days a refund does not', async () => {
    const { purchaseId } = await sell(1000);
    await shop.client.purchases.undo(shop.request(), { purchaseId });
    expect((await why()).standing.tier).toBe('regular');
    const again = await sell(1000);
    shop.clock.advanceDays(31);
    expect(await give(again.purchaseId, 1000)).toMatchObject({ value: { effect: { tier: null } } });
    expect((await why()).standing).toMatchObject({ tier: 'loyal', money: 0, visits: 0 });
  });

  it('a protection that ended while nobody looked: card, quote and sale show the right level before any pass', async () => {
    await sell(6000);
    shop.clock.advanceDays(366);
    const card = await shop.client.members.card({ memberId: zhang });
    expect(card).toMatchObject({ tier: 'loyal', standing: { tier: 'loyal', since: '2027-05-19' } });
    expect(shop.raw().prepare('select tier from member').pluck().get()).toBe('vip');
    expect(await sell(100)).toMatchObject({ paid: 90_00 });
    expect(await kinds()).toEqual(['down vip loyal', 'up regular vip']);
    expect(shop.raw().prepare('select tier from member').pluck().get()).toBe('loyal');
    expect(shop.raw().prepare('select tier from member_lookup').pluck().get()).toBe('loyal');
  });

  it('by hand: with a reason, until a day that has not passed, and seen at once', async () => {
    expect(await set({ tier: 'vip', joinsAutomatic: true, reason: '' })).toMatchObject({
      refusal: { code: 'reason_needed' },
    });
    expect(await set({ tier: 'vip', joinsAutomatic: true, until: '2026-05-17' })).toMatchObject({
      refusal: { code: 'until_in_past' },
    });
    const gone = {
      memberId: shop.request(),
      tier: 'vip',
      joinsAutomatic: true,
      until: null,
      reason: 'x',
    } as const;
    expect(await shop.client.tiers.setByHand(shop.request(), gone)).toMatchObject({
      refusal: { code: 'member_gone' },
    });
    expect(await set({ tier: 'vip', joinsAutomatic: false, until: '2026-06-30' })).toMatchObject({
      value: { tier: 'vip', until: '2026-06-30' },
    });
    expect((await shop.client.members.lookup({ text: '张三' })).rows).toMatchObject([{ tier: 'vip' }]);
    expect(await why()).toMatchObject({
      standing: { tier: 'vip', fixed: true, next: null, keep: null },
      changes: [{ kind: 'by_hand', reason: '老顾客', fixed: true }],
    });
    shop.clock.advanceDays(44);
    expect((await why()).standing).toMatchObject({ tier: 'loyal', since: '2026-07-01', fixed: false });
  });

  it('the same request twice sets a level once', async () => {
    const request = shop.request();
    const level = {
      memberId: zhang,
      tier: 'vip',
      joinsAutomatic: true,
      until: null,
      reason: '老顾客',
    } as const;
    const first = await shop.client.tiers.setByHand(request, level);
    expect(await shop.client.tiers.setByHand(request, level)).toEqual(first);
    expect((await why()).changes).toHaveLength(1);
  });
});
