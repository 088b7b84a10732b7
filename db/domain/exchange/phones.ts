import { fold, unspoiledDigits } from './text';

/**
 * A phone as a file carries it, before the shop's own rule for phones reads it. A spreadsheet's
 * damage is repaired only where no digit is lost; otherwise it is named, never guessed at:
 * - `1.38E+10` has lost digits; `1.3812348812E+10` and `13812348812.0` have not.
 * - nine or ten digits without a leading zero: a zero or a last digit is gone.
 */
export function readPhone(cell: string): string | 'phone_damaged' {
  const text = fold(cell);
  const unspoiled = unspoiledDigits(text);
  if (unspoiled === null) return 'phone_damaged';
  const phone = unspoiled ?? text;
  // 400 and 800 numbers have ten digits of their own.
  return /^(?!400|800)[1-9]\d{8,9}$/.test(phone.replace(/[\s-]/g, '')) ? 'phone_damaged' : phone;
}
