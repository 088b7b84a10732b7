import { addDays, daysBetween } from '../calendar/business-day';
import type { BusinessDate } from '../units';

/** A habit shows from four visits on: three gaps. */
export const HABIT_VISITS = 4;
/** Nobody is missed before two weeks are over, however often they come. */
const SILENT_AT_LEAST = 14;

/**
 * The usual gap between two visits in days: the median of those between `days`, distinct and newest first,
 * the lower one of two in the middle. Null below four visits.
 */
export function usualGap(days: readonly BusinessDate[]): number | null {
  if (days.length < HABIT_VISITS) return null;
  const gaps = days.slice(1).map((day, index) => daysBetween(day, days[index] ?? day));
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? null;
}

/** The first day on which somebody is missed: more than twice their own usual gap has passed, and two weeks (S18). */
export const missedFrom = (lastVisit: BusinessDate, usual: number): BusinessDate =>
  addDays(lastVisit, Math.max(SILENT_AT_LEAST, 2 * usual + 1));
