import { daysBetween } from '../calendar/business-day';
import type { Period } from '../calendar/period';
import type { NumberFact, SegmentRule } from '../segments/segment';
import type { BusinessDate } from '../units';

/**
 * The rules that find whom the figures of a period count. Rules speak of today: how long somebody has been
 * silent by now. Of a period that is over they say something else, so a figure of it has no rule (null).
 */
const between = (fact: NumberFact, from: number, to: number): SegmentRule => ({
  all: [{ any: [{ kind: 'number', fact, from, to, not: false }] }],
});

const daysOf = ({ from, to }: Period): number => daysBetween(from, to);
const endsToday = ({ to }: Period, today: BusinessDate): boolean => to === today;

/** Who joined in the period; a day of joining stays, so of any period. */
export const ruleOfJoinedIn = ({ from, to }: Period, today: BusinessDate): SegmentRule | null =>
  to > today ? null : between('member_days', daysBetween(to, today), daysBetween(from, today));

/** Who bought in the period: their last purchase lies in it. */
export const ruleOfBuyers = (period: Period, today: BusinessDate): SegmentRule | null =>
  endsToday(period, today) ? between('silent_days', 0, daysOf(period)) : null;

/** Who is a customer at the end of the period. */
export const ruleOfCustomers = (
  period: Period,
  today: BusinessDate,
  dormantDays: number,
): SegmentRule | null => (endsToday(period, today) ? between('silent_days', 0, dormantDays - 1) : null);

/** Whose silence has come to the dormant days in the period, and lasts. */
export const ruleOfLost = (period: Period, today: BusinessDate, dormantDays: number): SegmentRule | null =>
  endsToday(period, today) ? between('silent_days', dormantDays, dormantDays + daysOf(period)) : null;
