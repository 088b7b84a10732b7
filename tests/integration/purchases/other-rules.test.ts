import type { ShopRules } from '@domain/settings/shop-rules';
import { fen, points } from '@domain/units';
import { expect, it } from 'vitest';
import { chances } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { addTemplates, bill, changeRules, give, off, template } from '../coupons/shop-with-coupons';
import { brokenLaws } from '../ledger/laws-in-sql';

const COUPON = 777;
const REDEEMED = 1300;

/** Other rates, thresholds and days for a take-back than before. */
const otherRules =
  (chance: () => number) =>
  (rules: ShopRules): ShopRules => ({
    ...rules,
    points: {
      ...rules.points,
      earn: { points: points(1 + Math.floor(chance() * 3)), perFen: fen(100) },
      redeem: { points: points(100), worthFen: fen(100 * (1 + Math.floor(chance() * 3))) },
    },
    tiers: {
      ...rules.tiers,
      loyal: { money: fen(50_000 + Math.floor(chance() * 90_000)), visits: 12 },
      takeBackDays: Math.floor(chance() * 40),
    },
  });

/** A bill of `gross` paid with a coupon and points, given back in parts down to the last fen, each under other rules. */
async function inParts(shop: TestShop, memberId: string, gross: number, chance: () => number) {
  const { couponId } = await give(shop, memberId, 'hand');
  const asked = { ...bill(memberId, gross, [couponId]), redeem: points(REDEEMED) };
  const sold = await shop.client.purchases.record(shop.request(), asked);
  if (!sold.ok) throw new Error(sold.refusal.code);
  const { purchaseId, paid, earned } = sold.value;
  const sum = { money: 0, restored: 0, taken: 0, coupons: 0 };
  for (let left = gross - COUPON; left > 0; ) {
    await changeRules(shop, otherRules(chance));
    const amount = Math.min(left, chance() < 0.2 ? 1 : 1 + Math.floor(chance() * 40_000));
    const input = { purchaseId, amount: fen(amount), shortfall: 'debt' } as const;
    const foretold = await shop.client.purchases.previewRefund(input);
    const done = await shop.client.purchases.refund(shop.request(), { ...input, reason: '退货' });
    if (!done.ok) throw new Error(done.refusal.code);
    const { effect } = done.value;
    expect(foretold).toEqual({ possible: true, effect });
    left -= amount;
    sum.money += effect.moneyBack;
    sum.restored += effect.pointsRestored;
    sum.taken += effect.pointsTakenBack + effect.shortfall;
    sum.coupons += effect.coupons.restored.length;
    // The coupon is back with the last part, and not before.
    expect(sum.coupons).toBe(left === 0 ? 1 : 0);
  }
  return { sum, paid, earned };
}

it('a bill given back in parts under rules that change between them closes to the fen, the point and the level', async () => {
  const shop = await aShop();
  const chance = chances(5);
  await addTemplates(shop, template('hand', { terms: off(COUPON) }));
  for (let run = 0; run < 6; run++) {
    const memberId = await shop.member(`张三 ${run}`, { points: 5000 });
    const gross = 90_000 + Math.floor(chance() * 60_000);
    const { sum, paid, earned } = await inParts(shop, memberId, gross, chance);
    expect(sum).toEqual({ money: paid, restored: REDEEMED, taken: earned, coupons: 1 });
    expect(await shop.client.members.card({ memberId })).toMatchObject({
      points: 5000,
      standing: { tier: 'regular', money: 0, visits: 0 },
    });
  }
  expect(brokenLaws(shop.raw())).toEqual([]);
  expect(shop.reported).toEqual([]);
  await shop.close();
});
