import { type Fen, fen } from '../units';
import type { CouponTerms } from './coupon';

/** The most that one coupon costs the shop; null for a percentage without a cap, which nobody can say. */
export function worthOfTerms(terms: CouponTerms): Fen | null {
  switch (terms.kind) {
    case 'amount':
      return terms.off;
    case 'percent':
      return terms.cap;
    case 'gift':
      return terms.cost;
  }
}

/** The most that so many of them cost, should all be used; null as above. */
export function mostCostOf(terms: CouponTerms, count: number): Fen | null {
  const each = worthOfTerms(terms);
  return each === null ? null : fen(each * count);
}
