import { addDays, addMonths, daysBetween } from '../calendar/business-day';
import { type Period, periodBefore } from '../calendar/period';
import { wallHourIn } from '../calendar/wall-clock';
import type { BusinessDate, Instant } from '../units';
import { type Counting, ranBetween } from './clocks';
import {
  COMPLAINT_CHANNELS,
  type ComplaintChannel,
  type ComplaintState,
  SEVERITIES,
  type Severity,
} from './complaint';
import { type Judged, judgeClock } from './on-time';
import { type ComplaintObject, OBJECTS, type ReasonGroup } from './reasons';
import { RESOLUTION_EDGES, RESPONSE_EDGES, type Spread, spreadOf } from './spread';

/** A second complaint of one member for the same reason within so many days is a repeat. */
const REPEAT_DAYS = 90;

/** A complaint as far as it is counted. */
export interface CountedComplaint {
  readonly memberId: string | null;
  readonly object: ComplaintObject;
  readonly reasonGroup: ReasonGroup;
  readonly reason: string;
  readonly severity: Severity;
  readonly channel: ComplaintChannel;
  readonly aboutStaffId: string | null;
  /** Who logged it. */
  readonly takenBy: string;
  readonly state: ComplaintState;
  readonly receivedAt: Instant;
  readonly businessDate: BusinessDate;
  readonly storeHours: boolean;
  readonly responseDueAt: Instant;
  readonly resolutionDueAt: Instant;
  readonly pausedAt: Instant | null;
  readonly firstRespondedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly responseBreached: boolean;
  readonly resolutionBreached: boolean;
  readonly reopened: number;
  readonly satisfaction: number | null;
  /** When its clocks stood still. */
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant }[];
}

/** How many were in time, of how many that can be judged. */
export interface OnTime {
  readonly onTime: number;
  readonly of: number;
}

export interface Statistics {
  readonly total: number;
  readonly open: number;
  readonly repeats: { memberId: string; reason: string; count: number }[];
  readonly byReason: { group: ReasonGroup; reason: string; count: number; before: number }[];
  readonly byObject: { object: ComplaintObject; count: number }[];
  readonly byChannel: { channel: ComplaintChannel; count: number }[];
  readonly bySeverity: { severity: Severity; count: number }[];
  readonly byStaff: { staffId: string; about: number; taken: number; onTime: OnTime }[];
  readonly byHour: number[];
  readonly byMonth: { month: string; count: number; response: OnTime; resolution: OnTime }[];
  readonly response: OnTime;
  readonly resolution: OnTime;
  readonly toResponse: Spread | null;
  readonly toResolution: Spread | null;
  readonly satisfaction: { mean: number; of: number } | null;
  readonly reopened: number;
}

/** The first business day whose complaints bear on a period: of the span before it, and as repeats. */
export function readFrom(period: Period): BusinessDate {
  const [before, repeats] = [periodBefore(period).from, addDays(period.from, -REPEAT_DAYS)];
  return before < repeats ? before : repeats;
}

interface Asked {
  readonly period: Period;
  readonly now: Instant;
  readonly zone: string;
  /** How the clocks of a complaint count. */
  readonly counting: (storeHours: boolean) => Counting;
}

/** What the complaints of a period say (S71, S86). `all` reaches from `readFrom(period)` to its last day. */
export function statisticsOf(
  all: readonly CountedComplaint[],
  { period, now, zone, counting }: Asked,
): Statistics {
  const inside = (span: Period) =>
    all.filter(({ businessDate }) => businessDate >= span.from && businessDate <= span.to);
  const own = inside(period);
  const took = (until: 'firstRespondedAt' | 'resolvedAt') =>
    own.flatMap((each) => (each[until] === null ? [] : [clockTime(each, each[until], counting)]));
  const scores = own.flatMap(({ satisfaction }) => (satisfaction === null ? [] : [satisfaction]));
  return {
    total: own.length,
    open: own.filter(({ state }) => state !== 'closed').length,
    repeats: repeatsIn(all, period),
    byReason: byReason(own, inside(periodBefore(period))),
    byObject: OBJECTS.map((object) => ({
      object,
      count: own.filter((each) => each.object === object).length,
    })),
    byChannel: COMPLAINT_CHANNELS.map((channel) => ({
      channel,
      count: own.filter((each) => each.channel === channel).length,
    })),
    bySeverity: SEVERITIES.map((severity) => ({
      severity,
      count: own.filter((each) => each.severity === severity).length,
    })),
    byStaff: byStaff(own, now),
    byHour: byHour(own, zone),
    byMonth: byMonth(own, period, now),
    response: onTimeOf(own.map((each) => responseJudged(each, now))),
    resolution: onTimeOf(own.map((each) => resolutionJudged(each, now))),
    toResponse: spreadOf(took('firstRespondedAt'), RESPONSE_EDGES),
    toResolution: spreadOf(took('resolvedAt'), RESOLUTION_EDGES),
    satisfaction:
      scores.length === 0
        ? null
        : { mean: scores.reduce((sum, score) => sum + score, 0) / scores.length, of: scores.length },
    reopened: own.filter(({ reopened }) => reopened > 0).length,
  };
}

function responseJudged(complaint: CountedComplaint, now: Instant): Judged {
  const { state, pausedAt, responseBreached: breached, responseDueAt, firstRespondedAt } = complaint;
  const runs = (state === 'open' || state === 'reopened') && pausedAt === null;
  return judgeClock(
    { breached, runsUntil: runs ? responseDueAt : null, answered: firstRespondedAt !== null },
    now,
  );
}

function resolutionJudged(complaint: CountedComplaint, now: Instant): Judged {
  const { resolvedAt, pausedAt, resolutionBreached: breached, resolutionDueAt } = complaint;
  const runs = resolvedAt === null && pausedAt === null;
  return judgeClock(
    { breached, runsUntil: runs ? resolutionDueAt : null, answered: resolvedAt !== null },
    now,
  );
}

const onTimeOf = (judged: readonly Judged[]): OnTime => ({
  onTime: judged.filter((each) => each === 'on_time').length,
  of: judged.filter((each) => each !== null).length,
});

/** On time as a whole: late once is late, and one judged clock is enough to be judged. */
function bothJudged(complaint: CountedComplaint, now: Instant): Judged {
  const both = [responseJudged(complaint, now), resolutionJudged(complaint, now)];
  return both.find((each) => each === 'late') ?? both.find((each) => each !== null) ?? null;
}

/**
 * Milliseconds that its clocks ran from its coming in until then: store hours or all hours, without the
 * pauses. A PC whose clock was set back writes a pause of before the complaint; it has stopped nothing.
 */
function clockTime(complaint: CountedComplaint, until: Instant, counting: Asked['counting']): number {
  const how = counting(complaint.storeHours);
  const { receivedAt, pauses } = complaint;
  const stood = pauses.map(({ from, to }) =>
    ranBetween(from > receivedAt ? from : receivedAt, to < until ? to : until, how),
  );
  return ranBetween(receivedAt, until, how) - stood.reduce((sum, ms) => sum + ms, 0);
}

function byReason(
  own: readonly CountedComplaint[],
  before: readonly CountedComplaint[],
): Statistics['byReason'] {
  const rows = new Map<string, { group: ReasonGroup; reason: string; count: number; before: number }>();
  const add = (complaints: readonly CountedComplaint[], to: 'count' | 'before') => {
    for (const { reasonGroup: group, reason } of complaints) {
      const row = rows.get(reason) ?? { group, reason, count: 0, before: 0 };
      row[to] += 1;
      rows.set(reason, row);
    }
  };
  add(own, 'count');
  add(before, 'before');
  return [...rows.values()].toSorted(
    (a, b) => b.count - a.count || b.before - a.before || a.reason.localeCompare(b.reason, 'en'),
  );
}

function byStaff(own: readonly CountedComplaint[], now: Instant): Statistics['byStaff'] {
  const rows = new Map<string, { about: number; judged: Judged[] }>();
  const rowOf = (staffId: string) => {
    const row = rows.get(staffId) ?? { about: 0, judged: [] };
    rows.set(staffId, row);
    return row;
  };
  for (const complaint of own) {
    rowOf(complaint.takenBy).judged.push(bothJudged(complaint, now));
    if (complaint.aboutStaffId !== null) rowOf(complaint.aboutStaffId).about += 1;
  }
  return [...rows]
    .map(([staffId, { about, judged }]) => ({
      staffId,
      about,
      taken: judged.length,
      onTime: onTimeOf(judged),
    }))
    .toSorted((a, b) => b.about - a.about || b.taken - a.taken || a.staffId.localeCompare(b.staffId, 'en'));
}

function byHour(own: readonly CountedComplaint[], zone: string): number[] {
  const hourOf = wallHourIn(zone);
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { receivedAt } of own) {
    const hour = hourOf(receivedAt);
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours;
}

/** Every month of the period, those without a complaint too. */
function byMonth(
  own: readonly CountedComplaint[],
  { from, to }: Period,
  now: Instant,
): Statistics['byMonth'] {
  const months = new Map<string, CountedComplaint[]>();
  for (let day = from; day.slice(0, 7) <= to.slice(0, 7); day = addMonths(day, 1))
    months.set(day.slice(0, 7), []);
  for (const complaint of own) months.get(complaint.businessDate.slice(0, 7))?.push(complaint);
  return [...months].map(([month, complaints]) => ({
    month,
    count: complaints.length,
    response: onTimeOf(complaints.map((each) => responseJudged(each, now))),
    resolution: onTimeOf(complaints.map((each) => resolutionJudged(each, now))),
  }));
}

/**
 * Members who complained again for the same reason within 90 days. `count` is how many complaints of the
 * period are such repeats, and the one that began it.
 */
function repeatsIn(all: readonly CountedComplaint[], { from, to }: Period): Statistics['repeats'] {
  const last = new Map<string, BusinessDate>();
  const repeats = new Map<string, { memberId: string; reason: string; count: number }>();
  for (const { memberId, reason, businessDate } of all.toSorted((a, b) => a.receivedAt - b.receivedAt)) {
    if (memberId === null || businessDate > to) continue;
    const key = `${memberId} ${reason}`;
    const before = last.get(key);
    last.set(key, businessDate);
    if (before === undefined || businessDate < from || daysBetween(before, businessDate) > REPEAT_DAYS)
      continue;
    const row = repeats.get(key) ?? { memberId, reason, count: 1 };
    repeats.set(key, { ...row, count: row.count + 1 });
  }
  return [...repeats.values()].toSorted(
    (a, b) =>
      b.count - a.count ||
      a.reason.localeCompare(b.reason, 'en') ||
      a.memberId.localeCompare(b.memberId, 'en'),
  );
}
