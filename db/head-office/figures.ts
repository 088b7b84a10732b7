import { sql } from 'kysely';
import { complaintStatistics } from '../complaints/statistics';
import type { StoreCalendar } from '../domain/calendar/business-day';
import { monthsUpTo } from '../domain/overview/movement';
import type { MonthFigures, StoreFigures } from '../domain/packets/manifest';
import type { BusinessDate, Instant } from '../domain/units';
import { insightViews } from '../insights/views';
import { countsIn, takingsIn } from '../overview/takings';
import { liabilityOn } from '../points/liability';
import type { Reader } from '../schema';

interface FiguresAsked {
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
}

/**
 * What the store's own screens say at this moment, by the very functions that they are made of: the page of the
 * owner, points owed, complaints, classes of the last run. The months are this one and the eleven before it.
 */
export async function storeFigures(db: Reader, asked: FiguresAsked): Promise<StoreFigures> {
  const { today } = asked;
  const members = await countOf(db, sql`member_lookup`);
  const views = await insightViews(db, { today });
  const classes = Object.fromEntries((views?.classes ?? []).map((row) => [row.class, row.members]));
  const { A = 0, B = 0, C = 0, D = 0 } = classes;
  const liability = await liabilityOn(db, today);
  return {
    members,
    byClass: { A, B, C, D, none: members - A - B - C - D },
    pointsOwed: liability.points,
    liabilityFen: liability.worth,
    couponsOpen: await countOf(db, sql`coupon where state = 'issued' and last_day >= ${today}`),
    months: await monthFigures(db, asked),
  };
}

async function monthFigures(db: Reader, { now, today, calendar }: FiguresAsked): Promise<MonthFigures[]> {
  const months: MonthFigures[] = [];
  for (const { month, from, to } of monthsUpTo(today)) {
    const takings = await takingsIn(db, { from, to });
    const add = (column: 'bills' | 'taken' | 'refunds' | 'refunded') =>
      takings.reduce((sum, row) => sum + row[column], 0);
    const complaints = await complaintStatistics(db, { from, to, now, today, calendar });
    months.push({
      month,
      sales: add('bills'),
      salesFen: add('taken'),
      refunds: add('refunds'),
      refundsFen: add('refunded'),
      newMembers: (await countsIn(db, { from, to })).newMembers,
      complaints: complaints.total,
      respondedOnTime: complaints.response.onTime,
      responseDue: complaints.response.of,
      resolvedOnTime: complaints.resolution.onTime,
      resolutionDue: complaints.resolution.of,
    });
  }
  return months;
}

async function countOf(db: Reader, from: ReturnType<typeof sql>): Promise<number> {
  const row = await db
    .selectFrom(sql<{ rows: number }>`(select count(*) as rows from ${from})`.as('counted'))
    .select('rows')
    .executeTakeFirstOrThrow();
  return row.rows;
}
