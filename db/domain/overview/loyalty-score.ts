import { type PercentWithin, tenths } from '../surveys/percent';

/** How loyal customers are, 0-100, and what that may really be. */
export interface LoyaltyScore {
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Satisfaction and repurchase in one number (S17): the mean of the share that is content and the share that
 * bought again, both in percent; words and deeds weigh alike, so that neither stands for the other. Null
 * unless both are known. The interval is that of a sum of two independent shares, made of their own.
 * Source: G. Y. Zou, A. Donner, Construction of confidence limits about effect measures: a general
 * approach, Statistics in Medicine 27 (2008).
 */
export function loyaltyScore(
  satisfaction: PercentWithin | null,
  repurchase: PercentWithin | null,
): LoyaltyScore | null {
  if (satisfaction === null || repurchase === null) return null;
  const score = (satisfaction.percent + repurchase.percent) / 2;
  const reach = (end: 'low' | 'high') =>
    Math.hypot(satisfaction.percent - satisfaction[end], repurchase.percent - repurchase[end]) / 2;
  return { score: tenths(score), low: tenths(score - reach('low')), high: tenths(score + reach('high')) };
}
