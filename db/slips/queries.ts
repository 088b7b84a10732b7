import { sql } from 'kysely';
import type { BroughtCoupon, SaleForSlip } from '../domain/slips/slip';
import { businessDate, fen, instant, points } from '../domain/units';
import { accountFrom } from '../purchases/mapping';
import { wasUndone } from '../purchases/standing';
import type { Reader } from '../schema';

/** A recorded sale with its buyer and the coupons it brought them; null when there is no such sale. */
export async function saleForSlip(db: Reader, purchaseId: string): Promise<SaleForSlip | null> {
  const sale = await db
    .selectFrom('purchase as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select(['p.member_id', 'm.name', 'm.phone', 'm.member_no', 'p.bought_at', 'p.business_date'])
    .select(['p.receipt_no', 'p.total_fen', 'p.discount_fen', 'p.points_worth_fen', 'p.paid_fen'])
    .select(['p.points_redeemed', 'p.points_earned', 'p.account'])
    .select([
      sql<number>`(select coalesce(sum(money_back_fen), 0) from refund where purchase_id = p.id)`.as('back'),
      sql<number>`${sql.raw(wasUndone('p'))}`.as('undone'),
    ])
    .where('p.id', '=', purchaseId)
    .executeTakeFirst();
  if (sale === undefined) return null;
  return {
    memberId: sale.member_id,
    memberName: sale.name,
    memberPhone: sale.phone,
    memberNo: sale.member_no,
    boughtAt: instant(sale.bought_at),
    businessDate: businessDate(sale.business_date),
    receiptNo: sale.receipt_no,
    total: fen(sale.total_fen),
    discount: fen(sale.discount_fen),
    pointsWorth: fen(sale.points_worth_fen),
    paid: fen(sale.paid_fen),
    used: points(sale.points_redeemed),
    earned: points(sale.points_earned),
    account: accountFrom(sale),
    refunded: fen(sale.back),
    undone: sale.undone === 1,
    coupons: await broughtBy(db, purchaseId, sale.member_id),
  };
}

/** Unused coupons of the buyer that the sale brought; those of a friend who referred them are not theirs to see. */
async function broughtBy(db: Reader, purchaseId: string, memberId: string): Promise<BroughtCoupon[]> {
  const rows = await db
    .selectFrom('coupon')
    .select(['name', 'code', 'first_day', 'last_day'])
    .where('issued_by_sale', '=', purchaseId)
    .where('member_id', '=', memberId)
    .where('state', '=', 'issued')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    code: row.code,
    firstDay: businessDate(row.first_day),
    lastDay: businessDate(row.last_day),
  }));
}

/** Name and phone of an active member, to be masked at once; null for anybody else. */
export async function faceOf(
  db: Reader,
  memberId: string,
): Promise<{ readonly name: string; readonly phone: string | null } | null> {
  const row = await db
    .selectFrom('member')
    .select(['name', 'phone'])
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row ?? null;
}
