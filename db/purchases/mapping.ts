import type { Selectable } from 'kysely';
import type { BillAccount } from '../domain/purchases/bill';
import {
  type BusinessDate,
  businessDate,
  type Fen,
  fen,
  type Instant,
  instant,
  type Points,
  points,
} from '../domain/units';
import type { Schema } from '../schema';
import type { SaleLine } from './rows';

export interface PurchaseRow {
  readonly id: string;
  readonly receiptNo: string | null;
  readonly boughtAt: Instant;
  readonly businessDate: BusinessDate;
  /** At list price; gross - discount = total. */
  readonly gross: Fen;
  readonly discount: Fen;
  /** After discounts, before points. */
  readonly total: Fen;
  readonly pointsRedeemed: Points;
  readonly pointsWorth: Fen;
  readonly paid: Fen;
  readonly pointsEarned: Points;
  readonly refunded: Fen;
  readonly firstProduct: string | null;
  readonly lines: number;
  readonly undone: boolean;
}

type Bill = Selectable<Schema['purchase']> & {
  readonly refunded: number;
  readonly undone: number;
  readonly first_product: string | null;
  readonly lines: number;
};

export function purchaseFrom(bill: Bill): PurchaseRow {
  return {
    id: bill.id,
    receiptNo: bill.receipt_no,
    boughtAt: instant(bill.bought_at),
    businessDate: businessDate(bill.business_date),
    gross: fen(bill.total_fen + bill.discount_fen),
    discount: fen(bill.discount_fen),
    total: fen(bill.total_fen),
    pointsRedeemed: points(bill.points_redeemed),
    pointsWorth: fen(bill.points_worth_fen),
    paid: fen(bill.paid_fen),
    pointsEarned: points(bill.points_earned),
    refunded: fen(bill.refunded),
    firstProduct: bill.first_product,
    lines: bill.lines,
    undone: bill.undone === 1,
  };
}

export const lineFrom = (
  row: Selectable<Schema['purchase_line']>,
): SaleLine & { readonly discount: Fen } => ({
  product: row.product,
  quantityMilli: row.quantity_milli,
  amount: fen(row.amount_fen),
  earns: row.earns === 1,
  fullPrice: row.full_price === 1,
  discount: fen(row.discount_fen),
});

/** Written by us only (`insertPurchase`), and checked as JSON by the table. */
export const accountFrom = ({ account }: Pick<Bill, 'account'>): BillAccount | null =>
  account === null ? null : (JSON.parse(account) as BillAccount);

export interface RefundRow {
  readonly id: string;
  readonly kind: 'part' | 'all' | 'undo';
  readonly amount: Fen;
  readonly moneyBack: Fen;
  readonly at: Instant;
  readonly reason: string;
}

export function refundFrom(
  row: Pick<
    Selectable<Schema['refund']>,
    'id' | 'kind' | 'amount_fen' | 'money_back_fen' | 'refunded_at' | 'reason'
  >,
): RefundRow {
  return {
    id: row.id,
    // To the counter an import taken back is the sale taken back.
    kind: row.kind === 'import_undo' ? 'undo' : row.kind,
    amount: fen(row.amount_fen),
    moneyBack: fen(row.money_back_fen),
    at: instant(row.refunded_at),
    reason: row.reason,
  };
}
