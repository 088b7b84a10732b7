import { wilson } from '../statistics/proportion';

/** A share of `of`, with its 95 % interval, in percent to one decimal. */
export interface PercentWithin {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** Fewer answers than this say too little to judge a shop or a person by. */
export const ENOUGH_ANSWERS = 30;

/** The share of `counted` among `of` with Wilson's interval; null for none at all. */
export function percentWithin(counted: number, of: number): PercentWithin | null {
  const share = wilson(counted, of);
  if (share === null) return null;
  return { percent: tenths(share.percent), low: tenths(share.from), high: tenths(share.to), of };
}

/** To one decimal, as it is shown; halves away from nought, so that praise and blame are rounded alike. */
export const tenths = (value: number): number =>
  value < 0 ? -Math.round(-value * 10) / 10 : Math.round(value * 10) / 10;

/** How a share stands to its target: too few answers to say, reached or missed for certain, or still open. */
export type Verdict = 'few' | 'reached' | 'missed' | 'open';

/**
 * A target counts as reached once the whole interval lies at or above it, as missed once it lies below.
 * Everybody is as good as it can get: a target of 100 (S85) is reached by that, though never for certain.
 */
export function verdictOn({ percent, low, high, of }: PercentWithin, target: number): Verdict {
  if (of < ENOUGH_ANSWERS) return 'few';
  if (low >= target || percent === 100) return 'reached';
  return high < target ? 'missed' : 'open';
}
