import { type Instant, instant } from '../domain/units';
import { instantOrNull } from '../nullable';
import type { Reader, Tx } from '../schema';
import type { Leftovers } from './erase';

/** An erasure that is committed and has left something to be cleaned up. */
export interface Unclean {
  readonly memberId: string;
  readonly at: Instant;
  readonly leftovers: Leftovers;
}

const NOTHING_LEFT: Leftovers = { words: [], photos: [] };

export async function uncleanErasures(db: Reader): Promise<Unclean[]> {
  const rows = await db
    .selectFrom('member_erasure')
    .select(['member_id', 'at', 'leftovers'])
    .where('cleaned_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    memberId: row.member_id,
    at: instant(row.at),
    // What eraseMember has written.
    leftovers: row.leftovers === null ? NOTHING_LEFT : (JSON.parse(row.leftovers) as Leftovers),
  }));
}

/** No trace is left of these. */
export async function settledErasures(tx: Tx, memberIds: readonly string[], now: Instant): Promise<void> {
  await tx
    .updateTable('member_erasure')
    .set({ cleaned_at: now })
    .where('member_id', 'in', memberIds)
    .execute();
}

/** How far the erasure of a member is; null for one who is not erased. */
export async function erasureOf(db: Reader, memberId: string) {
  const row = await db
    .selectFrom('member_erasure as e')
    .innerJoin('member as m', 'm.id', 'e.member_id')
    .innerJoin('staff as s', 's.id', 'e.staff_id')
    .select(['m.member_no', 'e.at', 's.name', 'e.cleaned_at'])
    .where('e.member_id', '=', memberId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    memberNo: row.member_no,
    at: instant(row.at),
    staffName: row.name,
    cleanedAt: instantOrNull(row.cleaned_at),
  };
}
