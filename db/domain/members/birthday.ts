import { daysBetween } from '../calendar/business-day';
import { type BusinessDate, businessDate, daysInMonth } from '../units';

export interface Birthday {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A day that exists and is not to come; 29 February may stand without a year. */
export function isBirthday({ year, month, day }: Birthday, today: BusinessDate): boolean {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year ?? 2000, month)) return false;
  return year === null || (year >= 1900 && birthdayIn(year, { month, day }) <= today);
}

/** Days until the next birthday, 0 today (S45). */
export function daysUntilBirthday(birthday: Pick<Birthday, 'month' | 'day'>, today: BusinessDate): number {
  const year = Number(today.slice(0, 4));
  const thisYear = birthdayIn(year, birthday);
  return daysBetween(today, thisYear >= today ? thisYear : birthdayIn(year + 1, birthday));
}

/** The day on which a birthday falls in a year. Born on 29 February: 28 February in common years. */
export function birthdayIn(year: number, { month, day }: Pick<Birthday, 'month' | 'day'>): BusinessDate {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return businessDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(day, daysInMonth(year, month)), 2)}`);
}
