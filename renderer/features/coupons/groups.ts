import type { CouponView } from '@contract/loyalty-shapes';
import type { CouponState } from '@domain/coupons/coupon';

/** How the panel tells them: what can be used now, what will be, and what is over. */
const GROUPS = ['usable', 'waiting', 'used', 'lapsed', 'revoked'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<CouponState, Group>> = {
  usable: 'usable',
  not_yet: 'waiting',
  blackout: 'waiting',
  used: 'used',
  lapsed: 'lapsed',
  revoked: 'revoked',
};

export const groupOf = ({ stateToday }: Pick<CouponView, 'stateToday'>): Group => GROUP_OF[stateToday];

/** Each group with its coupons, in the order in which main gave them; empty groups are left out. */
export const grouped = (coupons: readonly CouponView[]): { group: Group; coupons: CouponView[] }[] =>
  GROUPS.map((group) => ({
    group,
    coupons: coupons.filter((coupon) => groupOf(coupon) === group),
  })).filter((each) => each.coupons.length > 0);
