import type { BusinessDate } from '../units';
import type { Coupon } from './coupon';

/** What the refund of a sale does to coupons; each list in the order given. */
export interface CouponEffects<C> {
  /** Used on it, and usable again. */
  readonly restored: readonly C[];
  /** Used on it, but its last day has passed: it stays used. */
  readonly lapsed: readonly C[];
  /** Brought by it and unused, or used on it and brought by a sale that has gone back: taken away. */
  readonly revoked: readonly C[];
  /** Brought by it and used already: left as it is. */
  readonly kept: readonly C[];
}

/** Only a bill that has gone back as a whole moves coupons. Source: rules "Coupons", refund. */
export function couponEffects<C extends Pick<Coupon, 'state' | 'lastDay'>>(asked: {
  /** Coupons used on the sale. */
  readonly used: readonly C[];
  /** Others used on it, whose own sale went back while they were used: now they go after it. */
  readonly orphaned: readonly C[];
  /** Coupons that the sale brought, to its own member or to who referred them. */
  readonly brought: readonly C[];
  /** With this refund nothing of the bill is left. */
  readonly whole: boolean;
  readonly today: BusinessDate;
}): CouponEffects<C> {
  const { used, orphaned, brought, whole, today } = asked;
  if (!whole) return { restored: [], lapsed: [], revoked: [], kept: [] };
  return {
    restored: used.filter(({ lastDay }) => lastDay >= today),
    lapsed: used.filter(({ lastDay }) => lastDay < today),
    revoked: [...brought.filter(({ state }) => state === 'issued'), ...orphaned],
    kept: brought.filter(({ state }) => state === 'used'),
  };
}
