import { sql } from 'kysely';
import { type Allowance, HAND_TRIGGERS } from '../domain/coupons/hand';
import type { Role } from '../domain/staff/role';
import { type BusinessDate, type Fen, fen } from '../domain/units';
import type { Reader } from '../schema';

/**
 * What one member of staff may give by hand on a day and has given; null where a manager or owner gives,
 * or has approved the gift: they give without a limit. One allowance for everything: coupons by hand and compensations (S80).
 */
export async function allowanceOf(
  db: Reader,
  by: { readonly staffId: string; readonly authority: Role },
  limit: Fen,
  day: BusinessDate,
): Promise<Allowance | null> {
  return by.authority === 'cashier' ? { limit, used: await handGivenOn(db, by.staffId, day) } : null;
}

/**
 * Worth of what one member of staff has given by hand on a day. A coupon counts as a coupon, also one given
 * for a complaint, and not once it was withdrawn again.
 */
export async function handGivenOn(db: Reader, staffId: string, day: BusinessDate): Promise<Fen> {
  const coupons = await db
    .selectFrom('coupon')
    .select(sql<number>`coalesce(sum(coalesce(off_fen, cap_fen, cost_fen, 0)), 0)`.as('worth'))
    .where('staff_id', '=', staffId)
    .where('business_date', '=', day)
    .where('trigger', 'in', HAND_TRIGGERS)
    .where('state', '<>', 'revoked')
    .executeTakeFirstOrThrow();
  const others = await db
    .selectFrom('compensation')
    .select(sql<number>`coalesce(sum(worth_fen), 0)`.as('worth'))
    .where('staff_id', '=', staffId)
    .where('business_date', '=', day)
    .where('kind', '<>', 'coupon')
    .executeTakeFirstOrThrow();
  return fen(coupons.worth + others.worth);
}
