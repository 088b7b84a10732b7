import type { Stamp } from '../points/stamp';
import { insertRows, prepared } from '../prepared';
import type { Tx } from '../schema';
import { lineRows, type NewPurchase, type NewRefund, purchaseRow, refundRow } from './rows';

/** Writes the bill with how its price came about, its lines, and takes its receipt number for that business day. */
export function insertPurchase(tx: Tx, sale: NewPurchase, stamp: Stamp): void {
  const { id, receiptNo } = sale;
  insertRows(tx, 'purchase', [purchaseRow(sale, stamp)]);
  insertRows(tx, 'purchase_line', lineRows(sale));
  if (receiptNo !== '') {
    const day = sale.bought?.day ?? stamp.today;
    insertRows(tx, 'receipt', [{ business_date: day, receipt_no: receiptNo, purchase_id: id }]);
  }
}

/** Writes one refund of a sale. */
export function insertRefund(tx: Tx, refund: NewRefund, stamp: Stamp): void {
  insertRows(tx, 'refund', [refundRow(refund, stamp)]);
}

/** A sale that was taken back as a whole gives its receipt number free: the till may ring it up again. */
export function freeReceipt(tx: Tx, purchaseId: string): void {
  prepared(tx, 'delete from receipt where purchase_id = ?').run(purchaseId);
}
