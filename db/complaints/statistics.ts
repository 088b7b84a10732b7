import { sql } from 'kysely';
import type { StoreCalendar } from '../domain/calendar/business-day';
import type { Period } from '../domain/calendar/period';
import { countingOf } from '../domain/complaints/clocks';
import {
  type CountedComplaint,
  readFrom,
  type Statistics,
  statisticsOf,
} from '../domain/complaints/statistics';
import { type BusinessDate, businessDate, type Fen, fen, type Instant, instant } from '../domain/units';
import { instantOrNull } from '../nullable';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';
import { reasonNames } from './reasons';

interface StatisticsAsked extends Period {
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
}

/**
 * Figures of the complaints received in a period, with the names that go with them. Reads each of them
 * once: at some ten thousands too long for main's own thread (see `LongReads`).
 */
export async function complaintStatistics(db: Reader, { now, today, calendar, ...period }: StatisticsAsked) {
  const { rules } = await currentRules(db, today);
  const statistics = statisticsOf(await countedComplaints(db, period, now), {
    period,
    now,
    zone: calendar.zone,
    counting: (storeHours) => countingOf(rules, calendar, storeHours),
  });
  return {
    ...(await named(db, statistics, today)),
    compensation: await compensationIn(db, period),
  };
}

/** The owner's words for reasons, and who members and staff are; somebody erased has no name. */
async function named(db: Reader, statistics: Statistics, today: BusinessDate) {
  const reasonName = await reasonNames(db, today);
  const members = await namesOf(
    db,
    'member',
    statistics.repeats.map(({ memberId }) => memberId),
  );
  const staff = await namesOf(
    db,
    'staff',
    statistics.byStaff.map(({ staffId }) => staffId),
  );
  return {
    ...statistics,
    repeats: statistics.repeats.map((row) => ({
      ...row,
      memberName: members.get(row.memberId) ?? '',
      reasonName: reasonName(row.reason),
    })),
    byReason: statistics.byReason.map((row) => ({ ...row, reasonName: reasonName(row.reason) })),
    byStaff: statistics.byStaff.map(({ staffId, ...row }) => ({
      ...row,
      staff: { id: staffId, name: staff.get(staffId) ?? '' },
    })),
  };
}

async function namesOf(
  db: Reader,
  table: 'member' | 'staff',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const listed = sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
  const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', listed).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function countedComplaints(db: Reader, period: Period, now: Instant): Promise<CountedComplaint[]> {
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'member_id', 'object', 'reason_group', 'reason', 'severity', 'channel', 'about_staff_id'])
    .select(['staff_id', 'state', 'received_at', 'business_date', 'store_hours', 'response_due_at'])
    .select(['resolution_due_at', 'paused_at', 'first_responded_at', 'resolved_at', 'response_breached'])
    .select(['resolution_breached', 'reopened', 'satisfaction'])
    .where('business_date', '>=', readFrom(period))
    .where('business_date', '<=', period.to)
    .execute();
  const pauses = await pausesIn(db, period, now);
  return rows.map((row) => ({
    memberId: row.member_id,
    object: row.object,
    reasonGroup: row.reason_group,
    reason: row.reason,
    severity: row.severity,
    channel: row.channel,
    aboutStaffId: row.about_staff_id,
    takenBy: row.staff_id,
    state: row.state,
    receivedAt: instant(row.received_at),
    businessDate: businessDate(row.business_date),
    storeHours: row.store_hours === 1,
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
    pausedAt: instantOrNull(row.paused_at),
    firstRespondedAt: instantOrNull(row.first_responded_at),
    resolvedAt: instantOrNull(row.resolved_at),
    responseBreached: row.response_breached === 1,
    resolutionBreached: row.resolution_breached === 1,
    reopened: row.reopened,
    satisfaction: row.satisfaction,
    pauses: pauses.get(row.id) ?? [],
  }));
}

/** A pause lasts until it is ended, or until an answer or a result has ended it; one that lasts still, until now. */
async function pausesIn(
  db: Reader,
  { from, to }: Period,
  now: Instant,
): Promise<ReadonlyMap<string, { from: Instant; to: Instant }[]>> {
  const rows = await db
    .selectFrom('complaint')
    .innerJoin('complaint_event as pause', 'pause.complaint_id', 'complaint.id')
    .select(['complaint.id', 'pause.at'])
    .select(
      sql<number | null>`(select min(e.at) from complaint_event e where e.complaint_id = complaint.id
        and e.seq > pause.seq and e.kind in ('resumed', 'responded', 'resolved'))`.as('ended'),
    )
    .where('pause.kind', '=', sql.lit('paused' as const))
    .where('complaint.business_date', '>=', from)
    .where('complaint.business_date', '<=', to)
    .execute();
  const pauses = new Map<string, { from: Instant; to: Instant }[]>();
  for (const { id, at, ended } of rows) {
    const known = pauses.get(id) ?? [];
    known.push({ from: instant(at), to: ended === null ? now : instant(ended) });
    pauses.set(id, known);
  }
  return pauses;
}

/** What was given for the complaints of the period, whenever it was given. */
async function compensationIn(db: Reader, { from, to }: Period): Promise<{ count: number; worth: Fen }> {
  const row = await db
    .selectFrom('complaint')
    .innerJoin('compensation', 'compensation.complaint_id', 'complaint.id')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(compensation.worth_fen), 0)`.as('worth'),
    ])
    .where('complaint.business_date', '>=', from)
    .where('complaint.business_date', '<=', to)
    .executeTakeFirstOrThrow();
  return { count: row.count, worth: fen(row.worth) };
}
