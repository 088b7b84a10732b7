import { endOfMonthAfter } from '../calendar/business-day';
import type { PointsRules, Rate } from '../settings/shop-rules';
import { type BusinessDate, type Fen, type Points, points } from '../units';
import { after, type EntryDraft, entries, type Holdings, takeSoonestFirst } from './ledger';
import { floorShare } from './share';

const AS_IT_IS: Rate = { up: 1, per: 1 };

/** Both, one after the other. Rates of a shop are small, so the products stay exact. */
export const times = (a: Rate, b: Rate): Rate => ({ up: a.up * b.up, per: a.per * b.per });

export const higherRate = (a: Rate, b: Rate): boolean => a.up * b.per > b.up * a.per;

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
