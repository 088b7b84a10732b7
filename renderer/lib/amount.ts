import { type Fen, fen } from '@domain/units';

export type AmountProblem = 'empty' | 'malformed' | 'too_precise' | 'too_large';
export type ReadAmount =
  | { readonly ok: true; readonly fen: Fen }
  | { readonly ok: false; readonly why: AmountProblem };

/** Full-width digits, points and signs become what they mean; blanks go. */
function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3002/g, '.') // the full stop that a Chinese input method writes for "."
    .replace(/[\s\u3000]/g, '')
    .replace(/^[¥\uffe5]/, '');
}

const AMOUNT = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$|^\.(\d+)$/;
const LARGEST_YUAN_DIGITS = 10;

/** Reads `128`, `128.5`, `128.50`, `1,280`, full-width or not; more than two decimals is refused, never rounded. */
export function readAmount(text: string): ReadAmount {
  const folded = fold(text);
  if (folded === '') return { ok: false, why: 'empty' };
  const found = AMOUNT.exec(folded);
  if (found === null) return { ok: false, why: 'malformed' };
  const yuan = (found[1] ?? '0').replaceAll(',', '');
  const decimals = found[2] ?? found[3] ?? '';
  if (decimals.length > 2) return { ok: false, why: 'too_precise' };
  if (yuan.replace(/^0+/, '').length > LARGEST_YUAN_DIGITS - 1) return { ok: false, why: 'too_large' };
  return { ok: true, fen: fen(Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))) };
}

/** Fen as a person would type it into a field: `128`, `128.50`. */
export function typedAmount(value: number): string {
  const cents = value % 100;
  return cents === 0 ? String(value / 100) : `${(value - cents) / 100}.${String(cents).padStart(2, '0')}`;
}
