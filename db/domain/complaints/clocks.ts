import type { StoreCalendar } from '../calendar/business-day';
import { addOpenHours, openMsBetween } from '../calendar/opening-hours';
import type { ComplaintRules, HoursRules, ShopRules } from '../settings/shop-rules';
import { type Instant, instant } from '../units';
import type { ComplaintState } from './complaint';

const HOUR_MS = 3_600_000;

/** From here on a due time is shown as "soon": late enough to matter, early enough to act. */
export const RESPONSE_SOON_MS = 8 * HOUR_MS;
export const RESOLUTION_SOON_MS = 24 * HOUR_MS;

export type Clock = 'response' | 'resolution';

/** A clock that runs, and when it runs out. */
export interface Due {
  readonly clock: Clock;
  readonly at: Instant;
}

/** A due time with its explanation, as the timeline keeps it: `hours` after `from`. */
export interface ExplainedDue extends Due {
  readonly from: Instant;
  /** What the clock gives, or what was left of it when it stood still; a fraction then. */
  readonly hours: number;
  /** Counted while the store is open only. */
  readonly storeHours: boolean;
}

/** Nights and holidays included, or only while the store is open: rules "Complaints". */
export type Counting =
  | 'wall_clock'
  | { readonly hours: HoursRules; readonly calendar: Pick<StoreCalendar, 'zone' | 'dayStartHour'> };

/** How a new complaint counts; one that is there keeps its way, with the opening hours of the day. */
export const countingOf = (
  { complaints, hours }: Pick<ShopRules, 'complaints' | 'hours'>,
  calendar: StoreCalendar,
  storeHours: boolean = complaints.storeHours,
): Counting => (storeHours ? { hours, calendar } : 'wall_clock');

/** Milliseconds that a clock runs between two moments. */
export const ranBetween = (from: Instant, to: Instant, counting: Counting): number =>
  counting === 'wall_clock'
    ? Math.max(0, to - from)
    : openMsBetween(from, to, counting.hours, counting.calendar);

/** When a clock that has `ms` left at `from` runs out. */
export function dueAfter(clock: Clock, from: Instant, ms: number, counting: Counting): ExplainedDue {
  const storeHours = counting !== 'wall_clock';
  const at = storeHours ? addOpenHours(from, ms, counting.hours, counting.calendar) : instant(from + ms);
  return { clock, at, from, hours: ms / HOUR_MS, storeHours };
}

type ClockHours = Pick<ComplaintRules, 'responseHours' | 'resolutionHours'>;

/** First response, 24 h by default (S68); a reopened complaint gets a new one. */
export const responseDue = (from: Instant, rules: ClockHours, counting: Counting): ExplainedDue =>
  dueAfter('response', from, rules.responseHours * HOUR_MS, counting);

/** Resolution, 168 h by default (S69); 24 h in the profile of S70. Pauses move it, nothing else does. */
export const resolutionDue = (from: Instant, rules: ClockHours, counting: Counting): ExplainedDue =>
  dueAfter('resolution', from, rules.resolutionHours * HOUR_MS, counting);

/** What decides which clocks run. */
export interface Running {
  readonly state: ComplaintState;
  readonly responseDueAt: Instant;
  readonly resolutionDueAt: Instant;
  /** Null also where a pause is not possible. */
  readonly pausedAt: Instant | null;
}

/** The clocks that have not been answered yet, standing still or not: the response while an answer is owed, the resolution until there is a result. */
export function owedDues(complaint: Omit<Running, 'pausedAt'>): readonly Due[] {
  const resolution: Due = { clock: 'resolution', at: complaint.resolutionDueAt };
  switch (complaint.state) {
    case 'open':
    case 'reopened':
      return [{ clock: 'response', at: complaint.responseDueAt }, resolution];
    case 'responded':
      return [resolution];
    case 'resolved':
    case 'closed':
      return [];
  }
}

/**
 * The running clock that runs out first. A complaint reopened after its seven days is late at once, by
 * the resolution clock that it keeps. Null when neither runs: while it is paused, and once it is resolved.
 */
export function nextDue(complaint: Running): Due | null {
  if (complaint.pausedAt !== null) return null;
  const [first, second] = owedDues(complaint);
  if (first === undefined || second === undefined) return first ?? null;
  return second.at < first.at ? second : first;
}

/** The due moment itself is still in time. */
export function isOverdue(due: Due | null, now: Instant): boolean {
  return due !== null && now > due.at;
}

/** Not late yet, but less than `RESPONSE_SOON_MS` or `RESOLUTION_SOON_MS` away. */
export function isDueSoon(due: Due | null, now: Instant): boolean {
  if (due === null || isOverdue(due, now)) return false;
  return due.at - now < (due.clock === 'response' ? RESPONSE_SOON_MS : RESOLUTION_SOON_MS);
}
