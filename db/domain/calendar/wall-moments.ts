import { Temporal } from 'temporal-polyfill';
import { type BusinessDate, businessDate, type Instant, instant } from '../units';
import type { StoreCalendar } from './business-day';

type Zone = Pick<StoreCalendar, 'zone'>;

/** What the clock on the store's wall shows: the calendar date, whatever the business day, and minutes after midnight. */
export function wallTimeOf(
  at: Instant,
  { zone }: Zone,
): { readonly date: BusinessDate; readonly minute: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { date: businessDate(local.toPlainDate().toString()), minute: local.hour * 60 + local.minute };
}

/**
 * When the wall shows a minute (0-1439) of a date: twice the same moment but in an hour that comes twice.
 * A minute that is skipped is its moment before the change and after it.
 */
export function momentsOfWall(
  date: BusinessDate,
  minute: number,
  { zone }: Zone,
): readonly [Instant, Instant] {
  const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(time);
  const moment = (disambiguation: 'earlier' | 'later') =>
    instant(wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds);
  return [moment('earlier'), moment('later')];
}
