import { isMemberDay } from '@domain/purchases/member-day';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { describe, expect, it, test } from 'vitest';
import { ask, coupon, gift, item, memberDay, off, percent, quote, tierDiscount } from './rung-up';

describe('the sale at the counter: ¥128 by a VIP with a ¥20 coupon and 500 points', () => {
  const sale = quote({
    gross: 12800,
    tier: 'vip',
    usable: 1284,
    coupons: [coupon('a', off(2000))],
    redeem: 500,
  });

  it('is read out step by step and comes to ¥83.80', () => {
    expect(sale.steps).toEqual([
      { kind: 'gross', amount: 12800 },
      { kind: 'tier', amount: -1920, tier: 'vip', percentOff: 15, base: 12800 },
      { kind: 'coupon', amount: -2000, couponId: 'a', name: '券 a', terms: off(2000), base: 10880 },
      { kind: 'total', amount: 8880 },
      { kind: 'points', amount: -500, points: 500 },
      { kind: 'due', amount: 8380 },
    ]);
    expect(sale).toMatchObject({ gross: 12800, discount: 3920, total: 8880, due: 8380 });
  });

  it('earns 125 points: ¥83.80 paid, times 1.5, rounded down once', () => {
    expect(sale.earning).toEqual({
      base: 8380,
      rate: { points: 1, perFen: 100 },
      tier: { tier: 'vip', multiplier: { up: 3, per: 2 } },
      event: null,
      points: 125,
    });
    expect(sale).toMatchObject({ earningBase: 8380, earned: 125 });
  });
});

describe('S43 S83 the tier discount: a percentage of full-price goods', () => {
  test.each([
    // gross  special  tier       off
    [10000, 0, 'regular', 0],
    [10000, 0, 'loyal', 1000],
    [10000, 0, 'vip', 1500],
    [10000, 4000, 'vip', 900],
    [10000, 10000, 'vip', 0],
    [9999, 0, 'loyal', 1000], // 8999.1 is left: the tenth of a fen is the customer's
    [1, 0, 'loyal', 1],
    [7, 0, 'vip', 2],
  ] as const)('%d fen, of which %d at a special price, %s: %d off', (gross, special, tier, discount) => {
    expect(quote({ gross, special, tier })).toMatchObject({ discount, total: gross - discount });
  });

  it('passes lines at a special price by, and the lines say so', () => {
    const items = [item(6000), item(4000, { fullPrice: false })];
    expect(quote({ gross: 10000, items, tier: 'vip' })).toMatchObject({
      discount: 900,
      lineDiscounts: [900, 0],
      steps: [{}, { kind: 'tier', base: 6000 }, {}, {}],
    });
  });

  it('makes no step when there is nothing to take off', () => {
    const kinds = quote({ gross: 10000, special: 10000, tier: 'vip' }).steps.map(({ kind }) => kind);
    expect(kinds).toEqual(['gross', 'total', 'due']);
  });

  test.each([
    [{ gross: 5000, special: 5001 }, 'special_above_total', { gross: 5000 }],
    [{ gross: 5000, special: 1, items: [item(5000)] }, 'special_beside_lines', {}],
    [{ gross: 5000, items: [item(4000), item(999)] }, 'lines_differ', { sum: 4999, total: 5000 }],
    [{ gross: 0 }, 'amount_needed', {}],
  ])('%j is refused: %s', (asked, code, params) => {
    expect(ask(asked)).toEqual(new Refusal(code, params));
  });
});

describe('S48 member day: the better of the two, never both', () => {
  test.each([
    // special  tier  day   kind          off    passed over
    [0, 15, 20, 'member_day', 2000, { kind: 'tier', amount: 1500, percentOff: 15 }],
    [0, 15, 10, 'tier', 1500, { kind: 'member_day', amount: 1000, percentOff: 10 }],
    [0, 20, 20, 'tier', 2000, { kind: 'member_day', amount: 2000, percentOff: 20 }],
    [5000, 15, 10, 'member_day', 1000, { kind: 'tier', amount: 750, percentOff: 15 }],
    [0, 0, 20, 'member_day', 2000, null],
    [0, 15, 0, 'tier', 1500, null],
  ] as const)(
    '¥100 (%d fen special), tier %d %%, member day %d %%: %s takes %d off',
    (special, tierPercent, dayPercent, kind, amount, passedOver) => {
      const rules = { ...tierDiscount('vip', tierPercent), ...memberDay(dayPercent) };
      const sale = quote({ gross: 10000, special, tier: 'vip', rules });
      expect(sale.steps[1]).toMatchObject({ kind, amount: -amount });
      expect(sale.steps.filter((step) => step.kind === 'tier' || step.kind === 'member_day')).toHaveLength(1);
      expect(sale).toMatchObject({ discount: amount, passedOver });
    },
  );

  it('takes its percentage off special-price lines too', () => {
    const items = [item(6000), item(4000, { fullPrice: false })];
    const sale = quote({ gross: 10000, items, tier: 'vip', rules: memberDay(20) });
    expect(sale.lineDiscounts).toEqual([1200, 800]);
  });

  const rules = {
    ...DEFAULT_RULES.memberDay,
    weekdays: [3],
    monthDays: [18, 31],
    dates: [businessDate('2026-10-01')],
  };
  test.each([
    ['2026-05-20', true], // a Wednesday
    ['2026-05-21', false],
    ['2026-05-18', true], // the 18th
    ['2026-05-31', true],
    ['2026-06-30', false], // June has no 31st, and nothing takes its place
    ['2026-10-01', true],
    ['2027-10-01', false],
  ])('%s: %s', (day, expected) => expect(isMemberDay(businessDate(day), rules)).toBe(expected));
});

describe('coupons on a bill, in the order of the rules', () => {
  it('takes percentages before amounts, gifts last, whatever order they are given in', () => {
    const coupons = [
      coupon('gift', gift()),
      coupon('ten', off(1000)),
      coupon('tenth', percent(10)),
      coupon('five', off(500)),
      coupon('fifth', percent(20)),
    ];
    const sale = quote({ gross: 10000, tier: 'loyal', coupons });
    expect(
      sale.steps.map((step) => (step.kind === 'coupon' ? [step.couponId, step.amount] : step.kind)),
    ).toEqual([
      'gross',
      'tier', // 9000 left
      ['tenth', -900],
      ['fifth', -1620],
      ['ten', -1000],
      ['five', -500],
      ['gift', 0],
      'total',
      'due',
    ]);
    expect(sale).toMatchObject({ total: 4980, couponIds: ['tenth', 'fifth', 'ten', 'five', 'gift'] });
  });

  it('takes a percentage with a low cap last, so that it matters not which was scanned first', () => {
    const half = coupon('half', percent(50, 1000));
    const fifth = coupon('fifth', percent(20));
    for (const coupons of [
      [half, fifth],
      [fifth, half],
    ]) {
      expect(quote({ gross: 10000, coupons })).toMatchObject({ total: 7000, couponIds: ['fifth', 'half'] });
    }
  });

  test.each([
    [percent(15), 9999, 1500], // 8499.15 is left, 8499 is paid
    [percent(15, 1000), 9999, 1000],
    [percent(15, 1500), 9999, 1500],
    [percent(99), 50, 50], // half a fen is left: nothing is paid
    [off(2000), 9999, 2000],
    [off(2000), 1500, 1500],
    [gift(), 9999, 0],
  ])('%j on %d fen takes %d off', (terms, gross, discount) => {
    expect(quote({ gross, coupons: [coupon('a', terms)] })).toMatchObject({
      discount,
      total: gross - discount,
    });
  });

  it('does not use up a coupon that has nothing left to take off', () => {
    const sale = quote({ gross: 1000, coupons: [coupon('a', off(1000)), coupon('b', off(500))] });
    expect(sale).toMatchObject({ total: 0, due: 0, earned: 0, couponIds: ['a'] });
  });

  it('judges a threshold on the bill before discounts, so that a better tier never costs a coupon', () => {
    const coupons = [coupon('a', off(2000, 10000))];
    expect(quote({ gross: 10000, tier: 'vip', coupons }).total).toBe(6500);
    expect(ask({ gross: 9999, tier: 'vip', coupons })).toEqual(
      new Refusal('coupon_below_threshold', { couponId: 'a', name: '券 a', threshold: 10000, gross: 9999 }),
    );
  });

  it('counts a coupon given twice once', () => {
    const once = coupon('a', off(500), { stacks: false });
    expect(quote({ gross: 10000, coupons: [once, once] })).toMatchObject({ discount: 500, couponIds: ['a'] });
  });

  it('lets several lie on one bill only when all of them say so', () => {
    const alone = coupon('b', off(500), { stacks: false });
    expect(quote({ gross: 10000, coupons: [alone] }).discount).toBe(500);
    expect(ask({ gross: 10000, coupons: [coupon('a', off(500)), alone] })).toEqual(
      new Refusal('coupons_do_not_stack', {}),
    );
  });

  const day = businessDate;
  test.each([
    [{ memberId: 'other' }, 'coupon_foreign', {}],
    [{ memberId: 'other', state: 'used' }, 'coupon_foreign', {}],
    [{ state: 'used' }, 'coupon_used', {}],
    [{ state: 'used', lastDay: day('2026-05-02') }, 'coupon_used', {}],
    [{ state: 'revoked' }, 'coupon_revoked', {}],
    [{ lastDay: day('2026-05-17') }, 'coupon_lapsed', { lastDay: '2026-05-17' }],
    [{ firstDay: day('2026-05-19') }, 'coupon_not_yet', { firstDay: '2026-05-19' }],
    [{ blackout: [{ from: day('2026-05-18'), to: day('2026-05-18') }] }, 'coupon_blackout', {}],
  ] as const)('%j is refused: %s', (part, code, params) => {
    expect(ask({ gross: 10000, coupons: [coupon('a', off(500), part)] })).toEqual(
      new Refusal(code, { couponId: 'a', name: '券 a', ...params }),
    );
  });

  it('is good on its first and on its last day', () => {
    const today = day('2026-05-18');
    for (const part of [{ firstDay: today }, { lastDay: today }]) {
      expect(quote({ gross: 10000, coupons: [coupon('a', off(500), part)] }).discount).toBe(500);
    }
  });

  it('leaves points to what is left after it: at most half of that', () => {
    const asked = { gross: 10000, usable: 9000, coupons: [coupon('a', off(9000))] };
    expect(quote(asked).most).toEqual({ points: 500, limitedBy: 'share' });
    expect(ask({ ...asked, redeem: 600 })).toEqual(
      new Refusal('redeem_above_share', { most: 500, percent: 50 }),
    );
  });
});
