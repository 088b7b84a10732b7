import { addDays, addMonths, daysBetween, endOfMonthAfter } from '../calendar/business-day';
import { type Period, periodBefore } from '../calendar/period';
import type { BusinessDate } from '../units';

/**
 * With what a period is compared: `months` = as many whole months before, `same_days` = the same days of the
 * month before, `days` = as many days before.
 */
export const COMPARISONS = ['months', 'same_days', 'days'] as const;

export interface Compared extends Period {
  readonly how: (typeof COMPARISONS)[number];
}

/** The period as far as it has come: days that lie ahead would be compared with days that are over. */
export const soFar = ({ from, to }: Period, today: BusinessDate): Period => ({
  from,
  to: to > today && from <= today ? today : to,
});

/**
 * What a period is fairly compared with. Whole months with whole months, though they differ by days; the
 * first days of a month with the same days of the month before, as far as it has them; any other days with
 * as many days right before them.
 */
export function comparedWith(period: Period): Compared {
  const { from, to } = period;
  const months = wholeMonths(period);
  if (months > 0) return { from: addMonths(from, -months), to: addDays(from, -1), how: 'months' };
  if (from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7))
    return { from: addMonths(from, -1), to: addMonths(to, -1), how: 'same_days' };
  return { ...periodBefore(period), how: 'days' };
}

/** How many months it is whole: from a day to the eve of the same day of a later month; 0 when it is not. */
function wholeMonths({ from, to }: Period): number {
  const next = addDays(to, 1);
  const months = monthIndex(next) - monthIndex(from);
  return next.slice(8) === from.slice(8) ? months : 0;
}

const monthIndex = (date: BusinessDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Up to so many days are told one by one; more of them by months. */
const MOST_DAYS = 62;

/** How the days of a period are told apart. */
export const toldBy = ({ from, to }: Period): 'day' | 'month' =>
  daysBetween(from, to) < MOST_DAYS ? 'day' : 'month';

/** Every day of a period, or every month `YYYY-MM` that it touches. */
export function stepsOf(period: Period, by: 'day' | 'month'): string[] {
  const steps: string[] = [];
  if (by === 'day') for (let day = period.from; day <= period.to; day = addDays(day, 1)) steps.push(day);
  else
    for (let day = period.from; day.slice(0, 7) <= period.to.slice(0, 7); day = endOfMonthAfter(day, 1))
      steps.push(day.slice(0, 7));
  return steps;
}
