/** A month's value; `group` is what returns with the season: all months, or the month of the year. */
export interface TrendPoint {
  readonly at: number;
  readonly group: number;
  readonly value: number;
}

export interface Foretold {
  readonly expected: number;
  /** What may lie between this and `expected` on either side; null where there is nothing to judge it by. */
  readonly halfWidth: number | null;
}

/** 80 %: four of five values to come lie within. */
export const COVER_PERCENT = 80;
/** Upper 10 % point of the normal distribution. */
const Z = 1.2815515655446004;

/**
 * Least squares of a straight trend with a level for each group (analysis of covariance), and where a value
 * to come should lie: its expectation, and the prediction interval from Student's t with as many degrees of
 * freedom as there are points beyond the levels and the slope. A group without a point has no level: null.
 */
export function foretell(points: readonly TrendPoint[], at: number, group: number): Foretold | null {
  const groups = means(points);
  const own = groups.get(group);
  if (own === undefined) return null;
  let sxx = 0;
  let sxy = 0;
  for (const point of points) {
    const mean = groups.get(point.group);
    if (mean === undefined) continue;
    sxx += (point.at - mean.at) ** 2;
    sxy += (point.at - mean.at) * (point.value - mean.value);
  }
  const slope = sxx === 0 ? 0 : sxy / sxx;
  const expected = own.value + slope * (at - own.at);
  const free = points.length - groups.size - (sxx === 0 ? 0 : 1);
  if (free <= 0) return { expected, halfWidth: null };
  let squares = 0;
  for (const point of points) {
    const mean = groups.get(point.group);
    if (mean === undefined) continue;
    squares += (point.value - mean.value - slope * (point.at - mean.at)) ** 2;
  }
  const far = sxx === 0 ? 0 : (at - own.at) ** 2 / sxx;
  return {
    expected,
    halfWidth: studentUpper(free) * Math.sqrt((squares / free) * (1 + 1 / own.count + far)),
  };
}

interface Mean {
  at: number;
  value: number;
  count: number;
}

function means(points: readonly TrendPoint[]): Map<number, Mean> {
  const groups = new Map<number, Mean>();
  for (const { at, group, value } of points) {
    const mean = groups.get(group) ?? { at: 0, value: 0, count: 0 };
    groups.set(group, { at: mean.at + at, value: mean.value + value, count: mean.count + 1 });
  }
  for (const mean of groups.values()) {
    mean.at /= mean.count;
    mean.value /= mean.count;
  }
  return groups;
}

/** Upper 10 % point of Student's t (Abramowitz and Stegun 26.7.5); exact for one and two degrees of freedom. */
export function studentUpper(free: number): number {
  if (free === 1) return Math.tan(0.4 * Math.PI);
  if (free === 2) return 0.8 * Math.sqrt(2 / (1 - 0.8 ** 2));
  const z2 = Z * Z;
  const g1 = (z2 + 1) / 4;
  const g2 = ((5 * z2 + 16) * z2 + 3) / 96;
  const g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  const g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
  return Z * (1 + g1 / free + g2 / free ** 2 + g3 / free ** 3 + g4 / free ** 4);
}
