import { type Instant, instant } from '../domain/units';
import { instantOrNull } from '../nullable';
import type { Reader } from '../schema';

/** When a day of the store was last closed (日结): a backup follows. */
export async function lastDayClose(db: Reader): Promise<Instant | null> {
  const row = await db
    .selectFrom('day_close')
    .select(({ fn }) => fn.max('closed_at').as('at'))
    .executeTakeFirst();
  return typeof row?.at === 'number' ? instant(row.at) : null;
}

/** Since when there is this store: one of today needs no backup of the day before. */
export async function storeSince(db: Reader): Promise<Instant> {
  const row = await db.selectFrom('store').select('created_at').executeTakeFirstOrThrow();
  return instant(row.created_at);
}

/** From when on copies of the store hold a person, and until when: null = they are not erased. */
export async function heldBetween(
  db: Reader,
  memberId: string,
): Promise<{ readonly from: Instant; readonly to: Instant | null } | null> {
  const row = await db
    .selectFrom('member as m')
    .leftJoin('member_erasure as e', 'e.member_id', 'm.id')
    .select(['m.created_at', 'e.at'])
    .where('m.id', '=', memberId)
    .executeTakeFirst();
  return row === undefined ? null : { from: instant(row.created_at), to: instantOrNull(row.at) };
}
