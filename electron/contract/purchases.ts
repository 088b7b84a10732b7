import { z } from 'zod';
import { NO_FEN } from '../../db/domain/units';
import { billAccount, couponName, couponView, ruleStamp, tierMove } from './loyalty-shapes';
import { act, command, plain, query, requestIdShape, room } from './rpc';
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
import { ownCard } from './staff';

const saleLine = z.strictObject({
  product: line(60).pipe(z.string().min(1)),
  /** Thousandths of a piece or kilogram: 1.5 kg = 1500. */
  quantityMilli: z.int().min(1).max(1_000_000_000),
  amount,
  /** False for lines that earn no points (tobacco, top-ups). */
  earns: z.boolean(),
  /** False for goods at a special price: a tier's discount passes them by. */
  fullPrice: z.boolean().default(true),
});

export const purchaseRow = z.strictObject({
  id,
  receiptNo: z.string().nullable(),
  boughtAt: instantShape,
  businessDate: dateShape,
  /** At list price. */
  gross: amount,
  /** Taken off by tier, member day and coupons. */
  discount: amount,
  /** gross - discount: the bill before points, and what a refund is reckoned from. */
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
  /** Only a bill that goes back as a whole moves coupons. */
  coupons: z.strictObject({
    /** Used on it, and usable again. */
    restored: z.array(couponName),
    /** Used on it, but lapsed meanwhile. */
    lapsed: z.array(couponName),
    /** Brought by it and unused: taken away. */
    revoked: z.array(couponName),
    /** Brought by it and used already: left as it is. */
    kept: z.array(couponName),
  }),
  /** An upgrade that this refund takes back; null when the level stays. */
  tier: tierMove.nullable(),
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
  above_remaining: z.strictObject({ remaining: amount }),
  reduction_too_large: z.strictObject({ moneyBack: amount, needed: amount }),
};

const couponRefused = z.strictObject({ couponId: id, name: z.string() });

/** A recorded sale, as the counter shows it. */
export const recordedSale = z.strictObject({
  purchaseId: id,
  paid: amount,
  earned: pointCount,
  redeemed: pointCount,
  debtSettled: pointCount,
  balance: signedPoints,
  tier: tierMove.nullable(),
  /** Coupons that this sale brought its own member. */
  brought: z.array(couponName),
});

const typedLine = z.strictObject({
  key: count,
  product: z.string().max(60),
  quantity: z.string().max(40),
  amount: z.string().max(40),
  earns: z.boolean(),
  fullPrice: z.boolean(),
});
/** A sale as far as it is typed, and the request under which it was last sent. */
const keptSale = z.strictObject({
  memberId: id,
  typed: z.strictObject({
    amount: z.string().max(40),
    special: z.string().max(40),
    receiptNo: z.string().max(40),
    lines: z.array(typedLine).max(200).readonly(),
    coupons: z.array(couponView).max(20).readonly(),
    redeem: pointCount,
  }),
  attempt: z.strictObject({ requestId: requestIdShape, input: z.string().max(200_000) }).nullable(),
});
export type KeptSale = z.output<typeof keptSale>;

/** A bill as its receipt number finds it. */
const receiptBill = z.strictObject({
  purchaseId: id,
  memberId: id,
  memberName: z.string(),
  /** `138****8812`; empty when no phone is known. */
  phoneMasked: z.string(),
  boughtAt: instantShape,
  businessDate: dateShape,
  total: amount,
});
export type ReceiptBill = z.output<typeof receiptBill>;

export const purchasesRoom = room(() => ({
  ofMember: query(
    z.strictObject({ memberId: id, offset: count, limit: z.int().min(1).max(200) }),
    z.strictObject({ total: count, rows: z.array(purchaseRow) }),
  ),
  /** Bills with exactly this receipt number, the latest first: a till may begin anew each day. Undone ones have none. */
  ofReceipt: query(z.strictObject({ receiptNo: line(40) }), z.array(receiptBill).max(20)),
  /** One bill with its lines and refunds. */
  detail: query(
    z.strictObject({ purchaseId: id }),
    purchaseRow
      .extend({
        memberId: id,
        items: z.array(saleLine.extend({ /** Its share of the discount. */ discount: amount })),
        /** Null for imported bills and those of older stores. */
        account: billAccount.nullable(),
        rule: ruleStamp,
        couponsUsed: z.array(couponName),
        couponsBrought: z.array(couponName),
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
      /** The bill at list price, before any discount. */
      gross: amount,
      /** Of a bill without lines: the part at a special price. */
      specialPrice: amount.default(NO_FEN),
      couponIds: z.array(id).max(20).default([]),
      /** What the customer has been told; another price is refused, never taken silently. */
      expectedDue: amount.nullable().default(null),
      receiptNo: line(40),
      items: z.array(saleLine).max(200),
      redeem: pointCount,
    }),
    output: recordedSale,
    refusals: {
      price_changed: z.strictObject({ due: amount }),
      special_above_total: z.strictObject({ gross: amount }),
      special_beside_lines: plain,
      coupons_do_not_stack: plain,
      coupon_gone: plain,
      coupon_used: couponRefused,
      coupon_revoked: couponRefused,
      coupon_foreign: couponRefused,
      coupon_blackout: couponRefused,
      coupon_lapsed: couponRefused.extend({ lastDay: dateShape }),
      coupon_not_yet: couponRefused.extend({ firstDay: dateShape }),
      coupon_below_threshold: couponRefused.extend({ threshold: amount, gross: amount }),
      member_gone: plain,
      amount_needed: plain,
      /** A customer's WeChat or Alipay code, scanned into the wrong field; never stored. */
      payment_code: plain,
      /** `byTill`: the till's own file has brought it. */
      receipt_taken: z.strictObject({
        ...{ purchaseId: id, total: amount, boughtAt: instantShape },
        byTill: z.boolean(),
      }),
      lines_differ: z.strictObject({ sum: amountSum, total: amount }),
      ...ownCard,
      redeem_below_minimum: z.strictObject({ minimum: pointCount }),
      redeem_not_in_steps: z.strictObject({ step: pointCount }),
      redeem_above_share: z.strictObject({ most: pointCount, percent: z.int() }),
      insufficient_points: z.strictObject({ usable: signedPoints, asked: pointCount }),
    },
    changes: ['purchases', 'points', 'coupons', 'members'],
  }),
  /** Kept in main's memory and nowhere else, for a page that crashes over it; null when nothing is typed. */
  keepTyped: act({
    input: z.strictObject({ kept: keptSale.nullable() }),
    output: z.strictObject({}),
    refusals: {},
  }),
  /** What a page that is drawn again goes on with; `recorded` when the sale had been made after all, and null when it is undone by now. */
  typed: query(
    z.strictObject({}),
    z.strictObject({ kept: keptSale, recorded: recordedSale.nullable() }).nullable(),
  ),
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
    changes: ['purchases', 'points', 'coupons', 'members'],
  }),
  /** Takes the sale just made back as a whole, on its own business day: a reversal, not a delete. */
  undo: command({
    input: z.strictObject({ purchaseId: id }),
    output: z.strictObject({ refundId: id, effect: ledgerEffect }),
    refusals: { purchase_gone: plain, undo_too_late: plain, already_refunded: plain },
    changes: ['purchases', 'points', 'coupons', 'members'],
  }),
}));
