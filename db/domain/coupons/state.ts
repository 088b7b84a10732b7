import type { BusinessDate } from '../units';
import type { Coupon, CouponState } from './coupon';

/**
 * How a coupon stands on a day. What was done to it is told before what the calendar says; nothing
 * has to be written when it lapses.
 */
export function stateOn(
  coupon: Pick<Coupon, 'state' | 'firstDay' | 'lastDay' | 'blackout'>,
  today: BusinessDate,
): CouponState {
  if (coupon.state !== 'issued') return coupon.state;
  if (today > coupon.lastDay) return 'lapsed';
  if (today < coupon.firstDay) return 'not_yet';
  return coupon.blackout.some(({ from, to }) => from <= today && today <= to) ? 'blackout' : 'usable';
}
