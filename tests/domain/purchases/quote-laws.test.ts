import type { CouponTerms } from '@domain/coupons/coupon';
import type { BillItem, BillStep } from '@domain/purchases/bill';
import { sharedOut } from '@domain/purchases/line-shares';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { TIERS } from '@domain/tiers/tier';
import { fen, NO_FEN } from '@domain/units';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ask, coupon, memberDay, quote, type RungUp, tierDiscount } from './rung-up';

const RUNS = { numRuns: 1500 };

const money = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2_000_000 }));
const items: fc.Arbitrary<BillItem[]> = fc.array(
  fc.record({ amount: money.map(fen), earns: fc.boolean(), fullPrice: fc.boolean() }),
  { maxLength: 6 },
);
const terms: fc.Arbitrary<CouponTerms> = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), off: money.map(fen), threshold: fc.constant(NO_FEN) }),
  fc.record({
    kind: fc.constant('percent' as const),
    percentOff: fc.integer({ min: 1, max: 99 }),
    cap: fc.option(money.map(fen)),
    threshold: fc.constant(NO_FEN),
  }),
  fc.record({
    kind: fc.constant('gift' as const),
    item: fc.constant('杯'),
    cost: money.map(fen),
    threshold: fc.constant(NO_FEN),
  }),
);
const coupons = fc
  .array(terms, { maxLength: 4 })
  .map((all) => all.map((each, index) => coupon(`c${index}`, each)));

interface Drawn {
  readonly asked: RungUp;
  readonly tierPercent: number;
  readonly dayPercent: number;
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    items,
    bare: money,
    specialShare: fc.integer({ min: 0, max: 100 }),
    tier: fc.constantFrom(...TIERS),
    tierPercent: fc.integer({ min: 0, max: 99 }),
    dayPercent: fc.integer({ min: 0, max: 99 }),
    usable: fc.integer({ min: -50, max: 50_000 }),
    steps: fc.integer({ min: 0, max: 30 }),
    coupons,
  })
  .map(({ bare, specialShare, tierPercent, dayPercent, steps, ...rest }) => {
    const lines = rest.items.length > 0;
    const gross = lines ? rest.items.reduce((sum, { amount }) => sum + amount, 0) : bare;
    const special = lines ? 0 : Math.floor((gross * specialShare) / 100);
    const rules = { ...tierDiscount(rest.tier, tierPercent), ...memberDay(dayPercent) };
    const asked = { ...rest, gross, special, rules };
    const { most } = quote(asked);
    return { asked: { ...asked, redeem: Math.min(steps * 100, most.points) }, tierPercent, dayPercent };
  });

const sum = (amounts: readonly number[]) => amounts.reduce((whole, amount) => whole + amount, 0);
const upTo = (steps: readonly BillStep[], kind: BillStep['kind']) =>
  steps.slice(
    0,
    steps.findIndex((step) => step.kind === kind),
  );

test('steps add up to the fen: from gross to total, from total to due, and nothing is ever negative', () => {
  fc.assert(
    fc.property(drawn, ({ asked }) => {
      const sale = quote(asked);
      expect(sum(upTo(sale.steps, 'total').map(({ amount }) => amount))).toBe(sale.total);
      expect(sale.total - sale.pointsWorth).toBe(sale.due);
      expect(sale.gross - sale.discount).toBe(sale.total);
      for (const part of [sale.discount, sale.total, sale.due, sale.earningBase, sale.earned]) {
        expect(part).toBeGreaterThanOrEqual(0);
      }
      expect(sale.earningBase).toBeLessThanOrEqual(sale.due);
    }),
    RUNS,
  );
});

test('line discounts add up to the discount to the fen, and no line has more off than it costs', () => {
  fc.assert(
    fc.property(drawn, ({ asked }) => {
      const sale = quote(asked);
      const lines = asked.items ?? [];
      expect(sale.lineDiscounts).toHaveLength(lines.length);
      if (lines.length > 0) expect(sum(sale.lineDiscounts)).toBe(sale.discount);
      sale.lineDiscounts.forEach((discount, index) => {
        expect(discount).toBeGreaterThanOrEqual(0);
        expect(discount).toBeLessThanOrEqual(lines[index]?.amount ?? 0);
      });
    }),
    RUNS,
  );
});

test('what is shared out adds up, whatever the weights', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10_000 }).map(fen), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 100 }), (each, percent) => {
      const amount = fen(Math.floor((sum(each) * percent) / 100));
      const parts = sharedOut(amount, each);
      expect(sum(parts)).toBe(amount);
      parts.forEach((part, index) => {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(each[index] ?? 0);
      });
    }),
    RUNS,
  );
});

const PLACES = ['gross', 'tier', 'member_day', 'percent', 'amount', 'gift', 'total', 'points', 'due'];
test('steps stand in the order of the rules, each coupon taken off what was left when its turn came', () => {
  fc.assert(
    fc.property(drawn, ({ asked }) => {
      const { steps } = quote(asked);
      const places = steps.map((step) =>
        PLACES.indexOf(step.kind === 'coupon' ? step.terms.kind : step.kind),
      );
      expect(places).toEqual([...places].sort((a, b) => a - b));
      let left = 0;
      for (const step of steps) {
        if (step.kind === 'coupon') expect(step.base).toBe(left);
        if (step.kind === 'total') break;
        left += step.amount;
      }
    }),
    RUNS,
  );
});

test('amounts and gifts stay in the order given', () => {
  fc.assert(
    fc.property(drawn, ({ asked }) => {
      const steps = quote(asked).steps.flatMap((step) => (step.kind === 'coupon' ? [step] : []));
      for (const kind of ['amount', 'gift']) {
        const ids = steps.filter(({ terms: { kind: own } }) => own === kind).map(({ couponId }) => couponId);
        expect(ids).toEqual([...ids].sort());
      }
    }),
    RUNS,
  );
});

test('the same bill has the same price, in whatever order its coupons were scanned', () => {
  fc.assert(
    fc.property(drawn, ({ asked }) => {
      const sale = quote(asked);
      expect(quote(structuredClone(asked))).toEqual(sale);
      const turned = quote({ ...asked, coupons: (asked.coupons ?? []).toReversed() });
      expect({ ...turned, steps: [], couponIds: [] }).toEqual({ ...sale, steps: [], couponIds: [] });
    }),
    RUNS,
  );
});

test('a higher tier discount, a better member day or one more coupon never makes a bill dearer', () => {
  fc.assert(
    fc.property(
      drawn,
      fc.integer({ min: 1, max: 98 }),
      terms,
      ({ asked, tierPercent, dayPercent }, more, extra) => {
        const plain = { ...asked, redeem: 0 };
        const { total } = quote(plain);
        const tier = asked.tier ?? 'regular';
        const better = (percent: number) => Math.min(99, percent + more);
        const dearer = (change: Partial<RungUp>) => quote({ ...plain, ...change }).total > total;
        expect(dearer({ rules: { ...asked.rules, ...tierDiscount(tier, better(tierPercent)) } })).toBe(false);
        expect(dearer({ rules: { ...asked.rules, ...memberDay(better(dayPercent)) } })).toBe(false);
        expect(dearer({ coupons: [...(asked.coupons ?? []), coupon('more', extra)] })).toBe(false);
      },
    ),
    RUNS,
  );
});

test('the discount that counts is the better of the two, the other is the one passed over', () => {
  fc.assert(
    fc.property(drawn, ({ asked }) => {
      const { steps, passedOver } = quote(asked);
      const standing = steps.filter((step) => step.kind === 'tier' || step.kind === 'member_day');
      expect(standing.length).toBeLessThanOrEqual(1);
      if (passedOver === null) return;
      expect(passedOver.kind).not.toBe(standing[0]?.kind);
      expect(passedOver.amount).toBeLessThanOrEqual(-(standing[0]?.amount ?? 0));
      expect(passedOver.amount).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test('earned points never fall when a multiplier rises', () => {
  const rate = fc.record({ up: fc.integer({ min: 1, max: 50 }), per: fc.constant(10) });
  fc.assert(
    fc.property(drawn, rate, fc.integer({ min: 1, max: 30 }), ({ asked }, multiplier, more) => {
      const tier = asked.tier ?? 'regular';
      const { rights } = DEFAULT_RULES.tiers;
      const earnedAt = (earnMultiplier: { up: number; per: number }) =>
        quote({
          ...asked,
          redeem: 0,
          rules: {
            tiers: {
              ...DEFAULT_RULES.tiers,
              rights: { ...rights, [tier]: { ...rights[tier], earnMultiplier } },
            },
          },
        }).earned;
      expect(earnedAt({ ...multiplier, up: multiplier.up + more })).toBeGreaterThanOrEqual(
        earnedAt(multiplier),
      );
    }),
    RUNS,
  );
});

test('every preset is accepted after discounts, and one step more than the most is not', () => {
  fc.assert(
    fc.property(drawn, ({ asked }) => {
      const { presets, most, total } = quote({ ...asked, redeem: 0 });
      for (const redeem of presets) expect(quote({ ...asked, redeem }).due).toBe(total - redeem);
      expect(ask({ ...asked, redeem: most.points + 100 })).toBeInstanceOf(Refusal);
    }),
    RUNS,
  );
});
