import type { CouponTemplate } from './coupon';

/** A campaign issues its own templates only: the others have an occasion of their own. */
export const isForCampaign = ({ trigger, active }: Pick<CouponTemplate, 'trigger' | 'active'>): boolean =>
  active && trigger === 'campaign';
