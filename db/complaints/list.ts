import { sql } from 'kysely';
import { isOverdue, nextDue } from '../domain/complaints/clocks';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import type { Reader } from '../schema';
import { type ComplaintFilters, filtered } from './filters';
import { foundElsewhere } from './found';
import { type ComplaintRow, maybeInstant } from './mapping';
import { type ReasonNames, reasonNames } from './reasons';

export interface ListAsked extends ComplaintFilters {
  readonly offset: number;
  readonly limit: number;
}

export interface Moment {
  readonly now: Instant;
  readonly today: BusinessDate;
}

/**
 * A page of the archive. Open ones alone: what is due first, then what is paused, resolved ones last.
 * Closed and all: newest first, by their numbers.
 */
export async function complaintList(db: Reader, asked: ListAsked, at: Moment) {
  const { from, where, newestFirst } = filtered(asked, at.now);
  const counted = sql<{ total: number }>`(select count(*) as total from ${from} where ${where})`.as(
    'counted',
  );
  const { total } = await db.selectFrom(counted).select('total').executeTakeFirstOrThrow();
  const open = asked.which === 'open';
  // The page is cut by numbers alone, which the index holds with all that narrows them.
  const page = sql<number>`(select complaint.number from ${from} where ${where}
    order by ${open ? DUE_FIRST : newestFirst} limit ${asked.limit} offset ${asked.offset})`;
  const rows = await db
    .selectFrom('complaint')
    .leftJoin('member', 'member.id', 'complaint.member_id')
    .leftJoin('staff as escalated', 'escalated.id', 'complaint.escalated_to')
    .select(LISTED)
    .where('complaint.number', 'in', page)
    .orderBy(open ? DUE_FIRST : sql`complaint.number desc`)
    .execute();
  const named = await reasonNames(db, at.today);
  const found = await foundElsewhere(db, rows, asked.text);
  return {
    total,
    rows: rows.map((row) => ({ ...listedOf(row, named, at.now), found: found.get(row.number) ?? null })),
  };
}

/** The order of `nextDue`, in SQL, then what is paused, then what is resolved, longest first; a test compares the two. */
export const DUE_FIRST = sql`(complaint.paused_at is not null) + 2 * (complaint.state = 'resolved'),
  case
    when complaint.paused_at is not null then complaint.paused_at
    when complaint.state in ('responded', 'resolved') then complaint.resolution_due_at
    else min(complaint.response_due_at, complaint.resolution_due_at)
  end, complaint.number`;

/** What a row of a list shows, with the member and, as `escalated`, the staff it lies with joined to it. */
export const LISTED = [
  'complaint.id',
  'complaint.number',
  'complaint.member_id',
  'member.name as member_name',
  'complaint.object',
  'complaint.reason_group',
  'complaint.reason',
  'complaint.severity',
  'complaint.what',
  'complaint.state',
  'complaint.received_at',
  'complaint.response_due_at',
  'complaint.resolution_due_at',
  'complaint.paused_at',
  'complaint.response_breached',
  'complaint.resolution_breached',
  'complaint.escalated_to',
  'escalated.name as escalated_name',
] as const;

type ListedColumn = (typeof LISTED)[number];
type Plain<Column> = Column extends `complaint.${infer Name extends keyof ComplaintRow}` ? Name : never;
export type ListedRow = Pick<ComplaintRow, Plain<ListedColumn>> & {
  readonly member_name: string | null;
  readonly escalated_name: string | null;
};

/** A complaint as every list shows it. */
export function listedOf(row: ListedRow, named: ReasonNames, now: Instant) {
  const due = nextDue({
    state: row.state,
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
    pausedAt: maybeInstant(row.paused_at),
  });
  const { escalated_to: staffId, escalated_name: staffName } = row;
  return {
    id: row.id,
    number: row.number,
    memberId: row.member_id,
    memberName: row.member_name,
    object: row.object,
    reasonGroup: row.reason_group,
    reason: row.reason,
    reasonName: named.get(row.reason) ?? '',
    severity: row.severity,
    what: row.what,
    state: row.state,
    receivedAt: instant(row.received_at),
    pausedAt: maybeInstant(row.paused_at),
    escalatedTo: staffId === null || staffName === null ? null : { id: staffId, name: staffName },
    nextDue: due,
    late: row.response_breached === 1 || row.resolution_breached === 1 || isOverdue(due, now),
  };
}
