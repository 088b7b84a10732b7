import type { DateSpan } from '../coupons/coupon';
import { foldWidth } from '../members/fold';
import { type BusinessDate, businessDate, isBusinessDate } from '../units';

/** Lists as an owner types them, one after the other: `8, 18、28`, full width or not. */
const listed = (text: string): string[] =>
  foldWidth(text)
    .split(/[,;、，；\s]+/)
    .filter((part) => part !== '');

/** Days of the month 1-31, each once and in order; undefined for anything else. */
export function readMonthDays(text: string): number[] | undefined {
  const days = listed(text).map((day) => day.replace(/[日号]$/, ''));
  if (!days.every((day) => /^\d{1,2}$/.test(day) && Number(day) >= 1 && Number(day) <= 31)) return undefined;
  return [...new Set(days.map(Number))].sort((a, b) => a - b);
}

/** Dates with their year: `2026-12-24, 2027/1/1`; undefined for anything else. */
export function readDates(text: string): BusinessDate[] | undefined {
  const days = listed(text).map(dateIn);
  return days.every((day) => day !== undefined) ? [...new Set(days)].sort() : undefined;
}

/** Days and spans of days: `2026-12-24~2026-12-26, 2027-1-1`, also with 至, 到 or "to"; undefined for anything else. */
export function readSpans(text: string): DateSpan[] | undefined {
  const joined = foldWidth(text).replace(/\s*(?:[~～—–至到]|\bto\b)\s*/g, '~');
  const spans = listed(joined).map((part) => {
    const days = part.split('~').map(dateIn);
    const [from, to] = [days[0], days.at(-1)];
    return from === undefined || to === undefined || days.length > 2 ? undefined : { from, to };
  });
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

function dateIn(text: string): BusinessDate | undefined {
  const [, year, month = '', day = ''] = DATE.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isBusinessDate(date) ? businessDate(date) : undefined;
}
