import { z } from 'zod';
import { COUPON_STATES, TRIGGERS } from '../../db/domain/coupons/coupon';
import { amount, count, dateShape, id, line, pointCount, signedAmount, tierShape } from './shapes';

/** Terms, rights and prices as several rooms speak of them. */
export const rateShape = z.strictObject({
  up: z.int().min(1).max(1_000_000),
  per: z.int().min(1).max(1_000_000),
});
export const dateSpan = z.strictObject({ from: dateShape, to: dateShape });

export const triggerShape = z.enum(TRIGGERS);
export const couponStateShape = z.enum(COUPON_STATES);
export const couponTerms = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), off: amount, threshold: amount }),
  z.strictObject({
    kind: z.literal('percent'),
    percentOff: z.int().min(1).max(99),
    cap: amount.nullable(),
    threshold: amount,
  }),
  z.strictObject({ kind: z.literal('gift'), item: line(40), cost: amount, threshold: amount }),
]);

/** A coupon as the counter shows it: its terms, and how it stands today. */
export const couponView = z.strictObject({
  id,
  code: z.string(),
  memberId: id,
  name: z.string(),
  trigger: triggerShape,
  terms: couponTerms,
  stacks: z.boolean(),
  firstDay: dateShape,
  lastDay: dateShape,
  blackout: z.array(dateSpan),
  /** As written. */
  state: z.enum(['issued', 'used', 'revoked']),
  /** Today. */
  stateToday: couponStateShape,
  issuedOn: dateShape,
  issuedBySale: id.nullable(),
  usedOnSale: id.nullable(),
});
export type CouponView = z.output<typeof couponView>;

const percent = z.int().min(0).max(99);
const billStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gross'), amount }),
  z.strictObject({
    kind: z.literal('tier'),
    amount: signedAmount,
    tier: tierShape,
    percentOff: percent,
    base: amount,
  }),
  z.strictObject({
    kind: z.literal('member_day'),
    amount: signedAmount,
    percentOff: percent,
    base: amount,
  }),
  z.strictObject({
    kind: z.literal('coupon'),
    amount: signedAmount,
    couponId: id,
    name: z.string(),
    terms: couponTerms,
    base: amount,
  }),
  z.strictObject({ kind: z.literal('total'), amount }),
  z.strictObject({ kind: z.literal('points'), amount: signedAmount, points: pointCount }),
  z.strictObject({ kind: z.literal('due'), amount }),
]);

/** How a price and its points came about (`BillAccount`). */
export const billAccount = z.strictObject({
  steps: z.array(billStep).readonly(),
  earning: z.strictObject({
    base: amount,
    rate: z.strictObject({ points: pointCount, perFen: amount }),
    tier: z.strictObject({ tier: tierShape, multiplier: rateShape }),
    event: z
      .strictObject({ kind: z.enum(['birthday', 'campaign']), name: z.string(), multiplier: rateShape })
      .nullable(),
    points: pointCount,
  }),
  passedOver: z
    .strictObject({ kind: z.enum(['tier', 'member_day']), amount, percentOff: percent })
    .nullable(),
});

/** Which rules made something: the version, and from when it was in force. */
export const ruleStamp = z.strictObject({ version: z.int(), effectiveFrom: dateShape });

export const tierRights = z.strictObject({
  discountPercent: percent,
  earnMultiplier: rateShape,
  birthdayGift: line(40),
  priority: z.boolean(),
  adviser: z.boolean(),
});

/** A member's level as it stands today, judged on demand. */
export const tierStanding = z.strictObject({
  tier: tierShape,
  since: dateShape,
  /** Last protected day; null when nothing protects it, or when it is fixed for good. */
  until: dateShape.nullable(),
  /** Set by hand and outside the automatic rule. */
  fixed: z.boolean(),
  /** What counts in the window that ends today. */
  money: amount,
  visits: count,
  windowFrom: dateShape,
  /** What is still missing to the next level: either of the two is enough. Null at the top, or when fixed. */
  next: z.strictObject({ tier: tierShape, money: amount, visits: count }).nullable(),
  /** What is still missing to keep this level when its protection ends; null when it would be kept, or has none. */
  keep: z.strictObject({ money: amount, visits: count }).nullable(),
  rights: tierRights,
});
export type TierStanding = z.output<typeof tierStanding>;

export const tierMove = z.strictObject({ from: tierShape, to: tierShape });
/** A coupon that something brought, or that a refund touches: enough to name it. */
export const couponName = z.strictObject({ id, name: z.string(), code: z.string(), lastDay: dateShape });
