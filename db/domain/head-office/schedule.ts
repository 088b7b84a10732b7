import { addDays, endOfMonthAfter, type StoreCalendar, weekdayOf } from '../calendar/business-day';
import { momentsOfWall, wallTimeOf } from '../calendar/wall-moments';
import { type BusinessDate, DAY_MS, type Instant } from '../units';

export const SCHEDULE_KINDS = ['weekly', 'monthEnd', 'daily', 'byHand'] as const;

/**
 * When a packet is due: at an hour (0-23) of the clock on the store's wall. `weekday` is ISO, 1 = Monday.
 * Source: exchange, "Packet" ("every Monday", "month end").
 */
export type Schedule =
  | { readonly kind: 'weekly'; readonly weekday: number; readonly hour: number }
  | { readonly kind: 'monthEnd'; readonly hour: number }
  | { readonly kind: 'daily'; readonly hour: number }
  | { readonly kind: 'byHand' };

export interface Due {
  /** `none`: by hand only. `overdue`: a day and more ago. */
  readonly state: 'none' | 'upcoming' | 'due' | 'overdue';
  /** Since when it is due; of one that is upcoming, when it will be. */
  readonly at: Instant | null;
}

/** A month and a bit: whatever the schedule, a due moment lies within. */
const LOOKED_AHEAD_DAYS = 35;

/**
 * Whether a packet is due. `since`: when the last one was made, or head office was set up. However many
 * due moments have gone by, one packet answers them all, and it is told since the first of them.
 */
export function dueNow(
  schedule: Schedule,
  { since, now }: { readonly since: Instant; readonly now: Instant },
  calendar: Pick<StoreCalendar, 'zone'>,
): Due {
  if (schedule.kind === 'byHand') return { state: 'none', at: null };
  const first = nextMoment(schedule, since, calendar);
  if (first > now) return { state: 'upcoming', at: first };
  return { state: now - first >= DAY_MS ? 'overdue' : 'due', at: first };
}

/** The first due moment after an instant. */
function nextMoment(
  schedule: Exclude<Schedule, { kind: 'byHand' }>,
  after: Instant,
  calendar: Pick<StoreCalendar, 'zone'>,
): Instant {
  let { date } = wallTimeOf(after, calendar);
  for (let looked = 0; looked <= LOOKED_AHEAD_DAYS; looked++, date = addDays(date, 1)) {
    if (!isDueDay(schedule, date)) continue;
    const [moment] = momentsOfWall(date, schedule.hour * 60, calendar);
    if (moment > after) return moment;
  }
  throw new Error('a schedule has a day in every month');
}

function isDueDay(schedule: Exclude<Schedule, { kind: 'byHand' }>, date: BusinessDate): boolean {
  switch (schedule.kind) {
    case 'daily':
      return true;
    case 'weekly':
      return weekdayOf(date) === schedule.weekday;
    case 'monthEnd':
      return endOfMonthAfter(date, 0) === date;
  }
}
