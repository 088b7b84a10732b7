import type { CouponView } from '@contract/loyalty-shapes';
import { type CouponRefusal, goTogether, refusedCoupons } from '@domain/coupons/accept';
import { type Quote, type QuoteRefusal, quoteSale } from '@domain/purchases/quote';
import { Refusal, refuse } from '@domain/refusal';
import type { ShopRules } from '@domain/settings/shop-rules';
import { type BusinessDate, NO_POINTS } from '@domain/units';
import type { Buyer, Reading, TypedSale } from './sale-form';

export interface Priced {
  readonly quote: Quote | null;
  /** Why the bill cannot be taken as it stands; the quote is then the bill without what is refused. */
  readonly refusal: QuoteRefusal | null;
}

interface Till {
  readonly buyer: Buyer;
  readonly rules: ShopRules;
  readonly today: BusinessDate;
}

/** The bill as main will reckon it: the same function. */
export function price(typed: TypedSale, reading: Reading, { buyer, rules, today }: Till): Priced {
  if (!reading.ok) return { quote: null, refusal: null };
  const asked = { bill: reading, buyer: { ...buyer, usable: buyer.points }, rules, today };
  const wanted = quoteSale({ ...asked, coupons: typed.coupons, redeem: typed.redeem });
  if (!(wanted instanceof Refusal)) return { quote: wanted, refusal: null };
  for (const coupons of [typed.coupons, []]) {
    const less = quoteSale({ ...asked, coupons, redeem: NO_POINTS });
    if (!(less instanceof Refusal)) return { quote: less, refusal: wanted };
  }
  return { quote: null, refusal: wanted };
}

/** A coupon beside the bill: whether it lies on it, and if it cannot, why. */
export interface Offer {
  readonly coupon: CouponView;
  readonly chosen: boolean;
  readonly refusal: CouponRefusal | null;
}

/** As many as have a key; those on the bill are always there. */
const SHOWN = 6;

/** The member's coupons that can be used today, and whatever else was put on the bill. */
export function offersOf(typed: TypedSale, reading: Reading, { buyer, today }: Omit<Till, 'rules'>): Offer[] {
  const onBill = new Set(typed.coupons.map(({ id }) => id));
  const known = new Set(buyer.coupons.map(({ id }) => id));
  return [...buyer.coupons, ...typed.coupons.filter(({ id }) => !known.has(id))]
    .filter((coupon, place) => place < SHOWN || onBill.has(coupon.id))
    .map((coupon) => {
      const chosen = onBill.has(coupon.id);
      // Before there is an amount no threshold is missed.
      const gross = reading.ok ? reading.gross : coupon.terms.threshold;
      const alone = refusedCoupons([coupon], { buyer, gross, today });
      const crowded = !chosen && !goTogether([...typed.coupons, coupon]);
      return { coupon, chosen, refusal: alone ?? (crowded ? refuse('coupons_do_not_stack') : null) };
    });
}
