import { weekdayOf } from '../calendar/business-day';
import type { MemberDayRules } from '../settings/shop-rules';
import type { BusinessDate } from '../units';

/** Whether a day is a member day (S48). A day of the month that a month does not have is not moved. */
export function isMemberDay(day: BusinessDate, rules: MemberDayRules): boolean {
  return (
    rules.dates.includes(day) ||
    rules.monthDays.includes(Number(day.slice(8))) ||
    rules.weekdays.includes(weekdayOf(day))
  );
}
