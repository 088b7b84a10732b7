import { Temporal } from 'temporal-polyfill';
import { type BusinessDate, businessDate, DAY_MS, daysInMonth, type Instant, instant } from '../units';

/** How a store reckons its days: IANA zone, and the hour (0-11) at which its day begins. */
export interface StoreCalendar {
  readonly zone: string;
  readonly dayStartHour: number;
}

/**
 * The business date of an instant: a bar that closes at 03:00 with `dayStartHour` 5 books
 * the small hours to the day before. Safe across daylight-saving changes of any zone.
 */
export function businessDateOf(at: Instant, { zone, dayStartHour }: StoreCalendar): BusinessDate {
  const second = Math.floor(at / 1000);
  if (last?.second === second && last.zone === zone && last.dayStartHour === dayStartHour) return last.date;
  const date = reckoned(at, { zone, dayStartHour });
  last = { second, zone, dayStartHour, date };
  return date;
}

/** What was asked last: whatever is done at the counter asks several times for one moment. No clock changes within a second. */
let last: (StoreCalendar & { readonly second: number; readonly date: BusinessDate }) | undefined;

function reckoned(at: Instant, calendar: StoreCalendar): BusinessDate {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone);
  const date =
    local.hour < calendar.dayStartHour ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate();
  return businessDate(date.toString());
}

/** The instant at which a business date begins in the store's zone. */
export function startOf(date: BusinessDate, calendar: StoreCalendar): Instant {
  const start = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: calendar.zone,
    plainTime: Temporal.PlainTime.from({ hour: calendar.dayStartHour }),
  });
  return instant(start.epochMilliseconds);
}

/** Days since 1970-01-01. Dates without a zone are whole numbers: levels and lapses reckon many at every sale. */
export const dayNumber = (date: BusinessDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The date of a day that is told as days since 1970-01-01. */
export function dateOfDay(day: number): BusinessDate {
  const told = new Date(day * DAY_MS).toISOString();
  if (told.length !== DATE_AND_TIME) throw new RangeError(`not a date: ${told}`); // a year of more than four digits
  return told.slice(0, 10) as BusinessDate; // a day that exists, by JavaScript's own calendar
}

const DATE_AND_TIME = '2026-05-18T00:00:00.000Z'.length;

/** `days` may be negative. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dateOfDay(dayNumber(date) + days);
}

/** The same day so many months on (or back); the last day of that month where it has no such day. */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  return inMonth(date, months, (last) => Math.min(Number(date.slice(8)), last));
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number => dayNumber(to) - dayNumber(from);

export const earlierOf = (a: BusinessDate, b: BusinessDate): BusinessDate => (a < b ? a : b);

export const yearOf = (date: BusinessDate): number => Number(date.slice(0, 4));

/** ISO weekday, 1 = Monday; day 0 was a Thursday. */
export const weekdayOf = (date: BusinessDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The last day of the month that lies `months` after the month of `date`. */
export const endOfMonthAfter = (date: BusinessDate, months: number): BusinessDate =>
  inMonth(date, months, (last) => last);

/** A day of the month that lies `months` after that of `date`, chosen by its last one. */
function inMonth(date: BusinessDate, months: number, choose: (last: number) => number): BusinessDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return businessDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(choose(daysInMonth(year, month)), 2)}`);
}

/** True for a zone name that this machine's calendar knows, such as `Asia/Shanghai`. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
