import { catchUp } from '@db/insights/history';
import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';

let shop: TestShop;
let memberId: string;
beforeEach(async () => {
  shop = await aShop(HERE); // noon of 18 May 2026
  memberId = await shop.member('张三', { phone: '13812348812' });
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const MAY = { from: '2026-05-01' as never, to: '2026-05-31' as never }; // dates, checked by the contract

async function sale(gross: number, redeem = 0): Promise<string> {
  const done = await shop.client.purchases.record(shop.request(), {
    ...{ memberId, gross: fen(gross), receiptNo: '', items: [], redeem: points(redeem) },
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.purchaseId;
}
async function refund(purchaseId: string, amount: number): Promise<void> {
  const done = await shop.client.purchases.refund(shop.request(), {
    ...{ purchaseId, amount: fen(amount), shortfall: 'debt', reason: '不合适' },
  });
  if (!done.ok) throw new Error(done.refusal.code);
}

describe('the owner’s page over the bridge', () => {
  it('today follows every act at the counter at once', async () => {
    const bill = await sale(20_000);
    await sale(5000, 100);
    await refund(bill, 10_000);
    const undone = await sale(7000);
    expect((await shop.client.purchases.undo(shop.request(), { purchaseId: undone })).ok).toBe(true);
    expect(await shop.client.overview.today({})).toMatchObject({
      ...{ day: '2026-05-18', comparedWith: '2026-05-11', until: shop.clock.now },
      now: {
        ...{ taken: 24_900, refunded: 10_000, money: 14_900, bills: 2, refunds: 1, averageTicket: 12_450 },
        ...{ buyers: 1, newMembers: 1, pointsGiven: 149, pointsUsed: 100 },
      },
      before: { money: 0, bills: 0, averageTicket: null, newMembers: 0 },
    });
  });

  it('a bill refunded on a later day stays in its own day’s money', async () => {
    const bill = await sale(20_000);
    shop.clock.advanceDays(2);
    await refund(bill, 20_000);
    const { now, period, compared, series } = await shop.client.overview.figures(MAY);
    expect([period.to, compared.to, compared.how]).toEqual(['2026-05-20', '2026-04-20', 'same_days']);
    expect(now).toMatchObject({ money: 0, bills: 1, refunds: 1, buyers: 0 });
    expect(series.slice(-3).map(({ money }) => money)).toEqual([20_000, 0, -20_000]);
  });

  it('S23 customers are those of the histories: as many bought as the figures say', async () => {
    await sale(3000);
    shop
      .raw()
      .transaction(() => catchUp(shop.raw(), 1000))
      .immediate(); // as the quiet moment does
    const { now } = await shop.client.overview.customers(MAY);
    expect(now).toMatchObject({ atStart: 0, fresh: 1, lost: 0, atEnd: 1, freshMoney: 3000, retention: null });
    expect(now.bought).toBe((await shop.client.overview.figures(MAY)).now.buyers);
  });

  it('S85 key figures come with their targets, and nothing is told where nothing is known', async () => {
    const { targets, now, staff, worth } = await shop.client.overview.indicators(MAY);
    expect(targets).toEqual({ satisfaction: 90, loyalty: 80, wordOfMouth: 100 });
    expect(now).toMatchObject({ answers: 0, satisfaction: null, loyaltyScore: null, complaints: 0 });
    expect(staff).toMatchObject([{ name: '店主', satisfaction: null, loyaltyScore: null }]);
    expect(worth).toBeNull();
  });
});
