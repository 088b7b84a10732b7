import { foldWidth } from './fold';

const SEPARATORS = /[\s\-‐‑‒–—―.·()/]/gu;
const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;
const LEAST_DIGITS = 7;
/** E.164. */
const MOST_DIGITS = 15;

/**
 * The one form in which a phone is kept: a mainland mobile as its 11 digits, another country's
 * number with its `+`, everything else (landlines, 400 numbers) as its digits. Spaces, dashes,
 * brackets, full-width characters, `+86` and `0086` are folded. Undefined when it is no phone
 * number: letters, fewer than 7 or more than 15 digits, or 11 digits from 1 that no mobile has.
 */
export function normalisePhone(text: string): string | undefined {
  const bare = foldWidth(text)
    .replace(SEPARATORS, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^\+86/, '');
  const digits = bare.replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (!/^\+?\d+$/.test(digits)) return undefined;
  if (digits.startsWith('+')) return within(digits.length - 1) ? digits : undefined;
  if (digits.length === 11 && digits.startsWith('1'))
    return MAINLAND_MOBILE.test(digits) ? digits : undefined;
  return within(digits.length) ? digits : undefined;
}

const within = (digits: number): boolean => digits >= LEAST_DIGITS && digits <= MOST_DIGITS;

/** `138****8812`; of a shorter number only the last four digits stand; empty for none. */
export function maskPhone(phone: string | null): string {
  if (phone === null) return '';
  const shownBefore = phone.length >= 11 ? 3 : 0;
  const tail = phone.slice(-4);
  return (
    phone.slice(0, shownBefore) + '*'.repeat(Math.max(0, phone.length - shownBefore - tail.length)) + tail
  );
}

/** The four digits by which a shop tells people apart; undefined without a phone. */
export const phoneTail = (phone: string | null): string | undefined => phone?.slice(-4);
