import { type Selectable, sql } from 'kysely';
import { type Due, isDueSoon, isOverdue, nextDue } from '../domain/complaints/clocks';
import type { Complaint } from '../domain/complaints/complaint';
import { type NoParams, type Refusal, refuse } from '../domain/refusal';
import { type Instant, instant } from '../domain/units';
import type { Reader, Schema } from '../schema';
import { complaintOf, explainedDues, maybeInstant, RULE_COLUMNS } from './mapping';

/** The complaint as the rules see it, with the member it belongs to. */
export async function complaintById(
  db: Reader,
  complaintId: string,
): Promise<{ complaint: Complaint; memberId: string | null } | undefined> {
  const row = await db
    .selectFrom('complaint')
    .select([...RULE_COLUMNS, 'member_id'])
    .where('id', '=', complaintId)
    .executeTakeFirst();
  return row && { complaint: complaintOf(row), memberId: row.member_id };
}

/**
 * Whose complaint it is: the member named, or the one on whose bill it hangs; null for a walk-in.
 * Refuses a member who is no longer there, and a bill that is none of theirs.
 */
export async function complainantOf(
  db: Reader,
  asked: { readonly memberId: string | null; readonly purchaseId: string | null },
): Promise<string | null | Refusal<'member_gone', NoParams> | Refusal<'purchase_gone', NoParams>> {
  let { memberId } = asked;
  if (asked.purchaseId !== null) {
    const bill = await db
      .selectFrom('purchase')
      .select('member_id')
      .where('id', '=', asked.purchaseId)
      .executeTakeFirst();
    if (bill === undefined || (memberId !== null && memberId !== bill.member_id))
      return refuse('purchase_gone');
    memberId = bill.member_id;
  }
  if (memberId === null) return null;
  const member = await db
    .selectFrom('member')
    .select('id')
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return member === undefined ? refuse('member_gone') : memberId;
}

/**
 * The red bar at lookup (S82): a member's complaints that are not closed, what is due first at the
 * top. A resolved one has no running clock; it carries its resolution time and is never overdue.
 */
export async function openComplaintsOf(db: Reader, memberId: string, now: Instant) {
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'number', 'what', 'state', 'response_due_at', 'resolution_due_at'])
    .where('member_id', '=', memberId)
    .where('state', '<>', CLOSED)
    .orderBy(dueFirst)
    .orderBy('number')
    .execute();
  return rows.map((row) => {
    const due = runningDue(row);
    return {
      id: row.id,
      number: row.number,
      what: row.what,
      state: row.state,
      dueAt: due?.at ?? instant(row.resolution_due_at),
      overdue: isOverdue(due, now),
    };
  });
}

/** For the rail's badge: not closed, of those late, of those soon late. */
export async function complaintCounts(db: Reader, now: Instant) {
  const rows = await db
    .selectFrom('complaint')
    .select(['state', 'response_due_at', 'resolution_due_at'])
    .where('state', '<>', CLOSED)
    .execute();
  const dues = rows.map(runningDue);
  return {
    open: rows.length,
    overdue: dues.filter((due) => isOverdue(due, now)).length,
    dueSoon: dues.filter((due) => isDueSoon(due, now)).length,
  };
}

export interface ListAsked {
  readonly which: 'open' | 'closed' | 'all';
  /** Part of any text of the complaint or of the member's name; or the number, with or without `#`. */
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
}

/** Open: what is due first, resolved ones last. Closed and all: newest first. */
export async function complaintList(db: Reader, { which, text, offset, limit }: ListAsked) {
  let found = db.selectFrom('complaint').leftJoin('member', 'member.id', 'complaint.member_id');
  if (which === 'open') found = found.where('complaint.state', '<>', CLOSED);
  if (which === 'closed') found = found.where('complaint.state', '=', CLOSED);
  const wanted = text.trim();
  if (wanted !== '') {
    const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
    const number = /^#?(\d{1,9})$/.exec(wanted)?.[1];
    found = found.where((eb) =>
      eb.or([
        ...SEARCHED.map((column) => sql<boolean>`${eb.ref(column)} like ${like} escape '\\'`),
        ...(number === undefined ? [] : [eb('complaint.number', '=', Number(number))]),
      ]),
    );
  }
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = found.select(LIST_COLUMNS).offset(offset).limit(limit);
  const ordered =
    which === 'open'
      ? page.orderBy(dueFirst).orderBy('complaint.number')
      : page.orderBy('complaint.received_at', 'desc').orderBy('complaint.number', 'desc');
  return { total, rows: (await ordered.execute()).map(listed) };
}

/** One complaint with its timeline, oldest step first; null when there is none. */
export async function complaintDetail(db: Reader, complaintId: string) {
  const row = await db
    .selectFrom('complaint')
    .leftJoin('member', 'member.id', 'complaint.member_id')
    .select([
      ...LIST_COLUMNS,
      'complaint.purchase_id',
      'complaint.channel',
      'complaint.wish',
      'complaint.responded_at',
      'complaint.resolved_at',
      'complaint.closed_at',
      'complaint.result',
      'complaint.cause',
      'complaint.measure',
    ])
    .where('complaint.id', '=', complaintId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...listed(row),
    purchaseId: row.purchase_id,
    channel: row.channel,
    wish: row.wish,
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
    respondedAt: maybeInstant(row.responded_at),
    resolvedAt: maybeInstant(row.resolved_at),
    closedAt: maybeInstant(row.closed_at),
    result: row.result,
    cause: row.cause,
    measure: row.measure,
    timeline: await timelineOf(db, complaintId),
  };
}

async function timelineOf(db: Reader, complaintId: string) {
  const rows = await db
    .selectFrom('complaint_event as step')
    .innerJoin('staff', 'staff.id', 'step.staff_id')
    .select(['step.seq', 'step.kind', 'step.note', 'step.due', 'step.at', 'staff.name as staff_name'])
    .where('step.complaint_id', '=', complaintId)
    .orderBy('step.seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    note: row.note,
    at: instant(row.at),
    staffName: row.staff_name,
    due: explainedDues(row.due),
  }));
}

const SEARCHED = [
  'complaint.what',
  'complaint.wish',
  'complaint.result',
  'complaint.cause',
  'complaint.measure',
  'member.name',
] as const;

/** A literal: with a parameter SQLite would plan anew at every run whether the partial index may serve. */
const CLOSED = sql.lit('closed' as const);

const LIST_COLUMNS = [
  'complaint.id',
  'complaint.number',
  'complaint.member_id',
  'member.name as member_name',
  'complaint.object',
  'complaint.reason',
  'complaint.severity',
  'complaint.what',
  'complaint.state',
  'complaint.received_at',
  'complaint.response_due_at',
  'complaint.resolution_due_at',
] as const;

/** The order of `nextDue`, in SQL; a test compares the two. */
const dueFirst = sql`case complaint.state
  when 'responded' then complaint.resolution_due_at
  when 'resolved' then 9223372036854775807
  else min(complaint.response_due_at, complaint.resolution_due_at) end`;

type DueRow = Pick<Selectable<Schema['complaint']>, 'state' | 'response_due_at' | 'resolution_due_at'>;

function runningDue(row: DueRow): Due | null {
  return nextDue({
    state: row.state,
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
  });
}

type ListedRow = Pick<
  Selectable<Schema['complaint']>,
  'id' | 'number' | 'member_id' | 'object' | 'reason' | 'severity' | 'what' | 'received_at'
> &
  DueRow & { readonly member_name: string | null };

function listed(row: ListedRow) {
  return {
    id: row.id,
    number: row.number,
    memberId: row.member_id,
    memberName: row.member_name,
    object: row.object,
    reason: row.reason,
    severity: row.severity,
    what: row.what,
    state: row.state,
    receivedAt: instant(row.received_at),
    nextDue: runningDue(row),
  };
}
