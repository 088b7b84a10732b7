import { Temporal } from 'temporal-polyfill';
import type { HoursRules, OpenHours } from '../settings/shop-rules';
import { type Instant, instant } from '../units';
import type { StoreCalendar } from './business-day';

const DAY_MINUTES = 1440;

/** As far ahead as opening hours are followed; what is due after ten years is due in hours of the wall. */
const FARTHEST_DAYS = 3660;

/** A time in which the store serves, from the first millisecond up to, not including, the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** True when no weekday has hours: what counts store hours would never run out. */
export const isNeverOpen = ({ weekly }: HoursRules): boolean => weekly.every((day) => !isOpenDay(day));

/**
 * The first moment at which the store has been open for `ms` milliseconds since `from`: closing time,
 * not the next opening, where the two meet. Hours are those of the wall in the store's zone, so a day of
 * 23 or 25 hours counts what it has. A store that never opens counts like a wall clock, and so does
 * whatever is left after ten years. Source: rules "Complaints", store hours.
 */
export function addOpenHours(from: Instant, ms: number, hours: HoursRules, calendar: StoreCalendar): Instant {
  let left = ms;
  if (left <= 0) return from;
  let reached: number = from;
  for (const { from: opens, to } of stretchesFrom(from, hours, calendar)) {
    if (left <= to - opens) return instant(opens + left);
    left -= to - opens;
    reached = to;
  }
  return instant(reached + left);
}

/** Milliseconds between two moments in which the store was open; none when `to` is not after `from`. */
export function openMsBetween(
  from: Instant,
  to: Instant,
  hours: HoursRules,
  calendar: StoreCalendar,
): number {
  let open = 0;
  let reached: number = from;
  for (const stretch of stretchesFrom(from, hours, calendar)) {
    if (stretch.from >= to) return open;
    open += Math.min(stretch.to, to) - stretch.from;
    reached = stretch.to;
    if (reached >= to) return open;
  }
  return open + Math.max(0, to - reached);
}

/** One after the other and none over another, the first from `from` on; ends after ten years. */
function* stretchesFrom(from: Instant, hours: HoursRules, { zone }: StoreCalendar): Generator<Stretch> {
  if (isNeverOpen(hours)) return;
  const closed = new Set<string>(hours.closedDates);
  let reached: number = from;
  // The small hours of a day belong to the one before.
  let date = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days: 1 });
  for (let day = 0; day < FARTHEST_DAYS; day += 1, date = date.add({ days: 1 })) {
    const open = hours.weekly[date.dayOfWeek - 1];
    if (!isOpenDay(open) || closed.has(date.toString())) continue;
    const opens = Math.max(reached, momentOf(date, open.opens, zone));
    const closes = momentOf(date, open.closes, zone);
    if (closes <= opens) continue;
    yield { from: opens, to: closes };
    reached = closes;
  }
}

/** A time of the wall that a change of clocks skips is the moment after the change. */
function momentOf(date: Temporal.PlainDate, minutes: number, timeZone: string): number {
  const plainTime = Temporal.PlainTime.from({
    hour: Math.floor((minutes % DAY_MINUTES) / 60),
    minute: minutes % 60,
  });
  const day = date.add({ days: Math.floor(minutes / DAY_MINUTES) });
  return day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

const isOpenDay = (day: OpenHours | null | undefined): day is OpenHours =>
  day !== null && day !== undefined && day.closes > day.opens;
