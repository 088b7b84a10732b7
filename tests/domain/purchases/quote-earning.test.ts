import { earningOf } from '@domain/purchases/earning';
import { DEFAULT_RULES, type EarnEvent } from '@domain/settings/shop-rules';
import { businessDate, fen } from '@domain/units';
import { describe, expect, it, test } from 'vitest';
import { coupon, item, memberDay, off, quote } from './rung-up';

const event = (name: string, up: number, from = '2026-05-18', to = '2026-05-18'): EarnEvent => ({
  name,
  multiplier: { up, per: 10 },
  from: businessDate(from),
  to: businessDate(to),
});
const noDiscount = {
  tiers: {
    ...DEFAULT_RULES.tiers,
    rights: {
      ...DEFAULT_RULES.tiers.rights,
      loyal: { ...DEFAULT_RULES.tiers.rights.loyal, discountPercent: 0 },
    },
  },
};
const born = { month: 5, day: 18 };

describe('S40 what a bill earns: paid money x tier x the best event of the day, rounded down once', () => {
  it('¥88.80 paid by a loyal member earns 106 points', () =>
    expect(quote({ gross: 8880, tier: 'loyal', rules: noDiscount }).earned).toBe(106));

  test.each([
    // tier      birthday  events                                     event       points
    ['regular', null, [], null, 100],
    ['vip', null, [], null, 150],
    ['regular', born, [], 'birthday', 200],
    ['vip', born, [], 'birthday', 300],
    ['regular', { month: 5, day: 19 }, [], null, 100],
    ['regular', null, [event('开业', 15)], 'campaign', 150],
    ['regular', born, [event('开业', 15)], 'birthday', 200],
    ['regular', born, [event('店庆', 30)], 'campaign', 300],
    ['regular', born, [event('同样', 20)], 'birthday', 200], // alike: the birthday is named
    ['regular', null, [event('小', 12), event('大', 15)], 'campaign', 150],
    ['regular', null, [event('昨天', 30, '2026-05-01', '2026-05-17')], null, 100],
    ['regular', null, [event('明天', 30, '2026-05-19', '2026-05-31')], null, 100],
    ['regular', null, [event('整月', 30, '2026-05-01', '2026-05-31')], 'campaign', 300],
    ['regular', null, [event('一倍', 10)], null, 100],
  ] as const)('%s, born %j, %j: %s, %d points for ¥100 paid', (tier, birthday, events, kind, points) => {
    const paid = quote({ gross: 10000, special: 10000, tier, birthday, rules: { earnEvents: events } });
    expect(paid.earning.event?.kind ?? null).toBe(kind);
    expect(paid.earned).toBe(points);
  });

  it('names the campaign that counts', () =>
    expect(quote({ gross: 10000, rules: { earnEvents: [event('店庆', 30)] } }).earning.event).toEqual({
      kind: 'campaign',
      name: '店庆',
      multiplier: { up: 30, per: 10 },
    }));
});

describe('the earning base: money paid for lines that earn', () => {
  it('takes the tier discount of the lines it was given on: tobacco at a special price earns nothing and pays nothing of it', () => {
    const items = [item(8000), item(2000, { earns: false, fullPrice: false })];
    expect(quote({ gross: 10000, items, tier: 'vip' })).toMatchObject({
      lineDiscounts: [1200, 0],
      earningBase: 6800,
      earned: 102,
    });
  });

  it('shares a coupon over all lines by what is left of them', () => {
    const items = [item(8000), item(2000, { earns: false, fullPrice: false })];
    const asked = { gross: 10000, items, tier: 'vip', coupons: [coupon('a', off(880))] } as const;
    // 6800 and 2000 are left: 680 and 200 of the coupon
    expect(quote(asked)).toMatchObject({ lineDiscounts: [1880, 200], earningBase: 6120, earned: 91 });
  });

  it('shares the points out in the same way: ¥10 of ¥79.20 paid by points', () => {
    const items = [item(8000), item(2000, { earns: false, fullPrice: false })];
    const coupons = [coupon('a', off(880))];
    const sale = quote({ gross: 10000, items, tier: 'vip', usable: 5000, coupons, redeem: 1000 });
    expect(sale).toMatchObject({ total: 7920, due: 6920, earningBase: 6120 - 772 }); // 772.7 rounded down
  });

  it('adds odd fen up: of ¥0.10 and then ¥1.00 the last of three lines bears the rest', () => {
    const items = [item(333), item(333), item(334)];
    const rules = memberDay(1);
    const sale = quote({ gross: 1000, items, rules, coupons: [coupon('a', off(100))] });
    expect(sale.discount).toBe(110);
    // 3 + 3 + 4, which leaves 330 each; then 33 + 33 + 34
    expect(sale.lineDiscounts).toEqual([36, 36, 38]);
  });

  it('is nothing on a bill that coupons pay', () =>
    expect(quote({ gross: 500, items: [item(500)], coupons: [coupon('a', off(500))] })).toMatchObject({
      due: 0,
      earningBase: 0,
      earned: 0,
      lineDiscounts: [500],
    }));
});

describe('S45 born on 29 February', () => {
  test.each([
    ['2026-02-28', true],
    ['2028-02-28', false],
    ['2028-02-29', true],
    ['2026-03-01', false],
  ])('%s: %s', (day, doubled) => {
    const buyer = { id: 'they', tier: 'regular', usable: 0, birthday: { month: 2, day: 29 } } as const;
    const earning = earningOf(fen(10000), buyer, DEFAULT_RULES, businessDate(day));
    expect(earning.points).toBe(doubled ? 200 : 100);
  });
});
