import { sql } from 'kysely';
import { maskPhone } from '../domain/members/phone';
import { fen, instant } from '../domain/units';
import { instantOrNull } from '../nullable';
import type { Reader } from '../schema';
import { type ComplaintFilters, filtered } from './filters';
import { LIST_COLUMNS, listed, type Showing } from './queries';

/** So few that main is not away from the counter for longer than a frame. */
const PAGE = 200;

/**
 * What the filters let through, newest first, page by page. Each page goes on below the number at which
 * the one before it ended, so complaints that are logged meanwhile move nothing.
 */
export async function* exportedComplaints(
  db: Reader,
  filters: ComplaintFilters,
  showing: Showing,
): AsyncGenerator<ExportedComplaint[]> {
  for (let below: number | undefined = Number.MAX_SAFE_INTEGER; below !== undefined; ) {
    const page: ExportedComplaint[] = await exportedPage(db, filters, showing, below);
    if (page.length > 0) yield page;
    below = page.length < PAGE ? undefined : page.at(-1)?.number;
  }
}

export type ExportedComplaint = Awaited<ReturnType<typeof exportedPage>>[number];

async function exportedPage(db: Reader, filters: ComplaintFilters, showing: Showing, below: number) {
  const { from, where, newestFirst } = filtered(filters, showing.now);
  const numbers = sql<number>`(select complaint.number from ${from} where ${where} and complaint.number < +${below}
    order by ${newestFirst} limit ${PAGE})`;
  const rows = await db
    .selectFrom('complaint')
    .innerJoin('staff as taker', 'taker.id', 'complaint.staff_id')
    .leftJoin('member', 'member.id', 'complaint.member_id')
    .leftJoin('staff as escalated', 'escalated.id', 'complaint.escalated_to')
    .leftJoin('staff as about', 'about.id', 'complaint.about_staff_id')
    .select(LIST_COLUMNS)
    .select(['complaint.channel', 'complaint.product', 'complaint.wish', 'complaint.business_date'])
    .select(['complaint.first_responded_at', 'complaint.resolved_at', 'complaint.closed_at'])
    .select(['complaint.reopened', 'complaint.satisfaction'])
    .select(['complaint.result', 'complaint.cause', 'complaint.measure'])
    .select(['member.member_no', 'member.phone', 'about.name as about_name', 'taker.name as taker_name'])
    .select((eb) =>
      eb
        .selectFrom('compensation')
        .select(sql<number>`coalesce(sum(worth_fen), 0)`.as('worth'))
        .whereRef('compensation.complaint_id', '=', 'complaint.id')
        .as('worth'),
    )
    .where('complaint.number', 'in', numbers)
    .orderBy('complaint.number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...listed(row, showing),
    on: row.business_date,
    channel: row.channel,
    product: row.product,
    wish: row.wish,
    memberNo: row.member_no ?? '',
    phoneMasked: maskPhone(row.phone),
    aboutStaff: row.about_name ?? '',
    takenBy: row.taker_name,
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
    firstRespondedAt: instantOrNull(row.first_responded_at),
    resolvedAt: instantOrNull(row.resolved_at),
    closedAt: instantOrNull(row.closed_at),
    responseBreached: row.response_breached === 1,
    resolutionBreached: row.resolution_breached === 1,
    reopened: row.reopened,
    satisfaction: row.satisfaction,
    compensation: fen(row.worth ?? 0),
    result: row.result,
    cause: row.cause,
    measure: row.measure,
  }));
}
