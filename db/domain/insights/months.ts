import { dateOfDay, dayNumber } from '../calendar/business-day';
import { type BusinessDate, businessDate, daysInMonth } from '../units';

/** A month as a number that grows by one: 12 a year. */
export const monthIndexOf = (date: BusinessDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** `YYYY-MM`. */
export const monthName = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

export const daysOfMonth = (index: number): number => daysInMonth(Math.floor(index / 12), (index % 12) + 1);

/** Days since 1970-01-01 of the month's first day. */
export const firstDayOf = (index: number): number => dayNumber(businessDate(`${monthName(index)}-01`));

export const monthIndexOfDay = (day: number): number => monthIndexOf(dateOfDay(day));
