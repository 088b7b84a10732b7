import { issueCoupons, spendCoupons } from '../../../../db/coupons/commands';
import type { CouponName } from '../../../../db/coupons/mapping';
import { bringingOf } from '../../../../db/coupons/queries';
import { broughtBySale } from '../../../../db/domain/coupons/triggers';
import type { EntryDraft } from '../../../../db/domain/points/ledger';
import type { Price } from '../../../../db/domain/purchases/quote';
import type { ShopRules } from '../../../../db/domain/settings/shop-rules';
import type { BusinessDate, Instant } from '../../../../db/domain/units';
import { appendEntries } from '../../../../db/points/commands';
import type { Stamp } from '../../../../db/points/stamp';
import { insertPurchase } from '../../../../db/purchases/commands';
import type { SaleLine } from '../../../../db/purchases/rows';
import { readIn } from '../../../../db/reading';
import type { TierAccount } from '../../../../db/tiers/accounts';
import { judgeSale } from '../../../../db/tiers/commands';
import type { BookingCx } from '../../booking-cx';

interface DecidedSale {
  /** The buyer's level, settled before the sale. */
  readonly level: TierAccount;
  readonly quote: Price;
  readonly drafts: readonly EntryDraft[];
  readonly receiptNo: string;
  readonly items: readonly SaleLine[];
  readonly rules: ShopRules;
  /** Where that is not now: a receipt that its till tells of later. */
  readonly bought?: { readonly at: Instant; readonly day: BusinessDate };
}

/**
 * Writes a decided sale and what follows from it: the bill, its points, the coupons it uses up and those
 * it brings, and the level it lifts the buyer to.
 */
export async function writeSale(cx: BookingCx, sale: DecidedSale, stamp: Stamp) {
  const { level, quote, receiptNo, items, rules, bought } = sale;
  const { memberId } = level;
  const purchaseId = cx.newId();
  const on = bought === undefined ? {} : { on: bought.day };
  const when = bought === undefined ? {} : { bought };
  insertPurchase(cx.tx, { id: purchaseId, memberId, receiptNo, items, quote, ...when }, stamp);
  await appendEntries(cx.tx, sale.drafts, { memberId, purchaseId }, stamp);
  const missed = spendCoupons(cx.tx, quote.couponIds, purchaseId, stamp);
  // The quote has just found them unused, in this very transaction.
  if (missed !== null) throw new Error('a coupon was used twice');
  const tier = judgeSale(cx.tx, level, { purchaseId, paid: quote.due, ...on }, stamp);
  const brought = await bringCoupons(cx, { purchaseId, buyerId: memberId, rules }, stamp);
  for (const id of [memberId, ...brought.map((coupon) => coupon.memberId)]) cx.touch(id);
  return {
    purchaseId,
    tier,
    brought: brought.filter((coupon) => coupon.memberId === memberId).map(nameOf),
  };
}

/** Coupons of a first purchase, and for both sides when somebody sent the buyer (S49; rules, Coupons). */
async function bringCoupons(
  cx: BookingCx,
  of: { readonly purchaseId: string; readonly buyerId: string; readonly rules: ShopRules },
  stamp: Stamp,
): Promise<CouponName[]> {
  const due = broughtBySale(readIn(cx.tx, bringingOf(of)), of.rules.coupons.templates, cx.today);
  return issueCoupons(
    cx.tx,
    due.map((coupon) => ({ ...coupon, issuedBySale: of.purchaseId })),
    stamp,
  );
}

/** A coupon as the contract names it. */
export const nameOf = ({ id, name, code, lastDay }: CouponName): Omit<CouponName, 'memberId'> => ({
  id,
  name,
  code,
  lastDay,
});
