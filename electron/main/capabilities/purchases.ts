import { isPaymentCode } from '../../../db/domain/members/payment-code';
import { decideExpire } from '../../../db/domain/points/expire';
import { after, usableOf } from '../../../db/domain/points/ledger';
import { quoteSale } from '../../../db/domain/purchases/quote';
import { decideRefund, decideUndo, type Refund } from '../../../db/domain/purchases/refund';
import { decideSale } from '../../../db/domain/purchases/sale';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { appendEntries } from '../../../db/points/commands';
import { accountIn } from '../../../db/points/queries';
import { freeReceipt, insertPurchase, insertRefund } from '../../../db/purchases/commands';
import { purchaseDetail, purchasesOf, receiptHolder, refundableSale } from '../../../db/purchases/queries';
import { currentRules } from '../../../db/settings/queries';
import type { CommandCx, RoomHandlers } from '../context';
import { stampOf } from '../stamp';

export const purchasesHandlers: RoomHandlers<'purchases'> = {
  ofMember: (cx, { memberId, ...page }) => purchasesOf(cx.db, memberId, page),

  detail: (cx, { purchaseId }) => purchaseDetail(cx.db, purchaseId),

  record: async (cx, { memberId, gross, specialPrice, receiptNo, items, redeem }) => {
    if (isPaymentCode(receiptNo)) return refuse('payment_code');
    const account = accountIn(cx.tx, memberId);
    if (account === null || !account.active) return refuse('member_gone');
    const taken = await receiptHolder(cx.tx, receiptNo, cx.today);
    if (taken !== null) return refuse('receipt_taken', taken);
    const { version, rules } = await currentRules(cx.tx, cx.today);

    const expired = decideExpire(account.holdings, cx.today);
    const holdings = after(account.holdings, expired);
    const usable = usableOf(holdings, cx.today);
    const bill = { gross, items, specialPrice };
    const buyer = { id: memberId, tier: account.tier, usable, birthday: null };
    const quote = quoteSale({ bill, buyer, coupons: [], redeem, rules, today: cx.today });
    if (quote instanceof Refusal) return quote;
    const sale = decideSale({ quote, holdings, rules: rules.points, today: cx.today, lotId: cx.newId() });
    if (sale instanceof Refusal) return sale;

    const purchaseId = cx.newId();
    const stamp = stampOf(cx, version);
    await insertPurchase(
      cx.tx,
      { id: purchaseId, memberId, total: quote.total, receiptNo, items, quote },
      stamp,
    );
    await appendEntries(cx.tx, [...expired, ...sale.drafts], { memberId, purchaseId }, stamp);
    cx.touch(memberId);
    return {
      purchaseId,
      paid: quote.due,
      earned: quote.earned,
      redeemed: quote.redeem,
      debtSettled: sale.debtSettled,
      balance: sale.balance,
    };
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
      role: cx.staff.role,
      today: cx.today,
      rules: rules.points,
      newId: cx.app.sources.newId,
    });
    if (refund instanceof Refusal) return { possible: false, code: refund.code };
    return { possible: true, effect: refund.effect };
  },

  refund: async (cx, { purchaseId, amount, shortfall, reason }) => {
    const found = await refundableSale(cx.tx, purchaseId);
    if (found === null) return refuse('purchase_gone');
    const { version, rules } = await currentRules(cx.tx, cx.today);
    const refund = decideRefund({
      sale: found.sale,
      holdings: found.holdings,
      amount,
      shortfall,
      role: cx.staff.role,
      today: cx.today,
      rules: rules.points,
      newId: cx.newId,
    });
    if (refund instanceof Refusal) return refund;
    return append(cx, { memberId: found.memberId, purchaseId, refund, reason, version });
  },

  undo: async (cx, { purchaseId }) => {
    const found = await refundableSale(cx.tx, purchaseId);
    if (found === null) return refuse('purchase_gone');
    const { version, rules } = await currentRules(cx.tx, cx.today);
    const { sale, holdings } = found;
    const asked = { sale, holdings, today: cx.today, rules: rules.points, newId: cx.newId };
    const refund = decideUndo(asked);
    if (refund instanceof Refusal) return refund;
    await freeReceipt(cx.tx, purchaseId);
    return append(cx, { memberId: found.memberId, purchaseId, refund, reason: '', version });
  },
};

interface Decided {
  readonly memberId: string;
  readonly purchaseId: string;
  readonly refund: Refund;
  readonly reason: string;
  readonly version: number;
}

async function append(cx: CommandCx, { memberId, purchaseId, refund, reason, version }: Decided) {
  const refundId = cx.newId();
  const stamp = stampOf(cx, version);
  await insertRefund(cx.tx, { id: refundId, purchaseId, memberId, refund, reason }, stamp);
  await appendEntries(cx.tx, refund.drafts, { memberId, purchaseId, refundId }, stamp);
  cx.touch(memberId);
  return { refundId, effect: refund.effect };
}
