import { endOfMonthAfter } from '../calendar/business-day';
import type { PointsRules, Rate } from '../settings/shop-rules';
import type { Tier } from '../tiers/tier';
import { type BusinessDate, type Fen, type Points, points } from '../units';
import { after, type EntryDraft, entries, type Holdings, takeSoonestFirst } from './ledger';
import { floorShare } from './share';

const AS_IT_IS: Rate = { up: 1, per: 1 };

const EARN_MULTIPLIERS: Readonly<Record<Tier, Rate>> = { regular: AS_IT_IS, loyal: AS_IT_IS, vip: AS_IT_IS };
/** How many times the points a tier earns (rules "Tiers", right `earnMultiplier`); one until tiers have rights. */
export const earnMultiplier = (tier: Tier): Rate => EARN_MULTIPLIERS[tier];

/**
 * Points for one bill: earning base x rate x multiplier, rounded down once, here, at the end.
 * Source: rules "Points", earn.
 */
export function earnedPoints(
  base: Fen,
  rules: Pick<PointsRules, 'earn'>,
  multiplier: Rate = AS_IT_IS,
): Points {
  return points(floorShare(base, rules.earn.points * multiplier.up, rules.earn.perFen * multiplier.per));
}

/** Last day of a lot earned on `earnedOn`: the end of the month, so many months later; null = never lapses. */
export function lotLastDay(
  earnedOn: BusinessDate,
  rules: Pick<PointsRules, 'expiryMonths'>,
): BusinessDate | null {
  return rules.expiryMonths === 0 ? null : endOfMonthAfter(earnedOn, rules.expiryMonths);
}

/** A new lot of `earned` points; a debt is settled from it in an entry of its own. Nothing earned, nothing written. */
export function decideEarn(
  holdings: Holdings,
  {
    kind,
    earned,
    earnedOn,
    lastDay,
    lotId,
    reason = '',
  }: {
    readonly kind: 'earn' | 'opening' | 'adjust';
    readonly earned: Points;
    readonly earnedOn: BusinessDate;
    readonly lastDay: BusinessDate | null;
    readonly lotId: string;
    readonly reason?: string;
  },
): EntryDraft[] {
  const lot = { id: lotId, earnedOn, lastDay, revivesId: null };
  const credit = entries(kind, [{ to: 'new_lot', lot, points: earned }], { reason });
  return [...credit, ...decideSettle(after(holdings, credit))];
}

/**
 * What is owed is paid from what is there, soonest lapse first: an entry of zero points that moves
 * them from lots to the debt. Follows every credit, so nobody both owes and holds points.
 */
export function decideSettle(holdings: Holdings): EntryDraft[] {
  const taken = takeSoonestFirst(holdings, holdings.owed);
  const settled = -taken.reduce((sum, move) => sum + move.points, 0);
  return entries('settle', [...taken, { to: 'debt', points: points(settled) }]);
}
