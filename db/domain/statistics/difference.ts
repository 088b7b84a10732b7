import type { Share } from './proportion';

/** Percentage points by which one share is above another, and what that may really be. */
export interface Difference {
  readonly points: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The difference of two independent shares with its 95 % interval, made of their Wilson intervals: it
 * stays honest where few were asked, and says more than whether both intervals overlap.
 * Source: R. G. Newcombe, Interval estimation for the difference between independent proportions,
 * Statistics in Medicine 17 (1998), method 10.
 */
export function differenceOf(one: Share, other: Share): Difference {
  const points = one.percent - other.percent;
  return {
    points,
    from: points - Math.hypot(one.percent - one.from, other.to - other.percent),
    to: points + Math.hypot(one.to - one.percent, other.percent - other.from),
  };
}

/** Above or below for certain, or not known yet: nought lies within what may really be. */
export const verdictOn = ({ from, to }: Difference): 'above' | 'below' | 'unknown' =>
  from > 0 ? 'above' : to < 0 ? 'below' : 'unknown';
