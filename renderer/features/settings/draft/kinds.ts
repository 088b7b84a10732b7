import type { DateSpan } from '@domain/coupons/coupon';
import { Refusal } from '@domain/refusal';
import type { OpenHours, Rate } from '@domain/settings/shop-rules';
import { readDates, readMonthDays, readSpans } from '@domain/settings/typed-days';
import { giftIsPoints, readTierDiscount } from '@domain/tiers/typed-rights';
import { type BusinessDate, isBusinessDate } from '@domain/units';
import { readAmount, typedAmount } from '../../../lib/amount';
import { clockWords } from '../../../lib/format';
import { i18next } from '../../../lib/i18n';
import { readClock } from '../../../lib/minutes';
import type { Problem } from './problem';

/** How one rule is typed: what an owner writes becomes the rule, or says why not; and back. */
export interface Kind<T> {
  readonly read: (text: string) => { readonly value: T } | Problem;
  readonly show: (value: T) => string;
}

const fold = (text: string): string => text.normalize('NFKC').trim();

export const whole = (min: number, max: number): Kind<number> => ({
  read: (text) => {
    const folded = fold(text).replaceAll(/[\s,]/g, '');
    if (!/^\d{1,12}$/.test(folded)) return { code: 'not_whole' };
    const value = Number(folded);
    return value < min || value > max ? { code: 'out_of_range', min, max } : { value };
  },
  show: String,
});

export const yuan: Kind<number> = {
  read: (text) => {
    const read = readAmount(text);
    return read.ok ? { value: read.fen } : { code: 'not_amount' };
  },
  show: typedAmount,
};

/** 1.2, ×1.2, 1.2 times: what follows the number only says so. */
const RATE = /^[×x]?(\d{1,3})(?:\.(\d{1,2}))?\D{0,6}$/i;
const FRACTION = /^(\d{1,6})\/([1-9]\d{0,5})$/;

/** How many times the points: `1.2`; kept as 6/5, never as a float. */
export const rate: Kind<Rate> = {
  read: (text) => {
    const folded = fold(text).replaceAll(/\s/g, '');
    const [, up, per] = FRACTION.exec(folded) ?? [];
    if (up !== undefined && per !== undefined) return rated(Number(up), Number(per));
    const [, units, decimals = ''] = RATE.exec(folded) ?? [];
    return units === undefined
      ? { code: 'not_rate' }
      : rated(Number(`${units}${decimals.padEnd(2, '0')}`), 100);
  },
  show: ({ up, per }) => {
    const hundredths = (up * 100) / per;
    return Number.isInteger(hundredths) ? String(hundredths / 100) : `${up}/${per}`;
  },
};

function rated(up: number, per: number): { value: Rate } | Problem {
  if (up === 0) return { code: 'not_rate' };
  const common = divisor(up, per);
  return { value: { up: up / common, per: per / common } };
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A tier's discount as the owner speaks, shown as it is spoken here; a 满减 is refused (S43). */
export const discount: Kind<number> = {
  read: (text) => {
    const read = readTierDiscount(text);
    return read instanceof Refusal ? { code: read.code } : { value: read };
  },
  show: (percent) => (percent === 0 ? '' : i18next.t('percentOff', { percent })),
};

/** The present of a birthday: an item, never points (S44). */
export const gift: Kind<string> = {
  read: (text) => (giftIsPoints(text) ? { code: 'gift_is_points' } : { value: text.trim() }),
  show: (item) => item,
};

/** Days of the month: `8, 18`. */
export const monthDays: Kind<readonly number[]> = {
  read: (text) => found(readMonthDays(text), 'not_month_days'),
  show: (days) => days.join(', '),
};

/** Dates: `2026-12-24, 2027-01-01`. */
export const dates: Kind<readonly BusinessDate[]> = {
  read: (text) => found(readDates(text), 'not_dates'),
  show: (days) => days.join(', '),
};

/** Days or spans of days: `2026-12-24~2026-12-26, 2027-01-01`. */
export const spans: Kind<readonly DateSpan[]> = {
  read: (text) => found(readSpans(text), 'not_spans'),
  show: (all) => all.map(({ from, to }) => (from === to ? from : `${from}~${to}`)).join(', '),
};

/** A time of the day: `21:00`; kept as minutes after midnight. */
export const clock: Kind<number> = {
  read: (text) => {
    const minutes = readClock(text);
    return minutes === undefined ? { code: 'not_clock' } : { value: minutes };
  },
  show: (minutes) => (minutes === DAY_MINUTES ? '24:00' : clockWords(minutes)),
};

const DAY_MINUTES = 1440;
/** Six in the morning after. */
const LATEST_CLOSE = DAY_MINUTES + 360;
/** A dash of any length, or a tilde. */
const TO = /[-–—~]/;

/** The opening hours of a day: `9:00-21:00`; empty = closed. Up to an earlier time is the small hours after. */
export const openHours: Kind<OpenHours | null> = {
  read: (text) => {
    const folded = fold(text);
    if (folded === '') return { value: null };
    const [opens, end, ...more] = folded.split(TO).map(readClock);
    if (opens === undefined || end === undefined || more.length > 0 || opens === DAY_MINUTES)
      return { code: 'not_hours' };
    const closes = end > opens ? end : end + DAY_MINUTES;
    return closes > LATEST_CLOSE ? { code: 'not_hours' } : { value: { opens, closes } };
  },
  show: (hours) => (hours === null ? '' : `${clock.show(hours.opens)}-${clockOf(hours.closes)}`),
};

const clockOf = (minutes: number): string =>
  clock.show(minutes > DAY_MINUTES ? minutes - DAY_MINUTES : minutes);

const MOST_DAY_COUNTS = 12;
/** Some numbers of days: `7, 30`. */
export const dayCounts: Kind<readonly number[]> = {
  read: (text) => {
    const parts = fold(text)
      .split(/[,、\s]+/)
      .filter((part) => part !== '');
    const days = parts.map(Number);
    const wrong = parts.some((part) => !/^\d{1,3}$/.test(part)) || days.some((day) => day < 1 || day > 365);
    const value = [...new Set(days)].sort((a, b) => a - b);
    return wrong || value.length > MOST_DAY_COUNTS ? { code: 'not_day_counts' } : { value };
  },
  show: (days) => days.join(', '),
};

/** One day, from a field for dates. */
export const oneDay: Kind<BusinessDate> = {
  read: (text) => (isBusinessDate(text) ? { value: text } : { code: 'not_date' }),
  show: (day) => day,
};

export const words: Kind<string> = { read: (text) => ({ value: text.trim() }), show: (text) => text };

const found = <T>(value: T | undefined, code: 'not_month_days' | 'not_dates' | 'not_spans') =>
  value === undefined ? { code } : { value };
