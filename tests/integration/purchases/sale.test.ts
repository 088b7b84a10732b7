import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brokenLaws } from '../ledger/laws-in-sql';
import { FIRST_PURCHASE, FRIEND, OWN, type Purchase, REFERRAL, Story, yuan } from './story';

let story: Story;
async function begin(...begun: Parameters<typeof Story.begin>): Promise<void> {
  story = await Story.begin(...begun);
  await story.signUp(FRIEND);
}
beforeEach(() => begin({}, []));
afterEach(async () => {
  expect(brokenLaws(story.shop.raw())).toEqual([]);
  expect(story.shop.reported).toEqual([]);
  await story.shop.close();
});

const detail = (bill: string) => story.shop.client.purchases.detail({ purchaseId: story.bill(bill) });
const couponsOf = async (name: string) =>
  (await story.shop.client.coupons.ofMember({ memberId: story.member(name) })).map(
    ({ name: called, stateToday }) => `${called} ${stateToday}`,
  );

/** A sale as it is asked for, by coupon ids: what comes of it may be a refusal. */
async function record(purchase: Purchase & { couponIds?: string[]; expectedDue?: number }) {
  const { couponIds = [], expectedDue } = purchase;
  const outcome = await story.shop.client.purchases.record(story.shop.request(), {
    memberId: story.member(purchase.by ?? OWN),
    gross: yuan(purchase.yuan),
    couponIds,
    expectedDue: expectedDue === undefined ? null : yuan(expectedDue),
    receiptNo: '',
    items: [],
    redeem: 0 as never, // no points
  });
  return outcome.ok ? outcome.value : outcome.refusal;
}
const rowsOf = (table: string) => story.shop.raw().prepare(`select count(*) from ${table}`).pluck().get();

async function fiveYuanOff(): Promise<string> {
  await story.giveCoupon('五元券');
  const [coupon] = await story.shop.client.coupons.ofMember({ memberId: story.member(OWN) });
  if (coupon === undefined) throw new Error('no coupon');
  return coupon.id;
}

describe('the price of a sale', () => {
  beforeEach(() => story.signUp(OWN));

  it('S43 is kept with the bill in steps, with each line’s part, its points and the rule that made them', async () => {
    await story.buy('A', { yuan: 1000 });
    await story.giveCoupon('五元券');
    await story.buy('B', {
      yuan: 100,
      lines: [{ yuan: 60 }, { yuan: 40, fullPrice: false, earns: false }],
      coupons: ['五元券'],
      redeem: 100,
    });
    const bill = await detail('B');
    expect(bill).toMatchObject({
      ...{ gross: 100_00, discount: 11_00, total: 89_00, pointsWorth: 1_00, paid: 88_00 },
      // 54 of 94 yuan bear 54/94 of the coupon; the odd fen falls as the running sums round.
      items: [
        { amount: 60_00, discount: 8_87, fullPrice: true, earns: true },
        { amount: 40_00, discount: 2_13, fullPrice: false, earns: false },
      ],
      couponsUsed: [{ name: '五元券' }],
      couponsBrought: [],
      rule: { version: 2, effectiveFrom: '2026-05-18' },
    });
    expect(bill?.account?.steps.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['gross', 100_00],
      ['tier', -6_00],
      ['coupon', -5_00],
      ['total', 89_00],
      ['points', -1_00],
      ['due', 88_00],
    ]);
    expect(bill?.account?.earning).toMatchObject({ base: 50_56, tier: { tier: 'loyal' }, points: 60 });
  });

  it('is never taken silently when it is not the one that was told', async () => {
    expect(await record({ yuan: 50, expectedDue: 49 })).toMatchObject({
      code: 'price_changed',
      params: { due: 50_00 },
    });
    expect(rowsOf('purchase')).toBe(0);
    expect(await record({ yuan: 50, expectedDue: 50 })).toMatchObject({ paid: 50_00 });
  });

  it('follows a level that ended yesterday, though nothing has written it yet', async () => {
    await story.buy('A', { yuan: 1000 });
    story.shop.clock.advanceDays(367);
    expect(await story.buy('B', { yuan: 100 })).toMatchObject({ paid: 100_00, earned: 100, tier: null });
    const kinds = story.shop.raw().prepare('select kind from tier_change order by seq').pluck().all();
    expect(kinds).toEqual(['up', 'down']);
  });
});

describe('what a sale brings', () => {
  it('S41 a level at once, for the next bill', async () => {
    await story.signUp(OWN);
    expect(await story.buy('A', { yuan: 1000 })).toMatchObject({
      paid: 1000_00,
      tier: { from: 'regular', to: 'loyal' },
    });
    expect(await story.buy('B', { yuan: 100 })).toMatchObject({ paid: 90_00, earned: 108, tier: null });
  });

  it('S49 a coupon with the first purchase, and with no other', async () => {
    await story.shop.close();
    await begin({}, [FIRST_PURCHASE]);
    await story.signUp(OWN);
    const { brought } = await story.buy('A', { yuan: 30 });
    expect(brought).toMatchObject([{ name: '首单券', lastDay: '2026-06-16' }]);
    expect((await detail('A'))?.couponsBrought).toEqual(brought);
    expect((await story.buy('B', { yuan: 30 })).brought).toEqual([]);
  });

  it('S52 one for both sides when somebody sent the buyer; the counter tells the buyer of theirs', async () => {
    await story.shop.close();
    await begin({}, [REFERRAL]);
    await story.signUp(OWN, { sentBy: FRIEND });
    expect((await story.buy('A', { yuan: 60 })).brought).toMatchObject([{ name: '推荐券' }]);
    expect(await couponsOf(OWN)).toEqual(['推荐券 usable']);
    expect(await couponsOf(FRIEND)).toEqual(['推荐券 usable']);
    const counted = story.shop.raw().prepare('select usable_coupons from member_lookup').pluck().all();
    expect(counted).toEqual([1, 1]);
  });
});

describe('a coupon on a bill', () => {
  beforeEach(() => story.signUp(OWN));

  it('is used once: of two windows at the same time one sells, the other is told why not', async () => {
    const id = await fiveYuanOff();
    const both = await Promise.all([1, 2].map(() => record({ yuan: 50, couponIds: [id] })));
    expect(both.filter((outcome) => 'paid' in outcome)).toHaveLength(1);
    expect(both.find((outcome) => 'code' in outcome)).toMatchObject({
      code: 'coupon_used',
      params: { couponId: id, name: '五元券' },
    });
    expect(await couponsOf(OWN)).toEqual(['五元券 used']);
  });

  it('is refused with its reason, and nothing is written: gone, foreign, lapsed, below its threshold', async () => {
    const id = await fiveYuanOff();
    const before = rowsOf('command_outcome');
    expect(await record({ yuan: 50, couponIds: [story.shop.request()] })).toMatchObject({
      code: 'coupon_gone',
    });
    expect(await record({ yuan: 50, couponIds: [id], by: FRIEND })).toMatchObject({ code: 'coupon_foreign' });
    story.shop.clock.advanceDays(30);
    expect(await record({ yuan: 50, couponIds: [id] })).toMatchObject({
      code: 'coupon_lapsed',
      params: { lastDay: '2026-06-16' },
    });
    expect([rowsOf('purchase'), rowsOf('command_outcome')]).toEqual([0, before]);
  });

  it('that has nothing left to take off is not used up', async () => {
    await story.giveCoupon('三元券');
    await story.giveCoupon('三元券');
    await story.buy('A', { yuan: 3, coupons: ['三元券'] });
    const coupons = await story.shop.client.coupons.ofMember({ memberId: story.member(OWN) });
    expect(coupons.map(({ stateToday }) => stateToday)).toEqual(['usable', 'used']);
    expect(await detail('A')).toMatchObject({ total: 0, paid: 0, pointsEarned: 0 });
  });
});

it('S48 on a member day the better discount counts, and the other is named', async () => {
  await story.shop.close();
  await begin({ memberDay: { ...DEFAULT_RULES.memberDay, weekdays: [2] } }, []);
  await story.signUp(OWN);
  await story.buy('A', { yuan: 1000 });
  story.shop.clock.advanceDays(1); // Tuesday
  expect(await story.buy('B', { yuan: 100 })).toMatchObject({ paid: 80_00 });
  expect((await detail('B'))?.account?.passedOver).toEqual({ kind: 'tier', amount: 10_00, percentOff: 10 });
});
