import { addMonths } from '../calendar/business-day';
import type { BusinessDate } from '../units';

/** Something of a member's own that needs care every so many months (S53). */
export interface Plan {
  readonly firstOn: BusinessDate;
  /** 1-60. */
  readonly everyMonths: number;
}

/** Counted from the first day, so that a 31st is the last day of a short month and a 31st again after it. */
const occurrence = ({ firstOn, everyMonths }: Plan, index: number): BusinessDate =>
  addMonths(firstOn, index * everyMonths);

/** How many occurrences lie on or before a day. */
function occurrencesUntil(plan: Plan, day: BusinessDate): number {
  if (day < plan.firstOn) return 0;
  const monthOf = (date: BusinessDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const index = Math.floor((monthOf(day) - monthOf(plan.firstOn)) / plan.everyMonths);
  return occurrence(plan, index) <= day ? index + 1 : index;
}

/** The latest day on or before `today` on which it is due; null before its first. A task is made for each such day. */
export function planDueOn(plan: Plan, today: BusinessDate): BusinessDate | null {
  const until = occurrencesUntil(plan, today);
  return until === 0 ? null : occurrence(plan, until - 1);
}

/** The first day from `today` on, today included, on which it is due. */
export function nextPlanDay(plan: Plan, today: BusinessDate): BusinessDate {
  const last = planDueOn(plan, today);
  return last === today ? last : occurrence(plan, occurrencesUntil(plan, today));
}
