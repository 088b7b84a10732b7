import { type BusinessDate, businessDate } from '../units';
import { addDays, daysBetween } from './business-day';
import { LUNAR_YEARS } from './lunar-years';

/** A day of the Chinese calendar (农历). */
export interface LunarDay {
  /** 1-12; a leap month bears the number of the one before it. */
  readonly month: number;
  readonly leap: boolean;
  /** 1-30. */
  readonly day: number;
  /** The last of its month, be it the 29th or the 30th. */
  readonly last: boolean;
}

/** The lunar day of a date; null outside the years that are known (2024 to 2099). */
export function lunarDayOf(date: BusinessDate): LunarDay | null {
  const year = LUNAR_YEARS.findLast((row) => row.slice(0, 10) <= date);
  if (year === undefined) return null;
  const [first, months = '', leapAfter] = year.split(' ');
  let day = daysBetween(businessDate(first ?? ''), date) + 1;
  for (const [index, long] of Array.from(months, (length) => length === '1').entries()) {
    const days = long ? 30 : 29;
    if (day <= days) return { ...numbered(index + 1, Number(leapAfter ?? 0)), day, last: day === days };
    day -= days;
  }
  return null;
}

function numbered(position: number, leapAfter: number): { month: number; leap: boolean } {
  if (leapAfter === 0 || position <= leapAfter) return { month: position, leap: false };
  return { month: position - 1, leap: position === leapAfter + 1 };
}

/**
 * Every date from `from` to `to` that is this day of the lunar year, never in a leap month. The 30th of a
 * month of 29 days is its last: 除夕 is 12/30 in every year.
 */
export function lunarDatesBetween(
  { month, day }: { readonly month: number; readonly day: number },
  from: BusinessDate,
  to: BusinessDate,
): BusinessDate[] {
  const found: BusinessDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const lunar = lunarDayOf(date);
    if (lunar === null || lunar.leap || lunar.month !== month) continue;
    if (lunar.day === day || (day === 30 && lunar.last)) found.push(date);
  }
  return found;
}
