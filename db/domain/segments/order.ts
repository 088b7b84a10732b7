/** In which order the members of a segment are shown: the largest, latest or longest first, then the newest member. */
export const MEMBER_ORDERS = [
  'rank',
  'last_visit',
  'silent_days',
  'visits',
  'spent_12_months',
  'expected_money',
  'alive',
  'joined',
] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];
