import { addDays } from '../calendar/business-day';
import type { BusinessDate } from '../units';
import {
  protectedUntil,
  type RuleCalendar,
  type Standing,
  type TierChange,
  type VersionedTierRules,
} from './standing';
import { oneDown, rankOf } from './tier';
import { qualifiedBy, type TierBill, takingsOn } from './window';

/**
 * Up at once, over a level if so much was spent (rules, Tiers). Null when nothing more has been
 * reached, and for a level that is fixed: requalifying within a protection does not lengthen it.
 */
export function decideUp(
  before: Standing,
  bills: readonly TierBill[],
  day: BusinessDate,
  { version, tiers }: VersionedTierRules,
): TierChange | null {
  if (before.fixed) return null;
  const takings = takingsOn(bills, day, tiers);
  const tier = qualifiedBy(takings, tiers);
  if (rankOf(tier) <= rankOf(before.tier)) return null;
  const after: Standing = { tier, since: day, until: protectedUntil(tier, day, tiers), fixed: false };
  return { kind: 'up', on: day, before, after, takings, ruleVersion: version, reason: '' };
}

/**
 * The end of a protection, judged on `on`: the level is kept where it is still reached, otherwise it
 * goes down one level; both are protected anew. A level that was fixed joins the automatic rule again,
 * and may go up by it.
 */
export function decideEnd(
  before: Standing,
  bills: readonly TierBill[],
  on: BusinessDate,
  { version, tiers }: VersionedTierRules,
): TierChange {
  const takings = takingsOn(bills, on, tiers);
  const qualified = qualifiedBy(takings, tiers);
  const kept = rankOf(qualified) >= rankOf(before.tier);
  const tier = kept ? (before.fixed ? qualified : before.tier) : oneDown(before.tier);
  const after: Standing = {
    tier,
    since: tier === before.tier ? before.since : on,
    until: protectedUntil(tier, on, tiers),
    fixed: false,
  };
  const kind = before.fixed ? 'hand_ended' : kept ? 'kept' : 'down';
  return { kind, on, before, after, takings, ruleVersion: version, reason: '' };
}

/** True when the last protected day has passed. */
export const hasEnded = (
  standing: Standing,
  today: BusinessDate,
): standing is Standing & { readonly until: BusinessDate } =>
  standing.until !== null && standing.until < today;

export interface Overdue {
  readonly standing: Standing;
  readonly bills: readonly TierBill[];
  /** A day on which the member has certainly been judged. */
  readonly judgedOn: BusinessDate;
  readonly today: BusinessDate;
  readonly rules: RuleCalendar;
}

/**
 * Everything that has become due since the last judgement, in order: exactly what judging every single
 * day would have written, but only the days are looked at on which something can happen. Between two
 * looks there are no sales and no refunds (each of them looks first), and a window that only moves on
 * lifts nobody; so these are the ends of protections, the days of new rules (that of the last look
 * too: they may have come after it), and today.
 */
export function advanceTier({ standing, bills, judgedOn, today, rules }: Overdue): TierChange[] {
  const changes: TierChange[] = [];
  let now = standing;
  const write = (change: TierChange) => {
    changes.push(change);
    now = change.after;
  };
  for (const day of [...rules.changesBetween(judgedOn, today), today]) {
    while (hasEnded(now, day)) {
      // By the rules of the last protected day: a change on the day after must not make an early look differ from a late one.
      write(decideEnd(now, bills, addDays(now.until, 1), rules.on(now.until)));
    }
    const up = decideUp(now, bills, day, rules.on(day));
    if (up !== null) write(up);
  }
  return changes;
}

/** How a member stands after these changes. */
export const standingAfter = (standing: Standing, changes: readonly TierChange[]): Standing =>
  changes.at(-1)?.after ?? standing;
