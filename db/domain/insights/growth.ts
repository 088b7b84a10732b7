import { addMonths } from '../calendar/business-day';
import type { TaskKind } from '../care/task';
import { type BusinessDate, businessDate } from '../units';

/** Tasks that are work with new members (S98): the question after the first purchase, and those who have not bought yet. */
export const NEW_MEMBER_KINDS: readonly TaskKind[] = ['first_purchase', 'nurture'];

const GROWTH_MONTHS = 12;

/** The last 12 months as `YYYY-MM`, that of `today` last. */
export function lastMonths(today: BusinessDate): string[] {
  const first = businessDate(`${today.slice(0, 7)}-01`);
  return Array.from({ length: GROWTH_MONTHS }, (_, place) =>
    addMonths(first, place - GROWTH_MONTHS + 1).slice(0, 7),
  );
}
