import { businessDate, fen, instant } from '../domain/units';
import { instantOrNull } from '../nullable';
import type { Reader } from '../schema';
import { explainedDues, stepData } from './mapping';
import { LIST_COLUMNS, listed, type Showing, staffRef } from './queries';
import type { ReasonName } from './reasons';

/** One complaint with everything that belongs to it, its timeline oldest step first; null when there is none. */
export async function complaintDetail(db: Reader, complaintId: string, showing: Showing) {
  const row = await db
    .selectFrom('complaint')
    .leftJoin('member', 'member.id', 'complaint.member_id')
    .leftJoin('staff as escalated', 'escalated.id', 'complaint.escalated_to')
    .leftJoin('staff as about', 'about.id', 'complaint.about_staff_id')
    .leftJoin('purchase', 'purchase.id', 'complaint.purchase_id')
    .select(LIST_COLUMNS)
    .select(['complaint.product', 'complaint.about_staff_id', 'about.name as about_name'])
    .select(['complaint.purchase_id', 'purchase.receipt_no', 'purchase.paid_fen'])
    .select(['purchase.business_date as bought_on', 'complaint.channel', 'complaint.wish'])
    .select(['complaint.store_hours', 'complaint.first_responded_at', 'complaint.responded_at'])
    .select(['complaint.resolved_at', 'complaint.closed_at', 'complaint.satisfaction'])
    .select(['complaint.result', 'complaint.cause', 'complaint.measure'])
    .where('complaint.id', '=', complaintId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...listed(row, showing),
    purchase:
      row.purchase_id === null || row.bought_on === null || row.paid_fen === null
        ? null
        : {
            id: row.purchase_id,
            receiptNo: row.receipt_no,
            on: businessDate(row.bought_on),
            paid: fen(row.paid_fen),
          },
    product: row.product,
    aboutStaff: staffRef(row.about_staff_id, row.about_name),
    channel: row.channel,
    wish: row.wish,
    storeHours: row.store_hours === 1,
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
    firstRespondedAt: instantOrNull(row.first_responded_at),
    respondedAt: instantOrNull(row.responded_at),
    resolvedAt: instantOrNull(row.resolved_at),
    closedAt: instantOrNull(row.closed_at),
    responseBreached: row.response_breached === 1,
    resolutionBreached: row.resolution_breached === 1,
    satisfaction: row.satisfaction,
    result: row.result,
    cause: row.cause,
    measure: row.measure,
    photos: await photosOf(db, complaintId),
    compensations: await compensationsOf(db, complaintId),
    timeline: await timelineOf(db, complaintId, { nameOf: showing.nameOf, member: row.member_name ?? '' }),
  };
}

async function photosOf(db: Reader, complaintId: string) {
  const rows = await db
    .selectFrom('complaint_photo as photo')
    .innerJoin('staff', 'staff.id', 'photo.staff_id')
    .select(['photo.id', 'width', 'height', 'at', 'staff.name'])
    .where('complaint_id', '=', complaintId)
    .orderBy('at')
    .orderBy('photo.id')
    .execute();
  return rows.map(({ id, width, height, at, name }) => ({
    ...{ id, width, height },
    at: instant(at),
    staffName: name,
  }));
}

async function compensationsOf(db: Reader, complaintId: string) {
  const rows = await db
    .selectFrom('compensation as given')
    .innerJoin('staff', 'staff.id', 'given.staff_id')
    .select(['kind', 'what', 'worth_fen', 'at', 'staff.name'])
    .where('complaint_id', '=', complaintId)
    .orderBy('at')
    .orderBy('given.id')
    .execute();
  return rows.map(({ kind, what, worth_fen, at, name }) => ({
    ...{ kind, what },
    worth: fen(worth_fen),
    at: instant(at),
    staffName: name,
  }));
}

async function timelineOf(
  db: Reader,
  complaintId: string,
  known: { readonly nameOf: ReasonName; readonly member: string },
) {
  const rows = await db
    .selectFrom('complaint_event as step')
    .innerJoin('staff', 'staff.id', 'step.staff_id')
    .select(['step.seq', 'step.kind', 'step.note', 'step.due', 'step.data', 'step.at', 'staff.name'])
    .where('step.complaint_id', '=', complaintId)
    .orderBy('step.seq')
    .execute();
  const words = await wordsFor(db, known);
  return rows.map(({ seq, kind, note, at, due, data, name }) => ({
    ...{ seq, kind, note },
    at: instant(at),
    staffName: name,
    due: explainedDues(due),
    data: shownData(data, words),
  }));
}

interface Words {
  /** The one whose complaint it is; no other member is ever named in a step. */
  readonly member: string;
  readonly staff: (id: string) => string;
  readonly reason: (id: string) => string;
}

/** Who is named in a step may have left; everybody who ever worked here has a row. */
async function wordsFor(
  db: Reader,
  { nameOf, member }: { readonly nameOf: ReasonName; readonly member: string },
): Promise<Words> {
  const staff = await db.selectFrom('staff').select(['id', 'name']).execute();
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return { member, staff: (id) => names.get(id) ?? '', reason: (id) => nameOf(id) || id };
}

/** Ids of staff and of the owner's own reasons in words; those of the sources have theirs in every language. */
function shownData(json: string, words: Words) {
  const data = stepData(json);
  if (data.of === 'escalation') return { of: data.of, to: words.staff(data.toStaffId) };
  if (data.of !== 'correction') return data;
  const wordsOf = { memberId: () => words.member, reason: words.reason, aboutStaffId: words.staff };
  const isId = (field: string): field is keyof typeof wordsOf => field in wordsOf;
  return {
    of: data.of,
    changes: data.changes.map(({ field, before, after }) => {
      const word = isId(field) ? (value: string) => (value === '' ? '' : wordsOf[field](value)) : String;
      return { field, before: word(before), after: word(after) };
    }),
  };
}
