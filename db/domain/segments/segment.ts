import type { Tier } from '../tiers/tier';

/**
 * Whom a list, a campaign or a plan is for (S27): every group must hold, within a group one condition is
 * enough. No group at all = every active member. Stored as JSON, compiled to one SQL statement.
 */
export interface SegmentRule {
  readonly all: readonly SegmentGroup[];
}
export interface SegmentGroup {
  readonly any: readonly Condition[];
}

/** One of several words, told by their ids. */
export const CHOICE_FACTS = [
  'tier',
  'class',
  'class_before',
  'value',
  'stage',
  'relation',
  'rfm_group',
  'trait',
  'cluster',
  'gender',
  'source',
  'adviser',
  'income',
  'education',
  'price_sensitivity',
  'need',
] as const;
export type ChoiceFact = (typeof CHOICE_FACTS)[number];

/** A whole number between two limits, both included; null = open. Money in fen, shares in per cent, times in days. */
export const NUMBER_FACTS = [
  'visits',
  'visits_12_months',
  'spent',
  'spent_12_months',
  'average_ticket',
  'points',
  'usable_coupons',
  'silent_days',
  'usual_gap',
  'member_days',
  'age',
  'birthday_month',
  'joined_month',
  'recency_score',
  'frequency_score',
  'money_score',
  'base_score',
  'alive_percent',
  'expected_money',
  'referrals',
  'completeness',
  'complaints_12_months',
  'last_satisfaction',
  'last_recommend',
] as const;
export type NumberFact = (typeof NUMBER_FACTS)[number];

/** True or not. */
export const YES_FACTS = [
  'agreed_to_marketing',
  'agreed_to_data',
  'has_phone',
  'has_birthday',
  'open_complaint',
  'warned',
  'excluded',
  'came_to_event',
] as const;
export type YesFact = (typeof YES_FACTS)[number];

/** What their record says in words of the shop. */
export const TEXT_FACTS = ['tag', 'occupation', 'interest'] as const;
export type TextFact = (typeof TEXT_FACTS)[number];

/** One thing about a member; `not` turns it round. What is unknown of a member does not hold, turned round it does. */
export type Condition =
  | {
      readonly kind: 'choice';
      readonly fact: ChoiceFact;
      readonly in: readonly string[];
      readonly not: boolean;
    }
  | {
      readonly kind: 'number';
      readonly fact: NumberFact;
      readonly from: number | null;
      readonly to: number | null;
      readonly not: boolean;
    }
  | { readonly kind: 'yes'; readonly fact: YesFact; readonly not: boolean }
  | { readonly kind: 'text'; readonly fact: TextFact; readonly is: string; readonly not: boolean }
  | {
      readonly kind: 'bought';
      readonly product: string;
      /** At least so many bills with it in the last so many days, today being one (S37: three milk teas a month). */
      readonly times: number;
      readonly withinDays: number;
      readonly not: boolean;
    };

export const EVERYBODY: SegmentRule = { all: [] };

/** Both must hold: whom one means among those of the other. */
export const within = (...rules: readonly SegmentRule[]): SegmentRule => ({
  all: rules.flatMap(({ all }) => all),
});

/** A rule of one group: one of these conditions is enough. */
export const where = (...any: readonly Condition[]): SegmentRule => ({ all: [{ any }] });

/** The members of one or several levels. */
export const ofTiers = (tiers: readonly Tier[]): SegmentRule =>
  tiers.length === 0 ? EVERYBODY : where({ kind: 'choice', fact: 'tier', in: tiers, not: false });

/** Those who said yes to marketing and have not taken it back (S28). */
export const AGREED: SegmentRule = where({ kind: 'yes', fact: 'agreed_to_marketing', not: false });
