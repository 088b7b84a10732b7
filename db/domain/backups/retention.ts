import { addDays, businessDateOf, type StoreCalendar, startOf, weekdayOf } from '../calendar/business-day';
import type { BusinessDate, Instant } from '../units';

/** How many backups stay, of each measure (trust "Durability"). */
export const KEPT = { today: 3, days: 7, weeks: 8, months: 12 } as const;

interface Dated {
  readonly id: string;
  readonly madeAt: Instant;
}

/**
 * The ids that stay: the newest 3 of today, and the newest of each of the last 7 days, 8 weeks and 12
 * months that have one. Days without a backup do not count, so that a shop which closes for a month
 * finds what it had. Whatever the order in which it is asked, what stays is the same.
 */
export function keptBackups(
  backups: readonly Dated[],
  now: Instant,
  calendar: StoreCalendar,
): ReadonlySet<string> {
  const newestFirst = [...backups].sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
  const dated = newestFirst.map(({ id, madeAt }) => ({ id, date: businessDateOf(madeAt, calendar) }));
  const today = businessDateOf(now, calendar);
  const kept = new Set(
    dated
      .filter(({ date }) => date === today)
      .slice(0, KEPT.today)
      .map(({ id }) => id),
  );
  for (const [count, measure] of MEASURES) {
    const newestOf = new Map<string, string>();
    for (const { id, date } of dated) if (!newestOf.has(measure(date))) newestOf.set(measure(date), id);
    for (const id of [...newestOf.values()].slice(0, count)) kept.add(id);
  }
  return kept;
}

const MEASURES = [
  [KEPT.days, (date: BusinessDate): string => date],
  [KEPT.weeks, (date: BusinessDate): string => addDays(date, 1 - weekdayOf(date))],
  [KEPT.months, (date: BusinessDate): string => date.slice(0, 7)],
] as const;

/** Beyond this every backup of today has gone, if one is made each day. */
const LONGEST_DAYS = 400;

/**
 * By when each backup goes by itself, if one is made every day from now on: what an erased person is
 * told. Sorted as given.
 */
export function goneBy(
  backups: readonly Dated[],
  now: Instant,
  calendar: StoreCalendar,
): ReadonlyMap<string, Instant> {
  const gone = new Map<string, Instant>();
  let day = businessDateOf(now, calendar);
  let left: readonly Dated[] = backups;
  for (let ahead = 0; ahead < LONGEST_DAYS && gone.size < backups.length; ahead++) {
    day = addDays(day, 1);
    const at = startOf(day, calendar);
    const next = [...left, { id: `to come ${ahead}`, madeAt: at }];
    const kept = keptBackups(next, at, calendar);
    for (const { id } of backups) if (!kept.has(id) && !gone.has(id)) gone.set(id, at);
    left = next.filter(({ id }) => kept.has(id));
  }
  return gone;
}
