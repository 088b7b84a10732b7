import { decideTillSale, type TillLine, tillPrice } from '../../../db/domain/pos/sale';
import { refuse } from '../../../db/domain/refusal';
import type { BusinessDate, Fen, Instant } from '../../../db/domain/units';
import { accountIn } from '../../../db/points/queries';
import type { BookingCx } from '../booking-cx';
import { readyToBuy } from '../capabilities/purchases/ready-to-buy';
import { writeSale } from '../capabilities/purchases/write-sale';

/** A receipt that a till has settled, and the member it is booked for. */
export interface ReceiptToBook {
  readonly memberId: string;
  readonly receiptNo: string;
  readonly at: Instant;
  readonly day: BusinessDate;
  readonly paid: Fen;
  readonly items: readonly TillLine[];
}

/**
 * Books a till's receipt as a sale of its own day: the rules of that day, its points, the level it lifts
 * to and the coupons it brings. The money is what the till says; nothing is taken off once more.
 */
export async function bookReceipt(cx: BookingCx, receipt: ReceiptToBook) {
  const { memberId, receiptNo, at, day, paid, items } = receipt;
  const account = accountIn(cx.tx, memberId);
  if (account === null || !account.active) return refuse('member_gone');
  const ready = readyToBuy(cx, memberId, account, day);
  if (ready === null) return refuse('member_gone');
  const { rules, stamp, level, expired, holdings, buyer } = ready;
  const quote = tillPrice({ paid, items, buyer, rules, day });
  const { earned } = quote;
  const lotId = cx.newId();
  const sale = decideTillSale({ earned, holdings, rules: rules.points, day, today: cx.today, lotId });

  const drafts = [...expired, ...sale.drafts];
  const bought = { at, day };
  const written = await writeSale(cx, { level, quote, drafts, receiptNo, items, rules, bought }, stamp);
  cx.audit({ about: { kind: 'purchase', id: written.purchaseId } });
  const { debtSettled, balance } = sale;
  return { ...written, paid, earned, redeemed: quote.redeem, debtSettled, balance };
}
