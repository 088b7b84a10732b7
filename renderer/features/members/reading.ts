import type { MemberRow } from '@contract/members';
import { readCouponCode } from '@domain/coupons/code';
import { foldKey } from '@domain/members/fold';
import { normalisePhone } from '@domain/members/phone';
import { type MemberQuery, readQuery } from '@domain/members/query';

/** How the box says that it read the text: part of a phone is named by the place where it was found. */
export type Reading = MemberQuery['readAs'] | 'phone_prefix' | 'phone_tail';

export function readingOf(text: string, rows: readonly MemberRow[]): Reading {
  const { readAs } = readQuery(text);
  const match = rows[0]?.match;
  // A code of that form that is nobody's card is a mistyped coupon.
  if (rows.length === 0 && readCouponCode(text).readAs === 'wrong_code') return 'coupon';
  if (readAs !== 'phone_part' || rows.some((row) => row.match !== match)) return readAs;
  return match === 'phone_prefix' || match === 'phone_tail' ? match : readAs;
}

/** A WeChat or Alipay payment code: it must not be looked up, kept, or shown. */
export const isPaymentCode = (text: string): boolean => readQuery(text).readAs === 'payment_code';

/**
 * A payment code on its way in: no phone is this long, so nothing is asked about it while a
 * scanner is still writing. Enter asks all the same, should it be a long card number.
 */
export const mayBecomePaymentCode = (text: string): boolean =>
  /^(?:1[0-5]|2[5-9]|30)\d{10,15}$/.test(foldKey(text));

/** What sign-up can begin with: a whole phone number, or a name. */
export function startOfSignUp(text: string): { readonly name: string; readonly phone: string } {
  const query = readQuery(text);
  if (query.readAs === 'phone') return { name: '', phone: normalisePhone(query.key) ?? query.key };
  return query.readAs === 'name' ? { name: text.trim(), phone: '' } : { name: '', phone: '' };
}

/** True when the text is a phone number that could be a new member's. */
export const isWholePhone = (text: string): boolean => {
  const query = readQuery(text);
  return query.readAs === 'phone' && normalisePhone(query.key) !== undefined;
};
