/** A share and what it may really be, both in percent. */
export interface Share {
  readonly percent: number;
  readonly from: number;
  readonly to: number;
}

/** Of a normal distribution, 95 % lie within so many standard deviations. */
export const Z_95 = 1.959964;

/**
 * The share of `successes` among `of`, with its 95 % interval by Wilson's score: unlike the textbook's
 * it stays within 0-100, and is honest for a handful and for nobody or everybody. Null for none at all.
 * Source: E. B. Wilson, Probable inference, JASA 22 (1927).
 */
export function wilson(successes: number, of: number): Share | null {
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > of)
    throw new RangeError(`${successes} of ${of} is no share`);
  if (of === 0) return null;
  const share = successes / of;
  const scale = Z_95 ** 2 / of;
  const middle = (share + scale / 2) / (1 + scale);
  const half = (Z_95 / (1 + scale)) * Math.sqrt((share * (1 - share)) / of + scale / (4 * of));
  return {
    percent: share * 100,
    // At both ends the formula gives exactly 0 and 100; its floats do not.
    from: successes === 0 ? 0 : (middle - half) * 100,
    to: successes === of ? 100 : (middle + half) * 100,
  };
}
