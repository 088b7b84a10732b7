import { settleCoupons } from '../../../../db/coupons/commands';
import type { IssuedCoupon } from '../../../../db/coupons/mapping';
import { couponsOfSale } from '../../../../db/coupons/queries';
import { type CouponEffects, couponEffects } from '../../../../db/domain/coupons/refund';
import type { Holdings } from '../../../../db/domain/points/ledger';
import type { Refund, RefundableSale } from '../../../../db/domain/purchases/refund';
import { Refusal, refuse } from '../../../../db/domain/refusal';
import type { PointsRules } from '../../../../db/domain/settings/shop-rules';
import { type BusinessDate, fen } from '../../../../db/domain/units';
import { appendEntries } from '../../../../db/points/commands';
import { freeReceipt, insertRefund } from '../../../../db/purchases/commands';
import { refundableSale } from '../../../../db/purchases/queries';
import type { Reader } from '../../../../db/schema';
import { rulesIn } from '../../../../db/settings/queries';
import type { RefundedBill } from '../../../../db/tiers/accounts';
import { judgeRefund, settleTier, type TierMove } from '../../../../db/tiers/commands';
import { tierAfterRefund, tierOnDemand } from '../../../../db/tiers/queries';
import type { RefundEffect } from '../../../contract/purchases';
import type { BookingCx } from '../../booking-cx';
import { stampOf } from '../../stamp';
import { nameOf } from './write-sale';

interface Asked {
  readonly sale: RefundableSale;
  readonly holdings: Holdings;
  readonly today: BusinessDate;
  readonly rules: PointsRules;
  readonly newId: () => string;
}

/**
 * A refund or an undo, as `decide` says: money and points, then the coupons of a bill that has gone
 * back as a whole, then the level that stood on it.
 */
export async function giveBack<No extends Refusal>(
  cx: BookingCx,
  { purchaseId, reason }: { readonly purchaseId: string; readonly reason: string },
  decide: (asked: Asked) => Refund | No,
) {
  const found = await refundableSale(cx.tx, purchaseId);
  if (found === null) return refuse('purchase_gone');
  const { memberId, sale, holdings } = found;
  const { version, rules } = rulesIn(cx.tx, cx.today);
  const refund = decide({ sale, holdings, today: cx.today, rules: rules.points, newId: cx.newId });
  if (refund instanceof Refusal) return refund;

  const stamp = stampOf(cx, version);
  const refundId = cx.newId();
  const level = settleTier(cx.tx, memberId, stamp);
  insertRefund(cx.tx, { id: refundId, purchaseId, memberId, refund, reason }, stamp);
  if (refund.kind === 'undo') freeReceipt(cx.tx, purchaseId);
  await appendEntries(cx.tx, refund.drafts, { memberId, purchaseId, refundId }, stamp);
  const coupons = await couponsAfter(cx.tx, { purchaseId, refund }, cx.today);
  // One that goes after its own sale is given back first: a used coupon cannot be taken away.
  const unused = [...coupons.restored, ...coupons.revoked.filter(({ state }) => state === 'used')];
  settleCoupons(cx.tx, { restored: unused, revoked: coupons.revoked }, { purchaseId, refundId }, stamp);
  const back = { ...refundedBill({ purchaseId, refund }), refundId };
  const tier = level === null ? null : judgeRefund(cx.tx, level, back, stamp);
  const moved = [...coupons.restored, ...coupons.revoked].map((coupon) => coupon.memberId);
  for (const id of [memberId, ...moved]) cx.touch(id);
  const { kind, amount, effect } = refund;
  const { moneyBack, reducedBy } = effect;
  cx.audit({
    about: { kind: 'purchase', id: purchaseId },
    ...(reason === '' ? {} : { why: reason }),
    after: { refund: refundId, kind, amount, moneyBack, reducedBy },
  });
  return { refundId, effect: together(refund, coupons, tier) };
}

interface Decided {
  readonly purchaseId: string;
  readonly refund: Refund;
}

/** What `giveBack` would do with this refund, before anything is written. */
export async function effectOf(
  { db, today }: { readonly db: Reader; readonly today: BusinessDate },
  decided: Decided & { readonly memberId: string },
): Promise<RefundEffect> {
  const coupons = await couponsAfter(db, decided, today);
  const level = await tierOnDemand(db, decided.memberId, today);
  const tier = level === null ? null : await tierAfterRefund(db, level, refundedBill(decided));
  return together(decided.refund, coupons, tier);
}

async function couponsAfter(db: Reader, { purchaseId, refund }: Decided, today: BusinessDate) {
  const whole = refund.kind !== 'part';
  return couponEffects({ ...(await couponsOfSale(db, purchaseId)), whole, today });
}

/** Takings fall by what was given back and by what was kept from it for points already spent. */
function refundedBill({ purchaseId, refund: { kind, effect } }: Decided): RefundedBill {
  return { purchaseId, back: fen(effect.moneyBack + effect.reducedBy), whole: kind !== 'part' };
}

const together = (
  { effect }: Refund,
  coupons: CouponEffects<IssuedCoupon>,
  tier: TierMove | null,
): RefundEffect => ({
  ...effect,
  coupons: {
    restored: coupons.restored.map(nameOf),
    lapsed: coupons.lapsed.map(nameOf),
    revoked: coupons.revoked.map(nameOf),
    kept: coupons.kept.map(nameOf),
  },
  tier,
});
