import type { CouponTemplate, CouponTerms } from '@domain/coupons/coupon';
import { businessDate, fen, NO_FEN } from '@domain/units';

export const day = businessDate;

export const off = (amount: number): CouponTerms => ({ kind: 'amount', off: fen(amount), threshold: NO_FEN });
export const percent = (percentOff: number, cap: number | null): CouponTerms => ({
  kind: 'percent',
  percentOff,
  cap: cap === null ? null : fen(cap),
  threshold: NO_FEN,
});

/** An active template of ¥5, good for 30 days, but for what is said otherwise. */
export const template = (rest: Partial<CouponTemplate> = {}): CouponTemplate => ({
  id: 'template',
  name: '五元券',
  trigger: 'by_hand',
  active: true,
  terms: off(500),
  stacks: false,
  validity: { kind: 'days', days: 30 },
  blackout: [],
  ...rest,
});
