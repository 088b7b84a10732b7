import { type BusinessDate, businessDate, daysInMonth } from '../units';
import type { DateFormat } from './fields';
import { fold } from './text';

export interface ReadDate {
  readonly date: BusinessDate;
  /** Minutes after midnight when the cell carries a time of day. */
  readonly minutes: number | null;
}
type DateFault = 'date_malformed' | 'date_serial';

const YEAR_FIRST = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2})(?::?\d{2})?|(\s.*))?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(.*)$/;
// Days since 1900 as Excel counts them: 20000 is 1954, 59999 is 2064.
const SERIAL = /^[2-5]\d{4}(\.\d+)?$/;

/**
 * A date as files carry it: `2025-01-05`, `2025/1/5`, `2025年1月5日`, `20250105`, `5.1.2025`,
 * with or without a time of day. A year-first date is never ambiguous, so it is read whatever the format.
 * Refuses days that do not exist, years outside 1900-2100, two-digit years, and Excel's serial numbers
 * (whose first day depends on the program that wrote them).
 */
export function readDate(cell: string, format: DateFormat): ReadDate | DateFault {
  const text = fold(cell);
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, year, month, day, hour, minute, rest] = compact;
    return dated(year, month, day, hour === undefined ? (rest ?? '') : `${hour}:${minute}`);
  }
  const first = YEAR_FIRST.exec(text);
  if (first) return dated(first[1], first[2], first[3], first[4] ?? '');
  if (SERIAL.test(text)) return 'date_serial';
  const last = YEAR_LAST.exec(text);
  if (!last || format === 'ymd') return 'date_malformed';
  const [, a, b, year, rest] = last;
  return format === 'dmy' ? dated(year, b, a, rest ?? '') : dated(year, a, b, rest ?? '');
}

function dated(year = '', month = '', day = '', rest = ''): ReadDate | DateFault {
  const date = dayOf(Number(year), Number(month), Number(day));
  if (date === undefined) return 'date_malformed';
  if (rest.trim() === '') return { date, minutes: null };
  const minutes = readTime(rest.replace(/^[T\s]+/, ''));
  return minutes === undefined ? 'date_malformed' : { date, minutes };
}

function dayOf(year: number, month: number, day: number): BusinessDate | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return businessDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

const TIME = /^(上午|下午|AM|PM)?\s*(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(AM|PM)?$/i;

/** Minutes after midnight of `14:03`, `2:03 PM`, `下午2:03`, `14:03:59`; undefined when it is no time of day. */
export function readTime(cell: string): number | undefined {
  const found = TIME.exec(fold(cell));
  if (!found) return undefined;
  const half = (found[1] ?? found[4] ?? '').toUpperCase();
  const [hour, minute] = [Number(found[2]), Number(found[3])];
  if (minute > 59) return undefined;
  if (half === '') return hour > 23 ? undefined : hour * 60 + minute;
  if (hour < 1 || hour > 12) return undefined;
  const afternoon = half === 'PM' || half === '下午';
  return ((hour % 12) + (afternoon ? 12 : 0)) * 60 + minute;
}

export interface ReadBirthday {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A birthday with or without its year (`5月3日`, `05-03`, `1990-05-03`); undefined when there is no such day. */
export function readBirthday(cell: string, format: DateFormat): ReadBirthday | undefined {
  const text = fold(cell);
  const short = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text);
  if (short) {
    const dayFirst = format === 'dmy' && !text.includes('月');
    const [month, day] = dayFirst
      ? [Number(short[2]), Number(short[1])]
      : [Number(short[1]), Number(short[2])];
    // 29 February exists in some year, and the year is not known.
    return dayOf(2000, month, day) === undefined ? undefined : { year: null, month, day };
  }
  const found = readDate(text, format);
  if (typeof found === 'string') return undefined;
  const [year, month, day] = found.date.split('-').map(Number);
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day };
}

/**
 * The order of day, month and year in a column. Where every value fits both ways the American
 * order is taken (it is what a spreadsheet set to English writes); it is shown and correctable.
 */
export function guessDateFormat(cells: readonly string[]): DateFormat {
  const read = (format: DateFormat) =>
    cells.filter((cell) => typeof readDate(cell, format) !== 'string').length;
  const [ymd, mdy, dmy] = [read('ymd'), read('mdy'), read('dmy')];
  if (dmy > mdy) return 'dmy';
  return mdy > ymd ? 'mdy' : 'ymd';
}
