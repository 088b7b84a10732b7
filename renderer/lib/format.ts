import { businessDateOf, daysBetween } from '@domain/calendar/business-day';
import type { Locale } from '@domain/locale';
import { type BusinessDate, type Instant, instant } from '@domain/units';

/** Where and how the shop reckons: its zone, its language, and when its day begins. */
export interface Place {
  readonly locale: Locale;
  readonly zone: string;
  readonly dayStartHour: number;
}

const grouped = new Intl.NumberFormat('en-US');

/** `¥1,234.50` from fen, by whole numbers only; a minus stands before the sign: `−¥5.00`. */
export function money(fen: number): string {
  const size = Math.abs(fen);
  const cents = String(size % 100).padStart(2, '0');
  return `${fen < 0 ? '−' : ''}¥${grouped.format((size - (size % 100)) / 100)}.${cents}`;
}

/** So many digits of an estimate mean something. */
const ROUGH_DIGITS = 3;

/** `¥63,700`, of what was estimated: three digits and no cents, so that nobody takes it for a sum. */
export function roughMoney(fen: number): string {
  const yuan = Math.round(fen / 100);
  const step = 10 ** Math.max(0, String(Math.abs(yuan)).length - ROUGH_DIGITS);
  return `¥${whole(Math.round(yuan / step) * step)}`;
}

/** `12,840`; a debt shows a real minus. */
export const whole = (value: number): string => `${value < 0 ? '−' : ''}${grouped.format(Math.abs(value))}`;

/** `+125` or `−500`: for a change, where the sign is the meaning. */
export const change = (value: number): string => (value > 0 ? `+${whole(value)}` : whole(value));

/** `138 1234 8812`, in the groups in which people say it. */
export const spacedPhone = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');

/** `12.5%`: the share that `part` has in `all`. */
export const share = (part: number, all: number): string =>
  all === 0 ? '0%' : `${((part / all) * 100).toFixed(1)}%`;

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

const makers = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  const known = makers.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  makers.set(key, made);
  return made;
}

function parts(locale: string, zone: string, at: number, options: Intl.DateTimeFormatOptions): Parts {
  return Object.fromEntries(
    formatter(locale, zone, options)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

const asLocale = (locale: Locale): string => (locale === 'en' ? 'en-GB' : 'zh-CN');
const noon = (date: BusinessDate): number => Date.parse(`${date}T12:00:00Z`);

function dayIn(locale: Locale, zone: string, at: number, withYear: boolean): string {
  if (locale === 'en') {
    const { weekday, day, month, year } = parts('en-GB', zone, at, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    return withYear ? `${day} ${month} ${year}` : `${weekday} ${day} ${month}`;
  }
  const date: Intl.DateTimeFormatOptions = { month: 'long', day: 'numeric' };
  if (withYear) return formatter('zh-CN', zone, { ...date, year: 'numeric' }).format(at);
  return `${formatter('zh-CN', zone, date).format(at)} ${formatter('zh-CN', zone, { weekday: 'short' }).format(at)}`;
}

const yearOf = (zone: string, at: number): string => parts('en-GB', zone, at, { year: 'numeric' }).year ?? '';

/** `14:05` in the store's zone. */
export const timeOfDay = (at: Instant, place: Place): string =>
  formatter('en-GB', place.zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `5月18日 周一` / `Mon 18 May`; of another year `2025年5月18日` / `18 May 2025`. */
export function dateWords(date: BusinessDate, place: Place, now: Instant): string {
  return dayIn(place.locale, 'UTC', noon(date), date.slice(0, 4) !== today(place, now).slice(0, 4));
}

/** `5月18日 周一 14:05` / `Mon 18 May 14:05`. */
export function dateTimeWords(at: Instant, place: Place, now: Instant): string {
  const withYear = yearOf(place.zone, at) !== yearOf(place.zone, now);
  return `${dayIn(place.locale, place.zone, at, withYear)} ${timeOfDay(at, place)}`;
}

/** `2026年5月18日` / `18 May 2026`: on paper, which outlives the year. */
export const fullDateWords = (date: BusinessDate, locale: Locale): string =>
  dayIn(locale, 'UTC', noon(date), true);

/** `2026年5月18日 14:05` / `18 May 2026 14:05`. */
export const fullDateTimeWords = (at: Instant, place: Place): string =>
  `${dayIn(place.locale, place.zone, at, true)} ${timeOfDay(at, place)}`;

/** `5月18日` / `18 May`, of no year: a birthday. */
export function monthDayWords(month: number, day: number, locale: Locale): string {
  return formatter(asLocale(locale), 'UTC', {
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(Date.UTC(2000, month - 1, day, 12));
}

/** `2026年12月` / `Dec 2026`, of a month written `2026-12`. */
export const monthWords = (month: string, locale: Locale): string =>
  formatter(asLocale(locale), 'UTC', {
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
  }).format(Date.parse(`${month}-15T12:00:00Z`));

/** `11月` / `November`, of no year, from 1 to 12. */
export const monthNameWords = (month: number, locale: Locale): string =>
  formatter(asLocale(locale), 'UTC', { month: locale === 'en' ? 'long' : 'short' }).format(
    Date.UTC(2000, month - 1, 15, 12),
  );

export const today = (place: Place, now: Instant): BusinessDate => businessDateOf(now, place);

/** The minute after midnight of the store's wall clock. */
export function minuteOfDay(at: Instant, place: Place): number {
  const [hour = 0, minute = 0] = timeOfDay(at, place).split(':').map(Number);
  return hour * 60 + minute;
}

/** `09:00` from minutes after midnight; what is past midnight is the small hours after. */
export const clockWords = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

// Made once: building one costs more than a row of the result list.
const relative: Readonly<Record<Locale, Intl.RelativeTimeFormat>> = {
  'zh-CN': new Intl.RelativeTimeFormat('zh-CN', { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }),
};

/** In Chinese `Intl` writes `5小时`; in every sentence of the screens a figure stands off from what it counts. */
const apart = (words: string): string => words.replace(/(\d)(?=\p{Script=Han})/u, '$1 ');

/** `昨天`, `3 周前` / `yesterday`, `3 weeks ago`; always shown with the date itself on hover. */
export function daysAgoWords(date: BusinessDate, place: Place, now: Instant): string {
  const days = daysBetween(today(place, now), date);
  const words = (value: number, unit: 'day' | 'week' | 'month' | 'year') =>
    apart(relative[place.locale].format(value, unit));
  const size = Math.abs(days);
  if (size < 14) return words(days, 'day');
  if (size < 60) return words(Math.trunc(days / 7), 'week');
  if (size < 730) return words(Math.trunc(days / 30.44), 'month');
  return words(Math.trunc(days / 365.25), 'year');
}

type UnitOfTime = 'minute' | 'hour' | 'day';

/** `20 分钟` / `20 minutes`. */
export const unitWords = (value: number, unit: UnitOfTime, locale: Locale): string =>
  apart(new Intl.NumberFormat(asLocale(locale), { style: 'unit', unit, unitDisplay: 'long' }).format(value));

/** `5 小时` / `5 hours`: how long until or since an instant, in its largest unit. */
export function spanWords(ms: number, locale: Locale): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / 60_000));
  if (minutes < 60) return unitWords(minutes, 'minute', locale);
  if (minutes < 48 * 60) return unitWords(Math.floor(minutes / 60), 'hour', locale);
  return unitWords(Math.floor(minutes / 1440), 'day', locale);
}

export const nowInstant = (): Instant => instant(Date.now());
