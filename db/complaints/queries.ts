import { sql } from 'kysely';
import { type Due, isDueSoon, isOverdue, nextDue } from '../domain/complaints/clocks';
import type { Complaint } from '../domain/complaints/complaint';
import type { Particulars } from '../domain/complaints/correction';
import type { ReasonGroup } from '../domain/complaints/reasons';
import { type NoParams, type Refusal, refuse } from '../domain/refusal';
import { type BusinessDate, businessDate, fen, type Instant, instant } from '../domain/units';
import { instantOrNull } from '../nullable';
import type { Reader } from '../schema';
import { type ComplaintRow, complaintOf, RULE_COLUMNS } from './mapping';
import { type ReasonName, reasonNames } from './reasons';

export interface FoundComplaint {
  readonly complaint: Complaint;
  readonly memberId: string | null;
}

/** The complaint as the rules see it, with the member it belongs to. */
export async function complaintById(db: Reader, complaintId: string): Promise<FoundComplaint | undefined> {
  const row = await db
    .selectFrom('complaint')
    .select([...RULE_COLUMNS, 'member_id'])
    .where('id', '=', complaintId)
    .executeTakeFirst();
  return row && { complaint: complaintOf(row), memberId: row.member_id };
}

/** What may be corrected in it. */
export async function particularsOf(
  db: Reader,
  complaintId: string,
): Promise<(Particulars & { readonly reasonGroup: ReasonGroup }) | undefined> {
  const row = await db
    .selectFrom('complaint')
    .select(['member_id', 'object', 'reason_group', 'reason', 'product', 'about_staff_id', 'severity'])
    .where('id', '=', complaintId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { object, reason, product, severity } = row;
  return {
    ...{ object, reason, product, severity },
    memberId: row.member_id,
    reasonGroup: row.reason_group,
    aboutStaffId: row.about_staff_id,
  };
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

/** As many bills as a person looks through. */
const BILLS = 50;

/** The member's bills that a complaint may be about, newest first: what was bought, and who sold it. */
export async function billsOf(db: Reader, memberId: string) {
  const rows = await db
    .selectFrom('purchase')
    .innerJoin('staff', 'staff.id', 'purchase.staff_id')
    .select(['purchase.id', 'business_date', 'paid_fen', 'receipt_no', 'staff.id as staff_id', 'staff.name'])
    .select((eb) =>
      eb
        .selectFrom('purchase_line as line')
        .select(sql<string>`json_group_array(line.product)`.as('names'))
        .whereRef('line.purchase_id', '=', 'purchase.id')
        .as('products'),
    )
    .where('purchase.member_id', '=', memberId)
    .orderBy('bought_at', 'desc')
    .orderBy('purchase.id', 'desc')
    .limit(BILLS)
    .execute();
  return rows.map((row) => ({
    purchaseId: row.id,
    on: businessDate(row.business_date),
    paid: fen(row.paid_fen),
    receiptNo: row.receipt_no,
    products: JSON.parse(row.products ?? '[]') as string[], // an array of names by the SQL above
    soldBy: { id: row.staff_id, name: row.name },
  }));
}

/**
 * The red bar at lookup (S82): a member's complaints that are not closed, what is due first at the
 * top. One whose clocks do not run (resolved, or paused) carries its resolution time and is never overdue.
 */
export async function openComplaintsOf(db: Reader, memberId: string, now: Instant) {
  const rows = await openOf(db, memberId)
    .select(['state', 'response_due_at', 'resolution_due_at', 'paused_at'])
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
      paused: row.paused_at !== null,
      overdue: isOverdue(due, now),
    };
  });
}

/**
 * The oldest of them that still waits for a result, or else the oldest that waits to be closed, or null:
 * while there is one, no sales message goes to that member.
 */
export async function openComplaintOf(
  db: Reader,
  memberId: string,
): Promise<Pick<ComplaintRow, 'id' | 'number' | 'what' | 'state'> | null> {
  const first = await openOf(db, memberId)
    .select('state')
    .orderBy((eb) => eb('state', '=', RESOLVED))
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return first ?? null;
}

const openOf = (db: Reader, memberId: string) =>
  db
    .selectFrom('complaint')
    .select(['id', 'number', 'what'])
    .where('member_id', '=', memberId)
    .where('state', '<>', CLOSED);

/** For the rail's badge: not closed, of those late, of those soon late. What is paused is neither. */
export async function complaintCounts(db: Reader, now: Instant) {
  const rows = await db
    .selectFrom('complaint')
    .select(['state', 'response_due_at', 'resolution_due_at', 'paused_at'])
    .where('state', '<>', CLOSED)
    .execute();
  const dues = rows.map(runningDue);
  return {
    open: rows.length,
    overdue: dues.filter((due) => isOverdue(due, now)).length,
    dueSoon: dues.filter((due) => isDueSoon(due, now)).length,
  };
}

/** A literal: with a parameter SQLite would plan anew at every run whether the partial index may serve. */
const CLOSED = sql.lit('closed' as const);
const RESOLVED = sql.lit('resolved' as const);

/** The order of `nextDue`, in SQL, then what stands still, then what is resolved; a test compares the two. */
export const dueFirst = sql`case when complaint.state = 'resolved' then 9223372036854775807
  when complaint.paused_at is not null then 9223372036854775806
  when complaint.state = 'responded' then complaint.resolution_due_at
  else min(complaint.response_due_at, complaint.resolution_due_at) end`;

/** The columns of a complaint's row, with `member` and, as `escalated`, `staff` joined to it. */
export const LIST_COLUMNS = [
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

type DueRow = Pick<ComplaintRow, 'state' | 'response_due_at' | 'resolution_due_at' | 'paused_at'>;

function runningDue(row: DueRow): Due | null {
  return nextDue({
    state: row.state,
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
    pausedAt: instantOrNull(row.paused_at),
  });
}

export interface Showing {
  readonly now: Instant;
  readonly nameOf: ReasonName;
}

/** What is needed to show complaints: the moment, and the owner's words for reasons. */
export const showingOf = async (
  db: Reader,
  { now, today }: { readonly now: Instant; readonly today: BusinessDate },
): Promise<Showing> => ({ now, nameOf: await reasonNames(db, today) });

type ListedRow = DueRow &
  Pick<ComplaintRow, 'id' | 'number' | 'member_id' | 'object' | 'reason_group' | 'reason' | 'severity'> &
  Pick<
    ComplaintRow,
    'what' | 'received_at' | 'response_breached' | 'resolution_breached' | 'escalated_to'
  > & {
    readonly member_name: string | null;
    readonly escalated_name: string | null;
  };

/** A complaint as every list shows it. */
export function listed(row: ListedRow, { now, nameOf }: Showing) {
  const due = runningDue(row);
  return {
    id: row.id,
    number: row.number,
    memberId: row.member_id,
    memberName: row.member_name,
    object: row.object,
    reasonGroup: row.reason_group,
    reason: row.reason,
    reasonName: nameOf(row.reason),
    severity: row.severity,
    what: row.what,
    state: row.state,
    receivedAt: instant(row.received_at),
    pausedAt: instantOrNull(row.paused_at),
    escalatedTo: staffRef(row.escalated_to, row.escalated_name),
    nextDue: due,
    late: row.response_breached === 1 || row.resolution_breached === 1 || isOverdue(due, now),
  };
}

/** Both come from one left join: an id always has its name. */
export const staffRef = (id: string | null, name: string | null) =>
  id === null || name === null ? null : { id, name };
