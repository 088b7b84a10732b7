import { sql } from 'kysely';
import type { Reader } from '../schema';
import { type ComplaintFilters, filtered } from './filters';
import { foundElsewhere } from './found';
import { dueFirst, LIST_COLUMNS, listed, type Showing } from './queries';

export interface ListAsked extends ComplaintFilters {
  readonly offset: number;
  readonly limit: number;
}

/**
 * A page of the archive. Open ones alone: what is due first, then what is paused, resolved ones last.
 * Closed and all: newest first, by their numbers.
 */
export async function complaintList(db: Reader, asked: ListAsked, showing: Showing) {
  const { from, where, newestFirst, countFrom } = filtered(asked, showing.now);
  const counted = sql<{ total: number }>`(select count(*) as total from ${countFrom} where ${where})`;
  const { total } = await db.selectFrom(counted.as('counted')).select('total').executeTakeFirstOrThrow();
  const open = asked.which === 'open';
  // The page is cut by numbers alone, which the index holds with all that narrows them.
  const page = sql<number>`(select complaint.number from ${from} where ${where}
    order by ${open ? DUE_FIRST : newestFirst} limit ${asked.limit} offset ${asked.offset})`;
  const rows = await db
    .selectFrom('complaint')
    .leftJoin('member', 'member.id', 'complaint.member_id')
    .leftJoin('staff as escalated', 'escalated.id', 'complaint.escalated_to')
    .select(LIST_COLUMNS)
    .where('complaint.number', 'in', page)
    .orderBy(open ? DUE_FIRST : sql`complaint.number desc`)
    .execute();
  const found = await foundElsewhere(db, rows, asked.text);
  return {
    total,
    rows: rows.map((row) => ({ ...listed(row, showing), found: found.get(row.number) ?? null })),
  };
}

const DUE_FIRST = sql`${dueFirst}, complaint.number`;
