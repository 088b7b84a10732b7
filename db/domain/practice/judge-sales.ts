import { quoteSale } from '../purchases/quote';
import { mostRedeemable } from '../purchases/redemption';
import { Refusal } from '../refusal';
import { type Fen, NO_FEN, NO_POINTS } from '../units';
import type { Sold, Stage, Who } from './doings';
import { bestOf, type Difference, differs, type Finding } from './finding';
import { TASKS } from './tasks';

interface AskedSale {
  readonly who: Who;
  readonly gross: Fen;
  /** The part of it on which a level has no discount. */
  readonly specialPrice?: Fen;
}

/** Step and difference of what a sale has beside its member and amount; null = nothing is wrong with it. */
type Also = (sale: Sold, stage: Stage) => Difference | null;

/** S83: what the member is entitled to stands on the bill, not a price reckoned by hand. */
export const judgeSale = (sold: readonly Sold[], stage: Stage): Finding =>
  judgedBy(sold, stage, { who: stage.cast.liJing, ...TASKS.sale }, rightDiscount(TASKS.sale));

/** The right price of S83's second scene: the discount on the full-price goods, none on the special ones. */
export const judgeEntitled = (sold: readonly Sold[], stage: Stage): Finding =>
  judgedBy(sold, stage, { who: stage.cast.liuFang, ...TASKS.discount }, rightDiscount(TASKS.discount));

export const judgeCoupon = (sold: readonly Sold[], stage: Stage): Finding =>
  judgedBy(sold, stage, { who: stage.cast.couponHolder, ...TASKS.coupon }, ({ couponIds }) =>
    couponIds.length > 0 ? null : differs('coupon_unused'),
  );

/** As many points as the bill takes: the shop's share of it, in whole steps. Source: rules "Points", redeem. */
export const judgeRedeem = (sold: readonly Sold[], stage: Stage): Finding =>
  judgedBy(sold, stage, { who: stage.cast.zhangSan, ...TASKS.redeem }, (sale, { rules }) => {
    const most = mostRedeemable(sale.total, sale.usableBefore, rules.points).points;
    return sale.redeemed >= most ? null : differs('fewer_points', { points: most });
  });

/** A receipt brought later counts once, because its number is kept. */
export const judgeReceipt = (sold: readonly Sold[], stage: Stage): Finding =>
  judgedBy(sold, stage, { who: stage.cast.liuFang, ...TASKS.receipt }, ({ receiptNo }) => {
    if (receiptNo === null) return differs('receipt_missing');
    return receiptNo === TASKS.receipt.receiptNo ? null : differs('receipt_differs');
  });

const rightDiscount =
  (asked: Omit<AskedSale, 'who'>): Also =>
  ({ memberId, levelDiscount }, stage) => {
    const right = levelDiscountOf(asked, memberId, stage);
    if (levelDiscount === right) return null;
    const amount = { amount: right };
    return differs(levelDiscount > right ? 'special_discounted' : 'no_discount', amount);
  };

function judgedBy(sold: readonly Sold[], stage: Stage, asked: AskedSale, also: Also): Finding {
  const attempts = sold.map((sale): Finding => {
    const wrong = refusedSale(sale, stage, asked);
    if (wrong !== null) return { steps: [null, null], difference: wrong };
    const difference = also(sale, stage);
    return { steps: [sale.at, difference === null ? sale.at : null], difference };
  });
  return bestOf(attempts, { steps: [null, null], difference: null });
}

function refusedSale({ memberId, gross }: Sold, stage: Stage, asked: AskedSale): Difference | null {
  if (memberId !== asked.who.id) return differs('other_member');
  if (gross === asked.gross) return null;
  const byHand = asked.gross - levelDiscountOf(asked, memberId, stage);
  return differs(gross === byHand ? 'discount_by_hand' : 'amount_differs', { amount: asked.gross });
}

/** What level or member day takes off such a bill of theirs, by the same function that prices a sale. */
function levelDiscountOf(
  { gross, specialPrice = NO_FEN }: Omit<AskedSale, 'who'>,
  memberId: string,
  { rules, today, tiers }: Stage,
): Fen {
  const quote = quoteSale({
    bill: { gross, specialPrice, items: [] },
    buyer: { id: memberId, tier: tiers.get(memberId) ?? 'regular', usable: 0, birthday: null },
    ...{ coupons: [], redeem: NO_POINTS, rules, today },
  });
  // The task's own bill has an amount, no lines and no coupon: there is nothing to refuse.
  if (quote instanceof Refusal) throw new Error(`the task's bill is refused: ${quote.code}`);
  return quote.discount;
}
