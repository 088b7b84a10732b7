import { Z_95 } from '../statistics/proportion';
import { tenths } from './percent';
import { DETRACTS_TO, PROMOTES_FROM } from './survey';

/** Promoters minus detractors in percent, -100 to 100, with its 95 % interval. */
export interface Nps {
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** Of the three answers that are added for the interval, so many go to each end, the others to the middle. */
const ADDED = 3;
const ADDED_AT_EACH_END = ADDED / 4;

/**
 * NPS of answers 0-10, given by how often each was said; null for none at all.
 *
 * Each answer counts +1 (9-10), 0 (7-8) or -1 (0-6). With shares p of promoters and d of detractors the
 * score is p - d, its variance p + d - (p - d)^2, the interval score ± 1.96 sqrt(variance / n). Taken from
 * the bare shares that interval has no width when everybody says the same; so p, d and n are those with
 * three answers added, 3/4 of one at each end (adjusted Wald). The score itself stays what was answered,
 * and always lies within.
 * Source: B. Rocks, Interval estimation for the Net Promoter Score, The American Statistician 70 (2016).
 */
export function npsOf(recommendCounts: readonly number[]): Nps | null {
  const sum = (from: number, to: number) =>
    recommendCounts.slice(from, to + 1).reduce((total, count) => total + count, 0);
  const of = sum(0, 10);
  if (of === 0) return null;
  const [promoters, detractors] = [sum(PROMOTES_FROM, 10), sum(0, DETRACTS_TO)];
  const n = of + ADDED;
  const p = (promoters + ADDED_AT_EACH_END) / n;
  const d = (detractors + ADDED_AT_EACH_END) / n;
  const half = Z_95 * Math.sqrt((p + d - (p - d) ** 2) / n);
  const score = (promoters - detractors) / of;
  return {
    score: tenths(score * 100),
    low: tenths(Math.max(-1, Math.min(score, p - d - half)) * 100),
    high: tenths(Math.min(1, Math.max(score, p - d + half)) * 100),
    of,
  };
}
