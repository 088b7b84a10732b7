import { earnedPoints, earnMultiplier } from '../points/earn';
import type { InsufficientPoints } from '../points/redeem';
import { floorShare } from '../points/share';
import { type Refusal, refuse } from '../refusal';
import type { PointsRules } from '../settings/shop-rules';
import type { Tier } from '../tiers/tier';
import { type Fen, fen, type Points, points } from '../units';

export interface Bill {
  /** The bill before points. */
  readonly total: Fen;
  /** Its lines, or none; given ones add up to the total. */
  readonly items: readonly { readonly amount: Fen; readonly earns: boolean }[];
}

/** The most points that this bill takes, and what stands in the way of more. */
export interface Most {
  readonly points: Points;
  /**
   * `balance` the member has no more, `share` the shop's share of a bill, `step` or `minimum` too few
   * for one step or for the least redemption, `nothing` the whole bill can be paid by points.
   */
  readonly limitedBy: 'balance' | 'share' | 'step' | 'minimum' | 'nothing';
}

export interface Quote {
  /** The bill as it is read out: total, less points, due. They add up. */
  readonly steps: readonly { readonly kind: 'total' | 'points' | 'due'; readonly amount: Fen }[];
  readonly due: Fen;
  readonly redeem: Points;
  readonly pointsWorth: Fen;
  readonly earningBase: Fen;
  readonly earned: Points;
  readonly most: Most;
  /** Up to three amounts that can be redeemed: the least, about half of the most, the most. */
  readonly presets: readonly Points[];
}

export type QuoteRefusal =
  | Refusal<'amount_needed', Record<string, never>>
  | Refusal<'lines_differ', { sum: Fen; total: Fen }>
  | Refusal<'redeem_below_minimum', { minimum: Points }>
  | Refusal<'redeem_not_in_steps', { step: Points }>
  | Refusal<'redeem_above_share', { most: Points; percent: number }>
  | InsufficientPoints;

/**
 * What a bill comes to, what it earns, and how many points it may take: the same function answers
 * at the counter while typing and in main when the sale is recorded. Source: rules "Points".
 */
export function quoteSale(
  asked: Bill & {
    /** Usable points, negative when owing. */
    readonly usable: number;
    readonly redeem: Points;
    readonly rules: PointsRules;
    readonly tier: Tier;
  },
): Quote | QuoteRefusal {
  const { total, items, usable, redeem, rules } = asked;
  if (total === 0) return refuse('amount_needed');
  const sum = items.reduce((whole, item) => whole + item.amount, 0);
  if (items.length > 0 && sum !== total) return refuse('lines_differ', { sum: fen(sum), total });

  const refused = refusedRedemption(asked);
  if (refused !== undefined) return refused;

  const pointsWorth = worthOf(redeem, rules);
  const due = fen(total - pointsWorth);
  const earningBase = earningBaseOf(asked, pointsWorth);
  const most = mostRedeemable(total, usable, rules);
  return {
    steps: [
      { kind: 'total', amount: total },
      ...(redeem > 0 ? [{ kind: 'points' as const, amount: fen(-pointsWorth) }] : []),
      { kind: 'due', amount: due },
    ],
    due,
    redeem,
    pointsWorth,
    earningBase,
    earned: earnedPoints(earningBase, rules, earnMultiplier(asked.tier)),
    most,
    presets: presetsUpTo(most.points, rules),
  };
}

/** What points are worth in money, rounded down to whole fen. */
export function worthOf(redeemed: Points, rules: Pick<PointsRules, 'redeem'>): Fen {
  return fen(floorShare(redeemed, rules.redeem.worthFen, rules.redeem.points));
}

/**
 * Paid money of the lines that earn. Points pay for earning and other lines in proportion; the odd
 * fen of that split falls on the others, in the customer's favour.
 */
function earningBaseOf({ total, items }: Bill, pointsWorth: Fen): Fen {
  const earning =
    items.length === 0 ? total : items.reduce((sum, item) => sum + (item.earns ? item.amount : 0), 0);
  return fen(earning - floorShare(pointsWorth, earning, total));
}

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

function refusedRedemption({
  total,
  usable,
  redeem,
  rules,
}: Parameters<typeof quoteSale>[0]): QuoteRefusal | undefined {
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

function presetsUpTo(most: Points, rules: PointsRules): Points[] {
  if (most === 0) return [];
  const least = Math.max(1, Math.ceil(rules.redeemMinimum / rules.redeemStep)) * rules.redeemStep;
  const half = inSteps(Math.floor(most / 2), rules);
  return [...new Set([least, half, most])].filter((preset) => preset >= least).map(points);
}
