import { Temporal } from 'temporal-polyfill';
import type { HoursRules, OpenHours } from '../settings/shop-rules';
import { DAY_MS, type Instant, instant } from '../units';
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
  const stretchOf = stretchesIn(hours, zone);
  let reached: number = from;
  // In the store it may be the day before, whose small hours belong to one more before.
  const first = Math.floor(from / DAY_MS) - 2;
  for (let day = first; day < first + FARTHEST_DAYS; day += 1) {
    const stretch = stretchOf(day);
    if (stretch === null) continue;
    const opens = Math.max(reached, stretch.from);
    if (stretch.to <= opens) continue;
    yield { from: opens, to: stretch.to };
    reached = stretch.to;
  }
}

/** When the store is open on a day, counted from 1970; null = closed. */
type StretchOf = (day: number) => Stretch | null;

/** Statistics ask for the same days once for every complaint: each day of the same rules is worked out once. */
const asked = new WeakMap<HoursRules, Map<string, StretchOf>>();

function stretchesIn(hours: HoursRules, zone: string): StretchOf {
  const zones = asked.get(hours) ?? new Map<string, StretchOf>();
  asked.set(hours, zones);
  const stretchOf = zones.get(zone) ?? remembered(hours, zone);
  zones.set(zone, stretchOf);
  return stretchOf;
}

function remembered(hours: HoursRules, zone: string): StretchOf {
  const closed = new Set<string>(hours.closedDates);
  const days = new Map<number, Stretch | null>();
  return (day) => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const date = FIRST_DAY.add({ days: day });
    const open = hours.weekly[date.dayOfWeek - 1];
    const stretch =
      isOpenDay(open) && !closed.has(date.toString())
        ? { from: momentOf(date, open.opens, zone), to: momentOf(date, open.closes, zone) }
        : null;
    days.set(day, stretch);
    return stretch;
  };
}

const FIRST_DAY = Temporal.PlainDate.from('1970-01-01');

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
