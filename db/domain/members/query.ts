import { readCouponCode } from '../coupons/code';
import { foldKey, foldWidth } from './fold';
import { isPaymentCode } from './payment-code';

/** Why a row is in the answer; digits are tried as prefix, tail, part, in this order. */
export type LookupMatch =
  | 'phone'
  | 'phone_prefix'
  | 'phone_tail'
  | 'phone_part'
  | 'card'
  | 'coupon'
  | 'name'
  | 'pinyin'
  | 'initials'
  | 'recent';

/**
 * What one box reads. `key` is folded (width, case, spaces, punctuation); a payment code carries
 * nothing of itself any further.
 */
export type MemberQuery =
  | { readonly readAs: 'nothing' }
  | { readonly readAs: 'payment_code' }
  /** 11 digits. */
  | { readonly readAs: 'phone'; readonly key: string }
  /** 1-10 digits; a member or card number that is exactly these digits goes first. */
  | { readonly readAs: 'phone_part'; readonly key: string }
  /** Q and 13 digits; a card number that is exactly this goes first. */
  | { readonly readAs: 'coupon'; readonly key: string; readonly code: string }
  /** More digits, or digits and letters together. */
  | { readonly readAs: 'card'; readonly key: string }
  /** Latin letters: pinyin or initials, never a phone; a card number of letters goes first. */
  | { readonly readAs: 'pinyin'; readonly key: string }
  | { readonly readAs: 'name'; readonly key: string };

/** Reads what was typed or scanned into the one box (rules, "Lookup"). */
export function readQuery(text: string): MemberQuery {
  const key = foldKey(text);
  if (key === '') return { readAs: 'nothing' };
  if (/^\d+$/.test(key)) return readDigits(key, foldWidth(text));
  if (/^[a-z]+$/.test(key)) return { readAs: 'pinyin', key };
  if (/^[0-9a-z]+$/.test(key)) return readCard(key);
  return { readAs: 'name', key };
}

/** A code whose check digit does not fit may still be somebody's card. */
function readCard(key: string): MemberQuery {
  const reading = readCouponCode(key);
  return reading.readAs === 'coupon'
    ? { readAs: 'coupon', key, code: reading.code }
    : { readAs: 'card', key };
}

function readDigits(key: string, typed: string): MemberQuery {
  if (isPaymentCode(key)) return { readAs: 'payment_code' };
  const digits = withoutCountryCode(key, typed);
  if (digits.length === 0) return { readAs: 'nothing' };
  if (digits.length === 11) return { readAs: 'phone', key: digits };
  return { readAs: digits.length < 11 ? 'phone_part' : 'card', key: digits };
}

/** `+86` and `0086` are known from their first characters on; a bare 86 only before a whole mobile. */
function withoutCountryCode(digits: string, typed: string): string {
  if (/^(\+\s*86|0086)/.test(typed)) return digits.replace(/^(00)?86/, '');
  return digits.replace(/^86(?=1[3-9]\d{9}$)/, '');
}
