import { MAX_CELL } from './fields';
import type { Rejection } from './rejections';

// Zero-width and direction-turning characters: invisible, they make two equal names differ and a line read backwards.
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const DAMAGED = /[\0\ufffd]/;

const ASCII = /^[\x20-\x7e]*$/;

/** A cell as data: full-width forms folded, invisible characters gone, ends trimmed. */
export const fold = (cell: string): string =>
  ASCII.test(cell) ? cell.trim() : cell.normalize('NFKC').replace(INVISIBLE, '').trim();

/** A name or a note as people wrote it: one line, without invisible characters; full-width forms stay. */
export const tidy = (cell: string): string =>
  cell
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Why a cell cannot be read as text at all, or undefined when it can. */
export function damageOf(cell: string): Rejection | undefined {
  if (cell.length > MAX_CELL) return 'text_too_long';
  return DAMAGED.test(cell) ? 'text_damaged' : undefined;
}

/** What Excel makes of a long number: `1.38E+10`. */
const SCIENTIFIC = /^(\d)(?:\.(\d+))?e\+?(\d{1,2})$/i;

/**
 * The digits of a number that a spreadsheet wrote its own way (`1.3812348812E+10`, `13812348812.0`),
 * when none is lost; null when digits are gone; undefined when it is no such number.
 */
export function unspoiledDigits(folded: string): string | null | undefined {
  const decimal = /^(\d{7,})\.(\d+)$/.exec(folded);
  if (decimal) return /^0+$/.test(decimal[2] ?? '') ? (decimal[1] ?? '') : null;
  const scientific = SCIENTIFIC.exec(folded);
  if (!scientific) return /^#+$/.test(folded) ? null : undefined;
  const digits = `${scientific[1]}${scientific[2] ?? ''}`;
  return digits.length === Number(scientific[3]) + 1 ? digits : null;
}
