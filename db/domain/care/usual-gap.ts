import { addDays, daysBetween } from '../calendar/business-day';
import type { BusinessDate } from '../units';

/** A habit shows from four visits on: three gaps. */
export const HABIT_VISITS = 4;
/** Nobody is missed before two weeks are over, however often they come. */
export const SILENT_AT_LEAST = 14;

/**
 * The usual gap between two visits in days: the median of those between `days`, distinct and newest first,
 * the lower one of two in the middle. Null below four visits.
 */
export function usualGap(days: readonly BusinessDate[]): number | null {
  if (days.length < HABIT_VISITS) return null;
  const gaps = days.slice(1).map((day, index) => daysBetween(day, days[index] ?? day));
  return usualOf(gaps.sort((a, b) => a - b));
}

/** The median of gaps that stand in order, the lower one of two in the middle; null where there are none. */
export const usualOf = (gaps: ArrayLike<number>): number | null => gaps[(gaps.length - 1) >> 1] ?? null;

/** Days of silence from which somebody is missed: more than twice their own usual gap, and two weeks (S18). */
export const missedAfter = (usual: number): number => Math.max(SILENT_AT_LEAST, 2 * usual + 1);

/** The first day on which somebody is missed. */
export const missedFrom = (lastVisit: BusinessDate, usual: number): BusinessDate =>
  addDays(lastVisit, missedAfter(usual));
