import type { ComplaintRules } from '../settings/shop-rules';
import type { Instant } from '../units';
import { type Clock, type Counting, type Due, dueAfter } from './clocks';

const HOUR_MS = 3_600_000;

/** So long before a clock runs out somebody is warned, though never before three quarters of it have passed. */
const LEAD_MS: Readonly<Record<Clock, number>> = { response: 2 * HOUR_MS, resolution: 24 * HOUR_MS };

export function leadOf(
  clock: Clock,
  rules: Pick<ComplaintRules, 'responseHours' | 'resolutionHours'>,
): number {
  const given = clock === 'response' ? rules.responseHours : rules.resolutionHours;
  return Math.min(LEAD_MS[clock], (given * HOUR_MS) / 4);
}

/**
 * Time to warn that a complaint will be late: the lead is counted as the clock itself counts, so what is
 * due when the store opens is told of before it closes.
 */
export function isTimeToWarn(
  { clock, at }: Due,
  now: Instant,
  rules: Pick<ComplaintRules, 'responseHours' | 'resolutionHours'>,
  counting: Counting,
): boolean {
  return now <= at && dueAfter(clock, now, leadOf(clock, rules), counting).at >= at;
}
