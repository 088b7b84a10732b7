import type { Selectable } from 'kysely';
import { couponCodeOf } from '../domain/coupons/code';
import type { Stamp } from '../points/stamp';
import { insertRows, prepared } from '../prepared';
import type { Tx } from '../schema';
import { type CouponName, couponRow, type NewCoupon } from './mapping';
import type { CouponEventTable } from './tables';

/** What an event of a coupon belongs to, and why a person did it. */
interface About {
  readonly purchaseId?: string;
  readonly refundId?: string;
  readonly reason?: string;
}

/**
 * Issues coupons, each with its own code; answers those that are new. A member who has had a coupon of
 * this template for this occasion gets no second one, so whatever issues by itself may ask again.
 */
export function issueCoupons(tx: Tx, coupons: readonly NewCoupon[], stamp: Stamp): CouponName[] {
  const issued: CouponName[] = [];
  for (const coupon of coupons) {
    const named = freeCode(tx, stamp.newId);
    const row = couponRow(coupon, named, stamp);
    const columns = Object.keys(row);
    const { changes } = prepared(
      tx,
      `insert into coupon (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
       on conflict (member_id, template_id, occasion) do nothing`,
    ).run(Object.values(row));
    if (changes === 0) continue;
    const { memberId, draft, issuedBySale } = coupon;
    const about = issuedBySale === undefined ? {} : { purchaseId: issuedBySale };
    appendEvents(tx, 'issued', [named.id], about, stamp);
    issued.push({ ...named, memberId, name: draft.name, lastDay: draft.lastDay });
  }
  return issued;
}

/** An id whose code no other coupon has: twelve digits meet by chance among many. */
function freeCode(tx: Tx, newId: () => string): { id: string; code: string } {
  const taken = prepared(tx, 'select 1 from coupon where code = ?');
  for (;;) {
    const id = newId();
    const code = couponCodeOf(id);
    if (taken.get(code) === undefined) return { id, code };
  }
}

/**
 * Uses coupons on a sale, each by one update that counts only while the coupon is unused: whoever
 * comes second finds nothing to update. Answers the first that is no longer there to use (the sale must
 * then be rolled back), or null when all were.
 */
export function spendCoupons(
  tx: Tx,
  ids: readonly string[],
  purchaseId: string,
  stamp: Stamp,
): string | null {
  const use = prepared(
    tx,
    "update coupon set state = 'used', used_on_sale = ? where id = ? and state = 'issued'",
  );
  const missed = ids.find((id) => use.run(purchaseId, id).changes === 0);
  if (missed !== undefined) return missed;
  appendEvents(tx, 'used', ids, { purchaseId }, stamp);
  return null;
}

/** What a refund decided about coupons: used ones are as if never used, unused ones that the sale brought go. */
export function settleCoupons(
  tx: Tx,
  {
    restored,
    revoked,
  }: { readonly restored: readonly { id: string }[]; readonly revoked: readonly { id: string }[] },
  about: { readonly purchaseId: string; readonly refundId: string },
  stamp: Stamp,
): void {
  const back = prepared(
    tx,
    "update coupon set state = 'issued', used_on_sale = null where id = ? and state = 'used'",
  );
  changeAll(back, restored.map(idOf));
  appendEvents(tx, 'restored', restored.map(idOf), about, stamp);
  revoke(tx, revoked.map(idOf), 'revoked', about, stamp);
}

/** A gift that leaves the shop without a bill. */
export function handOverCoupon(tx: Tx, id: string, stamp: Stamp): void {
  changeAll(prepared(tx, "update coupon set state = 'used' where id = ? and state = 'issued'"), [id]);
  appendEvents(tx, 'handed_over', [id], {}, stamp);
}

/** Takes an unused coupon away again, with the reason. */
export function withdrawCoupon(tx: Tx, id: string, reason: string, stamp: Stamp): void {
  revoke(tx, [id], 'withdrawn', { reason }, stamp);
}

function revoke(
  tx: Tx,
  ids: readonly string[],
  kind: 'revoked' | 'withdrawn',
  about: About,
  stamp: Stamp,
): void {
  changeAll(prepared(tx, "update coupon set state = 'revoked' where id = ? and state = 'issued'"), ids);
  appendEvents(tx, kind, ids, about, stamp);
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** These were decided on as they stand within this very transaction: one that has changed is a bug. */
function changeAll(change: ReturnType<typeof prepared>, ids: readonly string[]): void {
  for (const id of ids) {
    if (change.run(id).changes === 0) throw new Error('a coupon is not in the state that was decided on');
  }
}

function appendEvents(
  tx: Tx,
  kind: Selectable<CouponEventTable>['kind'],
  ids: readonly string[],
  about: About,
  stamp: Stamp,
): void {
  insertRows(
    tx,
    'coupon_event',
    ids.map((id) => ({
      coupon_id: id,
      kind,
      purchase_id: about.purchaseId ?? null,
      refund_id: about.refundId ?? null,
      reason: about.reason ?? '',
      business_date: stamp.today,
      at: stamp.now,
      staff_id: stamp.staffId,
    })),
  );
}
