import { type Selectable, sql } from 'kysely';
import type { Bringing } from '../domain/coupons/triggers';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import { billStands } from '../purchases/standing';
import { type Reading, rows } from '../reading';
import type { Reader } from '../schema';
import { type CouponName, couponFrom, type IssuedCoupon } from './mapping';
import type { CouponEventTable, CouponTable } from './tables';

/** Literals, so that the partial indexes on sales apply. */
const USED_ON = sql<boolean>`used_on_sale is not null`;
const ISSUED_BY = sql<boolean>`issued_by_sale is not null`;

/** All of a member's coupons, soonest lapse first. */
export async function couponsOf(db: Reader, memberId: string): Promise<IssuedCoupon[]> {
  const rows = await db
    .selectFrom('coupon')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('last_day')
    .orderBy('seq')
    .execute();
  return rows.map(couponFrom);
}

/** A member's coupons that are unused and whose days include `today`, soonest lapse first; days of blackout are not looked at. */
export async function openCouponsOf(
  db: Reader,
  memberId: string,
  today: BusinessDate,
): Promise<IssuedCoupon[]> {
  const rows = await db
    .selectFrom('coupon')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('state', '=', 'issued')
    .where('last_day', '>=', today)
    .where('first_day', '<=', today)
    .orderBy('last_day')
    .orderBy('seq')
    .execute();
  return rows.map(couponFrom);
}

const BY_ID = 'select * from coupon where id in (select value from json_each(?))';

/** Coupons by their ids, in the order given; those that do not exist are left out. */
export function* couponsById(ids: readonly string[]): Reading<IssuedCoupon[]> {
  if (ids.length === 0) return [];
  const found = yield* rows<Selectable<CouponTable>>(BY_ID, JSON.stringify(ids));
  const byId = new Map(found.map((row) => [row.id, couponFrom(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The coupon with this code, and whose it is; null also when they are no member any more. */
export async function couponByCode(
  db: Reader,
  code: string,
): Promise<{ readonly coupon: IssuedCoupon; readonly memberName: string } | null> {
  const row = await db
    .selectFrom('coupon')
    .innerJoin('member', 'member.id', 'coupon.member_id')
    .selectAll('coupon')
    .select('member.name as member_name')
    .where('code', '=', code)
    .where('member.state', '=', 'active')
    .executeTakeFirst();
  return row === undefined ? null : { coupon: couponFrom(row), memberName: row.member_name };
}

/** What a refund of a sale must know: coupons that are used on it now, whether their own sale still stands, and those it brought. */
export async function couponsOfSale(
  db: Reader,
  purchaseId: string,
): Promise<Readonly<Record<'used' | 'orphaned' | 'brought', IssuedCoupon[]>>> {
  const coupons = db.selectFrom('coupon').selectAll().orderBy('seq');
  const used = await coupons
    .select(
      sql<number>`exists (select 1 from refund where refund.purchase_id = coupon.issued_by_sale
        and refund.kind <> 'part')`.as('orphaned'),
    )
    .where('used_on_sale', '=', purchaseId)
    .where(USED_ON)
    .execute();
  const brought = await coupons.where('issued_by_sale', '=', purchaseId).where(ISSUED_BY).execute();
  return {
    used: used.filter(({ orphaned }) => orphaned === 0).map(couponFrom),
    orphaned: used.filter(({ orphaned }) => orphaned === 1).map(couponFrom),
    brought: brought.map(couponFrom),
  };
}

/** What a bill says of coupons for ever, also after a refund has given them back. */
export async function couponsNamedBy(
  db: Reader,
  purchaseId: string,
): Promise<{ readonly used: CouponName[]; readonly brought: CouponName[] }> {
  const rows = await db
    .selectFrom('coupon_event as event')
    .innerJoin('coupon', 'coupon.id', 'event.coupon_id')
    .select(['event.kind', 'coupon.id', 'coupon.name', 'code', 'last_day', 'member_id'])
    .where('event.purchase_id', '=', purchaseId)
    .where(sql<boolean>`event.purchase_id is not null`)
    .where('event.kind', 'in', ['used', 'issued'])
    .orderBy('event.seq')
    .execute();
  const named = (kind: 'used' | 'issued') => rows.filter((row) => row.kind === kind).map(nameFrom);
  return { used: named('used'), brought: named('issued') };
}

const nameFrom = (row: {
  id: string;
  name: string;
  code: string;
  last_day: string;
  member_id: string;
}): CouponName => ({
  id: row.id,
  name: row.name,
  code: row.code,
  lastDay: businessDate(row.last_day),
  memberId: row.member_id,
});

const STANDING_BILL = `select 1 from purchase p where p.member_id = +? and p.id <> +? and ${billStands('p')} limit 1`;
const ACTIVE_REFERRER = `select r.id from member friend join member r on r.id = friend.referrer_id
  where friend.id = +? and r.state = 'active'`;
/** Crossed in this order: the buyer's bills are few, coupons that sales brought are many. */
const BROUGHT = `select c.member_id as memberId, c.trigger from purchase p cross join coupon c
  where p.member_id = +? and c.issued_by_sale = p.id and c.issued_by_sale is not null and c.state <> 'revoked'`;

/** What decides which coupons a sale just recorded brings (`broughtBySale`). */
export function* bringingOf({
  purchaseId,
  buyerId,
}: {
  readonly purchaseId: string;
  readonly buyerId: string;
}): Reading<Bringing> {
  const [earlier] = yield* rows(STANDING_BILL, buyerId, purchaseId);
  if (earlier !== undefined) return { purchaseId, buyerId, referrerId: null, first: false, brought: [] };
  const [referrer] = yield* rows<{ id: string }>(ACTIVE_REFERRER, buyerId);
  const brought = yield* rows<Bringing['brought'][number]>(BROUGHT, buyerId);
  return { purchaseId, buyerId, referrerId: referrer?.id ?? null, first: true, brought };
}

export interface CouponEvent {
  readonly kind: Selectable<CouponEventTable>['kind'];
  readonly at: Instant;
  readonly staffName: string;
  readonly receiptNo: string | null;
  readonly purchaseId: string | null;
  readonly reason: string;
}

/** Everything that happened to a coupon, first to last, and the rules it was issued under. */
export async function couponStory(db: Reader, couponId: string) {
  const row = await db
    .selectFrom('coupon')
    .innerJoin('rule_version', 'rule_version.version', 'coupon.rule_version')
    .selectAll('coupon')
    .select('rule_version.effective_from')
    .where('coupon.id', '=', couponId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const events = await db
    .selectFrom('coupon_event as event')
    .innerJoin('staff', 'staff.id', 'event.staff_id')
    .leftJoin('purchase', 'purchase.id', 'event.purchase_id')
    .select(['event.kind', 'event.at', 'staff.name as staff_name', 'purchase.receipt_no'])
    .select(['event.purchase_id', 'event.reason'])
    .where('event.coupon_id', '=', couponId)
    .orderBy('event.seq')
    .execute();
  return {
    coupon: couponFrom(row),
    rule: { version: row.rule_version, effectiveFrom: businessDate(row.effective_from) },
    reason: row.reason,
    events: events.map(
      (event): CouponEvent => ({
        kind: event.kind,
        at: instant(event.at),
        staffName: event.staff_name,
        receiptNo: event.receipt_no,
        purchaseId: event.purchase_id,
        reason: event.reason,
      }),
    ),
  };
}
