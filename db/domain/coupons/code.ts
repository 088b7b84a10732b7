import { foldKey } from '../members/fold';

const DIGITS = 12;

/**
 * The code of a coupon: `Q`, twelve digits made of the random end of its id, one check digit. Two ids
 * may come to the same code; whoever issues takes another id then.
 */
export function couponCodeOf(id: string): string {
  const random = Number.parseInt(id.replaceAll('-', '').slice(-DIGITS), 16);
  if (!Number.isSafeInteger(random)) throw new RangeError('a coupon code needs a UUID');
  const digits = String(random % 10 ** DIGITS).padStart(DIGITS, '0');
  return `Q${digits}${dammDigit(digits)}`;
}

export type CouponReading =
  | { readonly readAs: 'coupon'; readonly code: string }
  /** As long as a code, but the check digit does not fit: mistyped. */
  | { readonly readAs: 'wrong_code' }
  | { readonly readAs: 'no_code' };

/** What a scanner or a person gave: full-width and lower case are folded, spaces and dashes go away. */
export function readCouponCode(text: string): CouponReading {
  const key = foldKey(text).toUpperCase();
  if (!/^Q\d{13}$/.test(key)) return { readAs: 'no_code' };
  return dammDigit(key.slice(1, -1)) === key.slice(-1)
    ? { readAs: 'coupon', code: key }
    : { readAs: 'wrong_code' };
}

/** H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004): tells every single wrong digit and every swap of neighbours. */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

function dammDigit(digits: string): string {
  let interim = 0;
  for (const digit of digits) interim = DAMM[interim]?.[Number(digit)] ?? 0;
  return String(interim);
}
