import { readCouponCode } from '../coupons/code';
import { foldKey } from '../members/fold';
import { isPaymentCode } from '../members/payment-code';

/** The contract's cap on a receipt number, in characters. */
const LONGEST = 40;
/** A phone number is never taken for a receipt, not even where a till's numbers are as long. */
const WHOLE_PHONE = /^1[3-9]\d{9}$/;

/** Digits as they run, letters of either case, everything else as it stands: `A-1023` is `A-#`. */
const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/[A-Z]/gi, 'A');

/**
 * Whether a text from outside may be a receipt number of this shop: the same signs around its digits as a
 * number that is known, and as long, give or take the one digit by which a till's count grows. Codes that
 * pay, phones and coupons never are (rules, "Lookup"); nor is anything while no number is known.
 */
export function mayBeReceiptOf(text: string, known: readonly string[]): boolean {
  if (text.length > LONGEST || !/\d/.test(text)) return false;
  const code = foldKey(text);
  if (isPaymentCode(code) || WHOLE_PHONE.test(code) || readCouponCode(text).readAs !== 'no_code')
    return false;
  return known.some((one) => shapeOf(one) === shapeOf(text) && Math.abs(one.length - text.length) <= 1);
}
