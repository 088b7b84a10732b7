import { type CouponRefusal, refusedCoupons } from '../coupons/accept';
import { type NoParams, type Refusal, refuse } from '../refusal';
import type { ShopRules } from '../settings/shop-rules';
import { type BusinessDate, type Fen, fen, type Points } from '../units';
import type { Bill, BillAccount, Buyer, ChosenCoupon } from './bill';
import { discountsOf } from './discounts';
import { earningBaseOf, earningOf } from './earning';
import { lineDiscountsOf } from './line-shares';
import {
  type Most,
  mostRedeemable,
  presetsUpTo,
  type RedemptionRefusal,
  refusedRedemption,
  worthOf,
} from './redemption';

/** What a bill comes to and earns, as it is recorded. */
export interface Price extends BillAccount {
  readonly gross: Fen;
  /** Everything taken off before points: gross - discount = total. */
  readonly discount: Fen;
  /** After discounts, before points. */
  readonly total: Fen;
  readonly due: Fen;
  readonly redeem: Points;
  readonly pointsWorth: Fen;
  readonly earningBase: Fen;
  readonly earned: Points;
  /** Each line's part of the discount, adding up to it; empty without lines. */
  readonly lineDiscounts: readonly Fen[];
  /** Coupons that this bill uses up, each of them a step. */
  readonly couponIds: readonly string[];
}

export interface Quote extends Price {
  readonly most: Most;
  /** Up to three amounts that can be redeemed: the least, about half of the most, the most. */
  readonly presets: readonly Points[];
}

type BillRefusal =
  | Refusal<'amount_needed' | 'special_beside_lines', NoParams>
  | Refusal<'lines_differ', { sum: Fen; total: Fen }>
  | Refusal<'special_above_total', { gross: Fen }>;

export type QuoteRefusal = BillRefusal | CouponRefusal | RedemptionRefusal;

/**
 * What a bill comes to and why, what it earns, and how many points it may take: the same function
 * answers at the counter while typing and in main when the sale is recorded. A coupon given twice
 * counts once. Source: rules "Points", "Tiers", "Coupons".
 */
export function quoteSale(asked: {
  readonly bill: Bill;
  readonly buyer: Buyer;
  readonly coupons: readonly ChosenCoupon[];
  readonly redeem: Points;
  readonly rules: ShopRules;
  readonly today: BusinessDate;
}): Quote | QuoteRefusal {
  const { bill, buyer, redeem, rules, today } = asked;
  const { gross, items } = bill;
  const coupons = onceEach(asked.coupons);
  const refused = refusedBill(bill) ?? refusedCoupons(coupons, { buyer, gross, today });
  if (refused !== undefined) return refused;

  const discounts = discountsOf({ bill, tier: buyer.tier, coupons, rules, today });
  const { total } = discounts;
  const overspent = refusedRedemption(total, buyer.usable, redeem, rules.points);
  if (overspent !== undefined) return overspent;

  const pointsWorth = worthOf(redeem, rules.points);
  const due = fen(total - pointsWorth);
  const lineDiscounts = lineDiscountsOf(items, discounts);
  const left = items.map((item, index) => fen(item.amount - (lineDiscounts[index] ?? 0)));
  const earning = earningOf(earningBaseOf({ items, left, total, pointsWorth }), buyer, rules, today);
  const most = mostRedeemable(total, buyer.usable, rules.points);
  return {
    steps: [
      { kind: 'gross', amount: gross },
      ...discounts.steps,
      { kind: 'total', amount: total },
      ...(redeem > 0 ? [{ kind: 'points' as const, amount: fen(-pointsWorth), points: redeem }] : []),
      { kind: 'due', amount: due },
    ],
    earning,
    passedOver: discounts.passedOver,
    gross,
    discount: fen(gross - total),
    total,
    due,
    redeem,
    pointsWorth,
    earningBase: earning.base,
    earned: earning.points,
    lineDiscounts,
    couponIds: discounts.steps.flatMap((step) => (step.kind === 'coupon' ? [step.couponId] : [])),
    most,
    presets: presetsUpTo(most.points, rules.points),
  };
}

/** Lines say themselves which of them are at a special price; a sum for it beside them would be a second word. */
function refusedBill({ gross, items, specialPrice }: Bill): BillRefusal | undefined {
  if (gross === 0) return refuse('amount_needed');
  if (specialPrice > gross) return refuse('special_above_total', { gross });
  if (items.length === 0) return undefined;
  const sum = fen(items.reduce((whole, item) => whole + item.amount, 0));
  if (sum !== gross) return refuse('lines_differ', { sum, total: gross });
  return specialPrice > 0 ? refuse('special_beside_lines') : undefined;
}

function onceEach(coupons: readonly ChosenCoupon[]): ChosenCoupon[] {
  return [...new Map(coupons.map((coupon) => [coupon.id, coupon])).values()];
}
