import type { NumberFact } from '@domain/segments/segment';

/** What the number of a fact counts, as it is said and typed. */
export type Unit =
  | 'visits'
  | 'money'
  | 'points'
  | 'coupons'
  | 'days'
  | 'years'
  | 'month'
  | 'band'
  | 'traits'
  | 'percent'
  | 'friends'
  | 'complaints'
  | 'stars'
  | 'tenths';

export const UNIT_OF: Readonly<Record<NumberFact, Unit>> = {
  visits: 'visits',
  visits_12_months: 'visits',
  spent: 'money',
  spent_12_months: 'money',
  average_ticket: 'money',
  points: 'points',
  usable_coupons: 'coupons',
  silent_days: 'days',
  usual_gap: 'days',
  member_days: 'days',
  age: 'years',
  birthday_month: 'month',
  joined_month: 'month',
  recency_score: 'band',
  frequency_score: 'band',
  money_score: 'band',
  base_score: 'traits',
  alive_percent: 'percent',
  expected_money: 'money',
  referrals: 'friends',
  completeness: 'percent',
  complaints_12_months: 'complaints',
  last_satisfaction: 'stars',
  last_recommend: 'tenths',
};
