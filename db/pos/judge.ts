import {
  decideReceipt,
  decideTillRefund,
  passedBy,
  type ReceiptDecision,
  type RefundDecision,
} from '../domain/pos/decide';
import type { TillReceipt } from '../domain/pos/receipts';
import { type BusinessDate, fen, type Instant } from '../domain/units';
import type { Reading } from '../reading';
import { buyerOf, holderOf, knownReceipt, lookalikeOf, refundTargets } from './receipts';

/** A receipt with its moment in the store's own time. */
export interface TimedReceipt extends TillReceipt {
  readonly at: Instant;
  readonly day: BusinessDate;
}

/** By what a file is judged. */
export interface Judging {
  readonly from: BusinessDate;
  readonly now: Instant;
  readonly today: BusinessDate;
}

/** What would become of a receipt now: what posting goes by, and what the preview shows. */
export function* judgeReceipt(receipt: TimedReceipt, by: Judging): Reading<ReceiptDecision> {
  const passed = passedBy(receipt, by);
  if (passed !== undefined) return passed.kind === 'passed' ? passed : { ...passed, booked: null };
  const { day, receiptNo, amount } = receipt;
  const buyer = yield* buyerOf(receipt.buyer, receipt.named);
  return decideReceipt({
    amount,
    buyer,
    known: yield* knownReceipt(day, receiptNo),
    holder: yield* holderOf(day, receiptNo),
    lookalike: buyer.kind === 'one' ? yield* lookalikeOf(buyer.memberId, day, amount) : null,
  });
}

/** The same for a refund row that no file has told of before. */
export function* judgeTillRefund(
  receipt: TimedReceipt,
  by: Judging,
): Reading<RefundDecision | { readonly kind: 'passed' }> {
  const passed = passedBy(receipt, by);
  if (passed !== undefined) return passed.kind === 'passed' ? passed : { ...passed, booked: null };
  return decideTillRefund(fen(-receipt.amount), yield* refundTargets(receipt.day, receipt.receiptNo));
}
