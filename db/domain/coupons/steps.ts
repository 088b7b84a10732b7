import { type NoParams, type Refusal, refuse } from '../refusal';
import type { BusinessDate } from '../units';
import type { Coupon, CouponState } from './coupon';
import { stateOn } from './state';

type NotUsable = Refusal<'coupon_not_usable', { state: CouponState }>;

/** Why a coupon cannot be handed over without a bill: only a gift that asks for none can. */
export function refusedHandOver(
  coupon: Coupon,
  today: BusinessDate,
): Refusal<'no_gift', NoParams> | NotUsable | undefined {
  if (coupon.terms.kind !== 'gift' || coupon.terms.threshold > 0) return refuse('no_gift');
  const state = stateOn(coupon, today);
  return state === 'usable' ? undefined : refuse('coupon_not_usable', { state });
}

/** Why a coupon cannot be taken away again: it needs a reason, and goes while it is unused. */
export function refusedWithdrawal(
  coupon: Coupon,
  by: {
    readonly reason: string;
    readonly today: BusinessDate;
  },
): Refusal<'reason_needed', NoParams> | NotUsable | undefined {
  if (by.reason === '') return refuse('reason_needed');
  const state = stateOn(coupon, by.today);
  const unused = state === 'usable' || state === 'not_yet' || state === 'blackout';
  return unused ? undefined : refuse('coupon_not_usable', { state });
}
