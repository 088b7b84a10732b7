import { type Fen, fen, type Points, points } from '../units';
import { fold } from './text';

/** Ten thousand million yuan: larger is a damaged cell, and sums stay exact. */
const MAX_FEN = 1_000_000_000_000;
const MAX_POINTS = 1_000_000_000;
const MAX_MILLI = 1_000_000_000;
/** No number that people write is longer; the patterns below would take seconds over a cell of 32,000 characters. */
const MAX_CHARACTERS = 60;

const CURRENCY = /^(?:[¥$€£]|RMB|CNY|人民币)\s*|\s*(?:元|圆|RMB|CNY|yuan)$/gi;
// 1,234.50 · 1234.5 · ,5 is none · 29,33 and 1.234,56 as written where the comma is the decimal sign
const PLAIN = /^(\d+)(?:\.(\d+))?$/;
const GROUPED = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const COMMA_DECIMAL = /^(\d+|\d{1,3}(?:\.\d{3})+),(\d{1,2})$/;

/** The digits before and after the decimal sign, the grouping gone; undefined when it is no such number. */
function parts(text: string): { whole: string; fraction: string } | undefined {
  const found = PLAIN.exec(text) ?? GROUPED.exec(text) ?? COMMA_DECIMAL.exec(text);
  if (!found) return undefined;
  // Zeros behind carry nothing: 29.3300 is 29.33.
  return { whole: (found[1] ?? '').replace(/[.,]/g, ''), fraction: (found[2] ?? '').replace(/0+$/, '') };
}

/** Digits to a whole number of 10^-`places`, by text only; undefined when it has more places or is above `max`. */
function scaled(text: string, places: number, max: number): number | undefined {
  const found = text.length > MAX_CHARACTERS ? undefined : parts(text);
  if (found === undefined || found.fraction.length > places || found.whole.length > 15) return undefined;
  const value = Number(found.whole + found.fraction.padEnd(places, '0'));
  return Number.isSafeInteger(value) && value <= max ? value : undefined;
}

const isNegative = (text: string) =>
  /^-\s*[\d¥$€£]/.test(text) || /^[¥$€£]\s*-\d/.test(text) || /^\(.*\d.*\)$/.test(text);

/**
 * Money in yuan as text, to whole fen, without ever being a float: `29.33`, `¥1,234.50`, `29元`, `２９．３３`.
 * Refuses a third decimal, scientific notation, and amounts below zero (a refund is not a purchase).
 */
export function readAmount(cell: string): Fen | 'amount_malformed' | 'amount_negative' {
  const text = fold(cell).replace(/[−﹣‐]/g, '-');
  if (text.length > MAX_CHARACTERS) return 'amount_malformed';
  if (isNegative(text))
    return scaled(text.replace(/[-()¥$€£\s]/g, ''), 2, MAX_FEN) === 0 ? fen(0) : 'amount_negative';
  const value = scaled(text.replace(CURRENCY, '').trim(), 2, MAX_FEN);
  return value === undefined ? 'amount_malformed' : fen(value);
}

/** The same for a file that also bears refunds: below zero is money that went back. */
export function readSignedAmount(cell: string): Fen | 'amount_malformed' {
  const found = readAmount(cell);
  if (found !== 'amount_negative') return found;
  const back = readAmount(fold(cell).replace(/[−﹣‐\-()]/g, ''));
  return typeof back === 'number' ? fen(-back) : 'amount_malformed';
}

/** A quantity to thousandths (1.5 kg = 1500); above zero. */
export function readQuantity(cell: string): number | 'quantity_malformed' {
  const value = scaled(fold(cell), 3, MAX_MILLI);
  return value === undefined || value === 0 ? 'quantity_malformed' : value;
}

/** An opening balance: whole points, zero or more. */
export function readPoints(cell: string): Points | 'points_malformed' {
  const value = scaled(fold(cell), 0, MAX_POINTS);
  return value === undefined ? 'points_malformed' : points(value);
}
