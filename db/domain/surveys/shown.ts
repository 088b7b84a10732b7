import { daysBetween } from '../calendar/business-day';
import { type BusinessDate, businessDate } from '../units';
import type { Dimension } from './survey';

/** Any day will do: the turns are counted from it. */
const FIRST_TURN = businessDate('2026-01-01');

/** So many dimensions stand on the survey at once; with more nobody would answer any. */
export const SHOWN_AT_ONCE = 3;

/**
 * The dimensions a survey shows at once, chosen anew each day: whoever counts days on sees every active
 * one, each as often as the others, so that all of them get scores and no survey gets long (S88).
 */
export function shownDimensions(dimensions: readonly Dimension[], today: BusinessDate): Dimension[] {
  const active = dimensions.filter((dimension) => dimension.active);
  if (active.length <= SHOWN_AT_ONCE) return active;
  const turn = daysBetween(FIRST_TURN, today) * SHOWN_AT_ONCE;
  const first = ((turn % active.length) + active.length) % active.length;
  return [...active, ...active].slice(first, first + SHOWN_AT_ONCE);
}
