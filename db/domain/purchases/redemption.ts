import type { InsufficientPoints } from '../points/redeem';
import { floorShare } from '../points/share';
import { type Refusal, refuse } from '../refusal';
import type { PointsRules } from '../settings/shop-rules';
import { type Fen, fen, type Points, points } from '../units';

/** The most points that a bill takes, and what stands in the way of more. */
export interface Most {
  readonly points: Points;
  /**
   * `balance` the member has no more, `share` the shop's share of a bill, `step` or `minimum` too few
   * for one step or for the least redemption, `nothing` the whole bill can be paid by points.
   */
  readonly limitedBy: 'balance' | 'share' | 'step' | 'minimum' | 'nothing';
}

export type RedemptionRefusal =
  | Refusal<'redeem_below_minimum', { minimum: Points }>
  | Refusal<'redeem_not_in_steps', { step: Points }>
  | Refusal<'redeem_above_share', { most: Points; percent: number }>
  | InsufficientPoints;

/** What points are worth in money, rounded down to whole fen. */
export function worthOf(redeemed: Points, rules: Pick<PointsRules, 'redeem'>): Fen {
  return fen(floorShare(redeemed, rules.redeem.worthFen, rules.redeem.points));
}

/** The most that `total`, the bill after discounts, takes of `usable` points. Source: rules "Points", redeem. */
export function mostRedeemable(total: Fen, usable: number, rules: PointsRules): Most {
  const share = shareCap(total, rules);
  const cap = Math.max(0, Math.min(usable, share));
  const most = inSteps(cap, rules);
  if (most === 0) return { points: points(0), limitedBy: nothingBecause(cap, usable, rules) };
  const paysAll = worthOf(points(most), rules) === total;
  return { points: points(most), limitedBy: paysAll ? 'nothing' : usable <= share ? 'balance' : 'share' };
}

function nothingBecause(cap: number, usable: number, rules: PointsRules): Most['limitedBy'] {
  if (usable <= 0) return 'balance';
  if (cap === 0) return 'share';
  return cap < rules.redeemMinimum ? 'minimum' : 'step';
}

/** Why so many points cannot be spent on this bill; undefined when they can. */
export function refusedRedemption(
  total: Fen,
  usable: number,
  redeem: Points,
  rules: PointsRules,
): RedemptionRefusal | undefined {
  if (redeem === 0) return undefined;
  if (redeem < rules.redeemMinimum) return refuse('redeem_below_minimum', { minimum: rules.redeemMinimum });
  if (redeem % rules.redeemStep !== 0) return refuse('redeem_not_in_steps', { step: rules.redeemStep });
  if (redeem > usable) return refuse('insufficient_points', { usable: points(usable), asked: redeem });
  const most = points(inSteps(shareCap(total, rules), rules));
  if (redeem > most) return refuse('redeem_above_share', { most, percent: rules.redeemMaxPercent });
  return undefined;
}

/** Points whose worth is the largest share of the bill that points may pay. */
function shareCap(total: Fen, rules: PointsRules): number {
  const share = floorShare(total, rules.redeemMaxPercent, 100);
  return floorShare(share, rules.redeem.points, rules.redeem.worthFen);
}

/** The largest redemption up to `cap` that is whole steps; none below the minimum. */
function inSteps(cap: number, { redeemStep, redeemMinimum }: PointsRules): number {
  const stepped = cap - (cap % redeemStep);
  return stepped < redeemMinimum ? 0 : stepped;
}

/** Up to three amounts to choose from: the least, about half of the most, the most. */
export function presetsUpTo(most: Points, rules: PointsRules): Points[] {
  if (most === 0) return [];
  const least = Math.max(1, Math.ceil(rules.redeemMinimum / rules.redeemStep)) * rules.redeemStep;
  const half = inSteps(Math.floor(most / 2), rules);
  return [...new Set([least, half, most])].filter((preset) => preset >= least).map(points);
}
