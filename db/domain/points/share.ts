/**
 * `amount * part / whole`, rounded down to a whole number: the one rounding rule of points and of
 * money that is shared out. For amounts of zero or more; exact past 2^53 as well.
 */
export function floorShare(amount: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const product = amount * part;
  if (Number.isSafeInteger(product)) return (product - (product % whole)) / whole;
  return Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}

/** The same, rounded up. */
export function ceilShare(amount: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const exact = (BigInt(amount) * BigInt(part)) % BigInt(whole) === 0n;
  return floorShare(amount, part, whole) + (exact ? 0 : 1);
}
