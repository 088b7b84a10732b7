import { z } from 'zod';
import { command, plain, query } from './rpc';
import {
  amount,
  amountSum,
  count,
  dateShape,
  id,
  instantShape,
  line,
  pointCount,
  prose,
  signedPoints,
} from './shapes';

const saleLine = z.strictObject({
  product: line(60).pipe(z.string().min(1)),
  /** Thousandths of a piece or kilogram: 1.5 kg = 1500. */
  quantityMilli: z.int().min(1).max(1_000_000_000),
  amount,
  /** False for lines that earn no points (tobacco, top-ups). */
  earns: z.boolean(),
});

export const purchaseRow = z.strictObject({
  id,
  receiptNo: z.string().nullable(),
  boughtAt: instantShape,
  businessDate: dateShape,
  total: amount,
  pointsRedeemed: pointCount,
  pointsWorth: amount,
  paid: amount,
  pointsEarned: pointCount,
  refunded: amount,
  /** First line's product and how many lines there are. */
  firstProduct: z.string().nullable(),
  lines: count,
  undone: z.boolean(),
});
export type PurchaseRow = z.output<typeof purchaseRow>;

const ledgerEffect = z.strictObject({
  /** Money that goes back to the customer. */
  moneyBack: amount,
  /** Points that were spent on the sale and return to their lots. */
  pointsRestored: pointCount,
  /** Of those, how many come back as a new lot because theirs has lapsed, and until when. */
  revived: z.strictObject({ points: pointCount, lastDay: dateShape }).nullable(),
  /** Earned points that are taken back from lots. */
  pointsTakenBack: pointCount,
  /** Earned points that lapsed unused meanwhile: gone already, not asked for again. */
  pointsLapsed: pointCount,
  /** Earned points that are no longer there to take back. */
  shortfall: pointCount,
  /** What the shortfall turns into. */
  debt: pointCount,
  writtenOff: pointCount,
  reducedBy: amount,
  balanceAfter: signedPoints,
});
export type RefundEffect = z.output<typeof ledgerEffect>;

const shortfall = z.enum(['debt', 'reduce_refund', 'write_off']);
const refundInput = {
  purchaseId: id,
  /** Part of the bill's total that is returned. */
  amount,
  shortfall,
};
const refundRefusals = {
  purchase_gone: plain,
  nothing_left: plain,
  amount_needed: plain,
  write_off_needs_manager: plain,
  above_remaining: z.strictObject({ remaining: amount }),
  reduction_too_large: z.strictObject({ moneyBack: amount, needed: amount }),
};

export const purchasesRoom = {
  ofMember: query(
    z.strictObject({ memberId: id, offset: count, limit: z.int().min(1).max(200) }),
    z.strictObject({ total: count, rows: z.array(purchaseRow) }),
  ),
  /** One bill with its lines and refunds. */
  detail: query(
    z.strictObject({ purchaseId: id }),
    purchaseRow
      .extend({
        memberId: id,
        items: z.array(saleLine),
        refunds: z.array(
          z.strictObject({
            id,
            kind: z.enum(['part', 'all', 'undo']),
            amount,
            moneyBack: amount,
            at: instantShape,
            reason: z.string(),
          }),
        ),
      })
      .nullable(),
  ),
  record: command({
    input: z.strictObject({
      memberId: id,
      /** The bill before points. */
      total: amount,
      receiptNo: line(40),
      items: z.array(saleLine).max(200),
      redeem: pointCount,
    }),
    output: z.strictObject({
      purchaseId: id,
      paid: amount,
      earned: pointCount,
      redeemed: pointCount,
      debtSettled: pointCount,
      balance: signedPoints,
    }),
    refusals: {
      member_gone: plain,
      amount_needed: plain,
      /** A customer's WeChat or Alipay code, scanned into the wrong field; never stored. */
      payment_code: plain,
      receipt_taken: z.strictObject({ purchaseId: id, total: amount, boughtAt: instantShape }),
      lines_differ: z.strictObject({ sum: amountSum, total: amount }),
      redeem_below_minimum: z.strictObject({ minimum: pointCount }),
      redeem_not_in_steps: z.strictObject({ step: pointCount }),
      redeem_above_share: z.strictObject({ most: pointCount, percent: z.int() }),
      insufficient_points: z.strictObject({ usable: signedPoints, asked: pointCount }),
    },
    changes: ['purchases', 'points', 'members'],
  }),
  previewRefund: query(
    z.strictObject(refundInput),
    z.discriminatedUnion('possible', [
      z.strictObject({ possible: z.literal(true), effect: ledgerEffect }),
      z.strictObject({
        possible: z.literal(false),
        code: z.enum([
          'purchase_gone',
          'nothing_left',
          'amount_needed',
          'write_off_needs_manager',
          'above_remaining',
          'reduction_too_large',
        ]),
      }),
    ]),
  ),
  refund: command({
    input: z.strictObject({ ...refundInput, reason: prose(200) }),
    output: z.strictObject({ refundId: id, effect: ledgerEffect }),
    refusals: refundRefusals,
    changes: ['purchases', 'points', 'members'],
  }),
  /** Takes the sale just made back as a whole, on its own business day: a reversal, not a delete. */
  undo: command({
    input: z.strictObject({ purchaseId: id }),
    output: z.strictObject({ refundId: id, effect: ledgerEffect }),
    refusals: { purchase_gone: plain, nothing_left: plain, undo_too_late: plain, already_refunded: plain },
    changes: ['purchases', 'points', 'members'],
  }),
};
