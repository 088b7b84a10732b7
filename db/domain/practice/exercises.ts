/** What is practised at the till, in the order of a first day. Source: S83 (two scenes), rules of each subject. */
export const EXERCISES = [
  'find',
  'sign_up',
  'sale',
  'coupon',
  'redeem',
  'receipt',
  'refund',
  'birthday',
  'discount',
  'fish_oil',
  'survey',
  'care_call',
  'day_close',
  'leaving',
] as const;
export type Exercise = (typeof EXERCISES)[number];

/** The steps of each exercise, in the order in which they are done; what is judged of them is in `judge.ts`. */
export const STEPS = {
  find: ['told_apart'],
  sign_up: ['signed_up', 'no_marketing'],
  sale: ['sold', 'discounted'],
  coupon: ['sold', 'coupon_used'],
  redeem: ['sold', 'most_redeemed'],
  receipt: ['sold', 'receipt_kept'],
  refund: ['half_back'],
  birthday: ['gift_given'],
  discount: ['sold', 'discounted', 'resolved'],
  fish_oil: ['logged', 'answered', 'compensated', 'resolved', 'closed'],
  survey: ['asked'],
  care_call: ['called', 'outcome_kept'],
  day_close: ['day_closed'],
  leaving: ['read'],
} as const satisfies Readonly<Record<Exercise, readonly string[]>>;
export type Step = (typeof STEPS)[Exercise][number];
/** Every step once, for the contract. */
export const ALL_STEPS: readonly Step[] = [
  ...new Set(EXERCISES.flatMap((exercise): readonly Step[] => STEPS[exercise])),
];

/** What was done otherwise than asked; each has words that say how to see it right. */
export const DIFFERENCES = [
  'other_member',
  'phone_differs',
  'marketing_unasked',
  'amount_differs',
  'discount_by_hand',
  'no_discount',
  'special_discounted',
  'coupon_unused',
  'fewer_points',
  'receipt_missing',
  'receipt_differs',
  'other_bill',
  'refund_differs',
  'coupon_not_gift',
  'gift_of_another',
  'complaint_nobody',
  'complaint_object',
  'complaint_reason',
  'answered_late',
  'gift_too_dear',
  'scores_differ',
  'not_by_phone',
  'other_day',
] as const;
export type DifferenceCode = (typeof DIFFERENCES)[number];
