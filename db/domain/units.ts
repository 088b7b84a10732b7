/**
 * The units of the shop. A number without a unit never crosses a function border:
 * money is whole fen, points are whole points, instants are epoch milliseconds UTC,
 * business dates are `YYYY-MM-DD` in the store's zone.
 */
declare const unit: unique symbol;
type In<U extends string> = { readonly [unit]: U };

export type Fen = number & In<'fen'>;
export type Points = number & In<'points'>;
export type Instant = number & In<'epoch-ms'>;
export type BusinessDate = string & In<'business-date'>;

function whole(value: number, name: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be a safe integer, got ${value}`);
  return value === 0 ? 0 : value; // -0 is no amount
}

export const fen = (value: number): Fen => whole(value, 'fen') as Fen;
export const points = (value: number): Points => whole(value, 'points') as Points;
export const instant = (value: number): Instant => whole(value, 'instant') as Instant;

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Accepts `YYYY-MM-DD` of a day that exists; anything else throws (parse people's input with `parseDate`). */
export function businessDate(value: string): BusinessDate {
  if (!isBusinessDate(value)) throw new RangeError(`not a date: ${value}`);
  return value as BusinessDate;
}

export function isBusinessDate(value: unknown): value is BusinessDate {
  if (typeof value !== 'string' || !DATE.test(value)) return false;
  const day = Number(value.slice(8));
  return day <= daysInMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

/** Days in a month of the Gregorian calendar; month is 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const NO_FEN = fen(0);
export const NO_POINTS = points(0);

/** Twenty-four hours; a business day has 23 or 25 of them where clocks are changed (`startOf`). */
export const DAY_MS = 86_400_000;
