import { type Refusal, refuse } from '../refusal';
import type { PointsRules } from '../settings/shop-rules';
import type { Role } from '../staff/role';
import { refusedPoints, type SecondPerson, type SecondPersonNeeded } from '../staff/second-person';
import type { FourEyes } from '../staff/staff-rules';
import { type BusinessDate, type Points, points } from '../units';
import { decideEarn, lotLastDay } from './earn';
import { type EntryDraft, entries, type Holdings, takeSoonestFirst, usableOf } from './ledger';
import type { InsufficientPoints } from './redeem';

export type AdjustRefusal =
  | Refusal<'reason_needed', Record<string, never>>
  | Refusal<'nothing_to_adjust', Record<string, never>>
  | Refusal<'above_daily_limit', { limit: Points; used: Points }>
  | SecondPersonNeeded
  | InsufficientPoints;

/**
 * Points given or taken by hand. Given ones are a new lot with the shop's own lapse; taken ones go
 * soonest first. Refuses without a reason, below zero, and above what one cashier may adjust in a
 * day (both directions count; managers and owners have no such limit); above the owner's own limit two
 * people stand for it, whoever they are. Source: rules "Points", adjust; trust "People".
 */
export function decideAdjust(asked: {
  readonly holdings: Holdings;
  readonly points: Points;
  readonly reason: string;
  readonly by: { readonly role: Role; readonly adjustedToday: Points; readonly second: SecondPerson };
  readonly fourEyes: FourEyes;
  readonly rules: PointsRules;
  readonly today: BusinessDate;
  readonly lotId: string;
}): EntryDraft[] | AdjustRefusal {
  const { holdings, reason, by, rules, today } = asked;
  const size = points(Math.abs(asked.points));
  if (size === 0) return refuse('nothing_to_adjust');
  if (reason.trim() === '') return refuse('reason_needed');
  if (by.role === 'cashier' && by.adjustedToday + size > rules.adjustDailyLimit) {
    return refuse('above_daily_limit', { limit: rules.adjustDailyLimit, used: by.adjustedToday });
  }
  const alone = refusedPoints(size, asked.fourEyes, by.second);
  if (alone !== undefined) return alone;
  if (asked.points > 0) return givenByHand({ ...asked, points: size });
  const usable = usableOf(holdings, today);
  if (size > usable) return refuse('insufficient_points', { usable, asked: size });
  return entries('adjust', takeSoonestFirst(holdings, size), { reason });
}

/** A new lot with the shop's own lapse: points that a person gives, for a complaint too. */
export function givenByHand(gift: {
  readonly holdings: Holdings;
  readonly points: Points;
  readonly reason: string;
  readonly rules: PointsRules;
  readonly today: BusinessDate;
  readonly lotId: string;
}): EntryDraft[] {
  const { holdings, points: earned, reason, rules, today, lotId } = gift;
  const lastDay = lotLastDay(today, rules);
  return decideEarn(holdings, { kind: 'adjust', earned, earnedOn: today, lastDay, lotId, reason });
}
