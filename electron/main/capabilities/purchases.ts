import { outcomeOf } from '../../../db/command-outcome';
import { couponsById, couponsNamedBy } from '../../../db/coupons/queries';
import { isPaymentCode } from '../../../db/domain/members/payment-code';
import { quoteSale } from '../../../db/domain/purchases/quote';
import { decideRefund, decideUndo } from '../../../db/domain/purchases/refund';
import { decideSale } from '../../../db/domain/purchases/sale';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { accountIn } from '../../../db/points/queries';
import {
  billsOfReceipt,
  purchaseDetail,
  purchasesOf,
  receiptHolder,
  refundableSale,
} from '../../../db/purchases/queries';
import { readIn } from '../../../db/reading';
import { currentRules } from '../../../db/settings/queries';
import { recordedSale } from '../../contract/purchases';
import type { RoomHandlers } from '../context';
import { refusedOn } from '../giver';
import { effectOf, giveBack } from './purchases/give-back';
import { readyToBuy } from './purchases/ready-to-buy';
import { nameOf, writeSale } from './purchases/write-sale';

/** The contract's cap: a till that begins with 0001 each day has one on every day there was. */
const MOST_OF_RECEIPT = 20;

export const purchasesHandlers: RoomHandlers<'purchases'> = {
  ofMember: (cx, { memberId, ...page }) => purchasesOf(cx.db, memberId, page),

  ofReceipt: (cx, { receiptNo }) => billsOfReceipt(cx.db, receiptNo, MOST_OF_RECEIPT),

  detail: async (cx, { purchaseId }) => {
    const bill = await purchaseDetail(cx.db, purchaseId);
    if (bill === null) return null;
    const { used, brought } = await couponsNamedBy(cx.db, purchaseId);
    return { ...bill, couponsUsed: used.map(nameOf), couponsBrought: brought.map(nameOf) };
  },

  record: async (cx, { memberId, gross, specialPrice, couponIds, expectedDue, receiptNo, items, redeem }) => {
    if (isPaymentCode(receiptNo)) return refuse('payment_code');
    const account = accountIn(cx.tx, memberId);
    if (account === null || !account.active) return refuse('member_gone');
    const own = redeem > 0 || couponIds.length > 0 ? refusedOn(cx, memberId) : undefined;
    if (own !== undefined) return own;
    const taken = readIn(cx.tx, receiptHolder(receiptNo, cx.today));
    if (taken !== null) return refuse('receipt_taken', taken);
    const coupons = readIn(cx.tx, couponsById(couponIds));
    if (coupons.length < couponIds.length) return refuse('coupon_gone');
    const ready = readyToBuy(cx, memberId, account, cx.today);
    if (ready === null) return refuse('member_gone');
    const { rules, stamp, level, expired, holdings, buyer } = ready;
    const bill = { gross, items, specialPrice };
    const quote = quoteSale({ bill, buyer, coupons, redeem, rules, today: cx.today });
    if (quote instanceof Refusal) return quote;
    const { due } = quote;
    if (expectedDue !== null && expectedDue !== due) return refuse('price_changed', { due });
    const sale = decideSale({ quote, holdings, rules: rules.points, today: cx.today, lotId: cx.newId() });
    if (sale instanceof Refusal) return sale;

    const drafts = [...expired, ...sale.drafts];
    const written = await writeSale(cx, { level, quote, drafts, receiptNo, items, rules }, stamp);
    cx.audit({ about: { kind: 'purchase', id: written.purchaseId } });
    const { earned, redeem: redeemed } = quote;
    return { ...written, paid: due, earned, redeemed, debtSettled: sale.debtSettled, balance: sale.balance };
  },

  keepTyped: (cx, { kept }) => {
    cx.saleInHand.keep(kept);
    return {};
  },

  typed: async (cx) => {
    const kept = cx.app.saleInHand.get();
    if (kept === null) return null;
    if (kept.attempt === null) return { kept, recorded: null };
    // The store is read in turn: a sale that the page before has sent and that still waits is made by then.
    const outcome = await outcomeOf(cx.db, 'purchases.record', kept.attempt.requestId);
    if (outcome === undefined) return { kept, recorded: null };
    const recorded = recordedSale.parse(outcome);
    const bill = await purchaseDetail(cx.db, recorded.purchaseId);
    return bill === null || bill.undone ? null : { kept, recorded };
  },

  previewRefund: async (cx, { purchaseId, amount, shortfall }) => {
    const found = await refundableSale(cx.db, purchaseId);
    if (found === null) return { possible: false, code: 'purchase_gone' };
    const { rules } = await currentRules(cx.db, cx.today);
    const refund = decideRefund({
      sale: found.sale,
      holdings: found.holdings,
      amount,
      shortfall,
      today: cx.today,
      rules: rules.points,
      newId: cx.app.sources.newId,
    });
    if (refund instanceof Refusal) return { possible: false, code: refund.code };
    return { possible: true, effect: await effectOf(cx, { ...found, purchaseId, refund }) };
  },

  refund: (cx, { purchaseId, amount, shortfall, reason }) =>
    giveBack(cx, { purchaseId, reason }, (asked) => decideRefund({ ...asked, amount, shortfall })),

  undo: (cx, { purchaseId }) => giveBack(cx, { purchaseId, reason: '' }, decideUndo),
};
