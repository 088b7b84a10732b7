import type { CouponTerms } from '../coupons/coupon';
import { floorShare } from '../points/share';
import type { ShopRules } from '../settings/shop-rules';
import type { Tier } from '../tiers/tier';
import { type BusinessDate, type Fen, fen } from '../units';
import type { Bill, BillAccount, BillStep, ChosenCoupon } from './bill';
import { isMemberDay } from './member-day';

type Standing = Extract<BillStep, { kind: 'tier' | 'member_day' }>;
type CouponStep = Extract<BillStep, { kind: 'coupon' }>;

export interface Discounts {
  readonly steps: readonly (Standing | CouponStep)[];
  readonly total: Fen;
  /** What the tier or the member day took off, and which of them; then what the coupons did. */
  readonly kind: Standing['kind'] | null;
  readonly first: Fen;
  readonly coupons: Fen;
  readonly passedOver: BillAccount['passedOver'];
}

/**
 * What is taken off a bill, in the order of the rules: the better of tier and member day, percent
 * coupons, amount coupons, gifts. Expects coupons that the bill accepts. Source: rules "Coupons"; S43, S48.
 */
export function discountsOf(asked: {
  readonly bill: Bill;
  readonly tier: Tier;
  readonly coupons: readonly ChosenCoupon[];
  readonly rules: ShopRules;
  readonly today: BusinessDate;
}): Discounts {
  const { bill, coupons } = asked;
  const [standing, other] = betterFirst(tierStep(asked), memberDayStep(asked));
  const afterFirst = fen(bill.gross + (standing?.amount ?? 0));
  const couponSteps: CouponStep[] = [];
  let left = afterFirst;
  for (const coupon of [...coupons].sort((a, b) => inTurn(a.terms, b.terms))) {
    const off = offBy(coupon.terms, left);
    // A coupon that has nothing left to take off makes no step, and so is not used up.
    if (off === 0 && coupon.terms.kind !== 'gift') continue;
    const { id: couponId, name, terms } = coupon;
    couponSteps.push({ kind: 'coupon', amount: fen(-off), couponId, name, terms, base: left });
    left = fen(left - off);
  }
  return {
    steps: standing === undefined ? couponSteps : [standing, ...couponSteps],
    total: left,
    kind: standing?.kind ?? null,
    first: fen(bill.gross - afterFirst),
    coupons: fen(afterFirst - left),
    passedOver:
      other === undefined
        ? null
        : { kind: other.kind, amount: fen(-other.amount), percentOff: other.percentOff },
  };
}

const ORDER: Readonly<Record<CouponTerms['kind'], number>> = { percent: 0, amount: 1, gift: 2 };

/**
 * Percentages in an order of their own, those with a lower cap last: a price must not depend on which
 * coupon was scanned first.
 */
function inTurn(a: CouponTerms, b: CouponTerms): number {
  if (a.kind !== 'percent' || b.kind !== 'percent') return ORDER[a.kind] - ORDER[b.kind];
  if (a.cap === b.cap) return a.percentOff - b.percentOff;
  return (b.cap ?? Number.POSITIVE_INFINITY) - (a.cap ?? Number.POSITIVE_INFINITY);
}

/** What a percentage takes off: what is left to pay is rounded down, so the odd fen is the customer's. */
export const percentOf = (base: Fen, percentOff: number): Fen =>
  fen(base - floorShare(base, 100 - percentOff, 100));

/** The part of a bill on which a tier has its discount (S43). */
function fullPriceOf(bill: Bill): Fen {
  if (bill.items.length === 0) return fen(bill.gross - bill.specialPrice);
  return fen(bill.items.reduce((sum, item) => sum + (item.fullPrice ? item.amount : 0), 0));
}

function offBy(terms: CouponTerms, left: Fen): number {
  switch (terms.kind) {
    case 'percent':
      return Math.min(percentOf(left, terms.percentOff), terms.cap ?? left);
    case 'amount':
      return Math.min(terms.off, left);
    case 'gift':
      return 0;
  }
}

function tierStep({ bill, tier, rules }: Parameters<typeof discountsOf>[0]): Standing | undefined {
  const percentOff = rules.tiers.rights[tier].discountPercent;
  const base = fullPriceOf(bill);
  const off = percentOf(base, percentOff);
  return off === 0 ? undefined : { kind: 'tier', amount: fen(-off), tier, percentOff, base };
}

function memberDayStep({ bill, rules, today }: Parameters<typeof discountsOf>[0]): Standing | undefined {
  if (!isMemberDay(today, rules.memberDay)) return undefined;
  const { percentOff } = rules.memberDay;
  const off = percentOf(bill.gross, percentOff);
  return off === 0 ? undefined : { kind: 'member_day', amount: fen(-off), percentOff, base: bill.gross };
}

/** They do not add up: the one that takes more off counts, the tier's when they are alike (S48). */
function betterFirst(tier: Standing | undefined, day: Standing | undefined): (Standing | undefined)[] {
  if (tier === undefined) return [day];
  if (day === undefined) return [tier];
  return day.amount < tier.amount ? [day, tier] : [tier, day];
}
