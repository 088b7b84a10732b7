import { addDays, addMonths } from '../../domain/calendar/business-day';
import { type BusinessDate, businessDate, daysInMonth } from '../../domain/units';
import { dateOrNull } from '../../nullable';
import { prepared } from '../../prepared';
import type { Tx } from '../../schema';

/** Every date from one to another, both included; none when the first lies behind. */
export function datesBetween(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  const dates: BusinessDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The days whose birthdays are kept on a date: on 28 February of a common year also those of the 29th. */
export function birthdaysKeptOn(date: BusinessDate): readonly (readonly [month: number, day: number])[] {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const own = [[month, day]] as const;
  return month === 2 && day === 28 && daysInMonth(year, 2) === 28 ? [...own, [2, 29]] : own;
}

/**
 * Every date of joining from which some whole number of periods of so many months ends on `date`, back to
 * when the first member joined. A period that ends on the last day of a short month may have begun later in
 * its own: from 31 January a month ends on 28 February.
 */
export function joinedForPeriodsEndingOn(
  date: BusinessDate,
  months: number,
  first: BusinessDate,
): BusinessDate[] {
  const joined: BusinessDate[] = [];
  for (let periods = 1; ; periods++) {
    const back = addMonths(date, -periods * months);
    const days = daysInMonth(Number(back.slice(0, 4)), Number(back.slice(5, 7)));
    const lastOfMonth = businessDate(`${back.slice(0, 8)}${String(days).padStart(2, '0')}`);
    joined.push(
      ...datesBetween(back, lastOfMonth).filter((day) => addMonths(day, periods * months) === date),
    );
    if (lastOfMonth < first) return joined;
  }
}

/** The day on which the first member joined; null in an empty store. */
export function firstJoined(tx: Tx): BusinessDate | null {
  const row = prepared<{ first: string | null }>(tx, 'select min(joined_on) as first from member').get();
  return dateOrNull(row?.first ?? null);
}
