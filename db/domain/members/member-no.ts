/** Eight digits of sequence and one Luhn check digit: a slip of the finger finds nobody else. */
const SEQUENCE_DIGITS = 8;
const LAST = 10 ** SEQUENCE_DIGITS - 1;

/** The member number of a place in the sequence (1-99,999,999); throws beyond it. */
export function memberNoOf(sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST)
    throw new RangeError(`no member number for ${sequence}`);
  const digits = String(sequence).padStart(SEQUENCE_DIGITS, '0');
  return digits + luhnDigit(digits);
}

/** The number after `last`, the highest given so far; null when none was. */
export function memberNoAfter(last: string | null): string {
  return memberNoOf(last === null ? 1 : Number(last.slice(0, SEQUENCE_DIGITS)) + 1);
}

export const isMemberNo = (text: string): boolean =>
  /^\d{9}$/.test(text) && luhnDigit(text.slice(0, SEQUENCE_DIGITS)) === text.slice(SEQUENCE_DIGITS);

/** ISO/IEC 7812-1 annex B: every second digit from the right is doubled. */
function luhnDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
