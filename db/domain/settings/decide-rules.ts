import { type Refusal, refuse } from '../refusal';
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
  'event_span',
  'event_multiplier',
  'template_name',
  'template_terms',
  'template_validity',
  'template_twice',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** Points per fen, or fen per point: beyond this a large bill would leave what a number holds exactly. */
const MOST_PER_UNIT = 1000;

/**
 * Refuses rules that no bill could follow: a rate over nothing, a step or a minimum that the worth
 * of points cannot express in whole fen, a complaint to be resolved before it must be answered.
 */
export function decideRules(rules: ShopRules): ShopRules | Refusal<'invalid_rule', { rule: RuleName }> {
  const { points, complaints } = rules;
  if (points.earn.perFen <= 0 || points.earn.points > MOST_PER_UNIT * points.earn.perFen)
    return invalid('earn_rate');
  if (
    points.redeem.points <= 0 ||
    points.redeem.worthFen <= 0 ||
    points.redeem.worthFen > MOST_PER_UNIT * points.redeem.points
  )
    return invalid('redeem_rate');
  const stepWorth = points.redeemStep * points.redeem.worthFen;
  if (points.redeemStep <= 0 || stepWorth % points.redeem.points !== 0) return invalid('redeem_step');
  if (points.redeemMinimum % points.redeemStep !== 0) return invalid('redeem_minimum');
  if (complaints.resolutionHours < complaints.responseHours) return invalid('complaint_hours');
  return rules;
}

const invalid = (rule: RuleName) => refuse('invalid_rule', { rule });
