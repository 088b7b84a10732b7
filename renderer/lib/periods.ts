import { addDays, addMonths, endOfMonthAfter } from '@domain/calendar/business-day';
import type { Period } from '@domain/calendar/period';
import { type BusinessDate, businessDate } from '@domain/units';

/** Stretches of time that people ask about, each ending today or with a month. */
export const SPANS = ['days30', 'days90', 'month', 'lastMonth', 'year'] as const;
export type Span = (typeof SPANS)[number];

const firstOf = (date: BusinessDate): BusinessDate => businessDate(`${date.slice(0, 7)}-01`);

/** The business days of a span, seen from today; `year` = the twelve months up to today. */
export function periodOf(span: Span, today: BusinessDate): Period {
  switch (span) {
    case 'days30':
      return { from: addDays(today, -29), to: today };
    case 'days90':
      return { from: addDays(today, -89), to: today };
    case 'month':
      return { from: firstOf(today), to: today };
    case 'lastMonth':
      return { from: firstOf(addMonths(today, -1)), to: endOfMonthAfter(today, -1) };
    case 'year':
      return { from: addDays(addMonths(today, -12), 1), to: today };
  }
}
