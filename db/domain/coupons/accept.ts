import type { ChosenCoupon } from '../purchases/bill';
import { type NoParams, type Refusal, refuse } from '../refusal';
import type { BusinessDate, Fen } from '../units';
import { stateOn } from './state';

interface Named {
  readonly couponId: string;
  readonly name: string;
}

export type CouponRefusal =
  | Refusal<'coupon_foreign' | 'coupon_used' | 'coupon_revoked' | 'coupon_blackout', Named>
  | Refusal<'coupon_lapsed', Named & { lastDay: BusinessDate }>
  | Refusal<'coupon_not_yet', Named & { firstDay: BusinessDate }>
  | Refusal<'coupon_below_threshold', Named & { threshold: Fen; gross: Fen }>
  | Refusal<'coupons_do_not_stack', NoParams>;

interface Till {
  readonly buyer: { readonly id: string };
  /** The bill before any discount: thresholds are judged on it. */
  readonly gross: Fen;
  readonly today: BusinessDate;
}

/**
 * Why these coupons cannot lie on this bill, and which of them it is; undefined when they can. Of
 * another member's coupon only that is said. Source: rules "Coupons" (one per bill unless all stack).
 */
export function refusedCoupons(coupons: readonly ChosenCoupon[], till: Till): CouponRefusal | undefined {
  for (const coupon of coupons) {
    const refused = refusedCoupon(coupon, till);
    if (refused !== undefined) return refused;
  }
  return goTogether(coupons) ? undefined : refuse('coupons_do_not_stack');
}

/** One coupon lies alone, several only when each of them says that it stacks. */
export const goTogether = (coupons: readonly Pick<ChosenCoupon, 'stacks'>[]): boolean =>
  coupons.length < 2 || coupons.every((coupon) => coupon.stacks);

function refusedCoupon(coupon: ChosenCoupon, { buyer, gross, today }: Till): CouponRefusal | undefined {
  const named = { couponId: coupon.id, name: coupon.name };
  if (coupon.memberId !== buyer.id) return refuse('coupon_foreign', named);
  const { threshold } = coupon.terms;
  switch (stateOn(coupon, today)) {
    case 'used':
      return refuse('coupon_used', named);
    case 'revoked':
      return refuse('coupon_revoked', named);
    case 'lapsed':
      return refuse('coupon_lapsed', { ...named, lastDay: coupon.lastDay });
    case 'not_yet':
      return refuse('coupon_not_yet', { ...named, firstDay: coupon.firstDay });
    case 'blackout':
      return refuse('coupon_blackout', named);
    case 'usable':
      return gross < threshold ? refuse('coupon_below_threshold', { ...named, threshold, gross }) : undefined;
  }
}
