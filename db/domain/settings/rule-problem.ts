import type { ShopRules } from './shop-rules';

export const RULE_NAMES = [
  'earn_rate',
  'redeem_rate',
  'redeem_step',
  'redeem_minimum',
  'complaint_hours',
  'tier_thresholds',
  'tier_multiplier',
  'gift_is_points',
  'member_day',
  'event_name',
  'event_span',
  'event_multiplier',
  'template_name',
  'template_terms',
  'template_validity',
  'template_twice',
  'trigger_twice',
  'opening_hours',
  'never_open',
  'reason_twice',
  'reason_name',
  'reason_removed',
  'reason_group_empty',
  'care_budget',
  'festival_name',
  'festival_day',
  'script_name',
  'script_text',
  'script_cause',
  'script_sells',
  'dimension_name',
  'band_span',
  'band_hint',
  'class_windows',
  'class_dormant',
  'value_shares',
  'lost_likely',
  'rfm_order',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** A rule that no bill could follow. */
export interface RuleProblem {
  readonly rule: RuleName;
  /**
   * Which rule it is about: `tiers.vip.money`; a coupon, a reason, a script by its id (`coupons.templates.apology.terms`),
   * an event by its place in the list (`earnEvents.0.to`), because its name may be what is wrong.
   */
  readonly at: string;
}

/** Collects what is wrong with one part of the rules. */
export type Complain = (wrong: boolean, rule: RuleName, at: string) => void;
export type Check = (rules: ShopRules, complain: Complain) => void;
