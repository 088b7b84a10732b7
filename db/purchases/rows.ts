import type { BillAccount } from '../domain/purchases/bill';
import type { Price } from '../domain/purchases/quote';
import type { Refund } from '../domain/purchases/refund';
import { type BusinessDate, type Fen, type Instant, NO_FEN } from '../domain/units';
import type { Stamp } from '../points/stamp';

export interface SaleLine {
  readonly product: string;
  readonly quantityMilli: number;
  readonly amount: Fen;
  readonly earns: boolean;
  /** False for goods at a special price. */
  readonly fullPrice: boolean;
}

export interface NewPurchase {
  readonly id: string;
  readonly memberId: string;
  /** Empty = the shop keeps no receipt numbers. */
  readonly receiptNo: string;
  readonly items: readonly SaleLine[];
  readonly quote: Price;
  /** Where that is not now: a receipt that its till tells of later. */
  readonly bought?: { readonly at: Instant; readonly day: BusinessDate };
}

/** A recorded bill, with how its price came about. */
export function purchaseRow({ id, memberId, receiptNo, quote, bought }: NewPurchase, stamp: Stamp) {
  return {
    id,
    member_id: memberId,
    receipt_no: receiptNo || null,
    discount_fen: quote.discount,
    total_fen: quote.total,
    points_redeemed: quote.redeem,
    points_worth_fen: quote.pointsWorth,
    paid_fen: quote.due,
    earning_base_fen: quote.earningBase,
    points_earned: quote.earned,
    rule_version: stamp.ruleVersion,
    bought_at: bought?.at ?? stamp.now,
    business_date: bought?.day ?? stamp.today,
    staff_id: stamp.staffId,
    import_id: null,
    recorded_at: stamp.now,
    account: JSON.stringify(accountOf(quote)),
  };
}

const accountOf = ({ steps, earning, passedOver }: Price): BillAccount => ({ steps, earning, passedOver });

/** Its lines, each with its part of the discount. */
export function lineRows({ id, items, quote }: Pick<NewPurchase, 'id' | 'items' | 'quote'>) {
  return items.map((item, index) => ({
    purchase_id: id,
    line_no: index + 1,
    product: item.product,
    quantity_milli: item.quantityMilli,
    amount_fen: item.amount,
    earns: item.earns ? 1 : 0,
    full_price: item.fullPrice ? 1 : 0,
    discount_fen: quote.lineDiscounts[index] ?? NO_FEN,
  }));
}

export interface NewRefund {
  readonly id: string;
  readonly purchaseId: string;
  readonly memberId: string;
  readonly refund: Refund;
  readonly reason: string;
}

export function refundRow({ refund, ...row }: NewRefund, stamp: Stamp) {
  return {
    id: row.id,
    purchase_id: row.purchaseId,
    member_id: row.memberId,
    kind: refund.kind,
    amount_fen: refund.amount,
    money_back_fen: refund.effect.moneyBack,
    reduced_by_fen: refund.effect.reducedBy,
    points_worth_fen: refund.pointsWorth,
    reason: row.reason,
    refunded_at: stamp.now,
    business_date: stamp.today,
    staff_id: stamp.staffId,
  };
}
