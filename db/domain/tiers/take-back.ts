import { daysBetween } from '../calendar/business-day';
import type { BusinessDate } from '../units';
import { decideEnd, hasEnded } from './judge';
import type { RuleCalendar, Standing, TierChange } from './standing';
import { higherOf, rankOf } from './tier';
import { qualifiedBy, type TierBill, takingsOn } from './window';

/** No shop may take an upgrade back after more days. */
export const LONGEST_TAKE_BACK_DAYS = 366;

/** An automatic upgrade that still carries the present level. */
export interface Upgrade {
  readonly on: BusinessDate;
  readonly before: Standing;
}

/** The upgrades that carry the present level, newest last, out of the whole history, oldest first. */
export function upgradesOf(
  history: readonly Pick<TierChange, 'kind' | 'on' | 'before' | 'after'>[],
): Upgrade[] {
  let carried: Upgrade[] = [];
  for (const { kind, on, before, after } of history) {
    const last = carried.at(-1);
    if (kind === 'up') carried.push({ on, before });
    // One that was taken back in part still carries what is left of it.
    else if (kind !== 'taken_back') carried = [];
    else if (last?.before.tier === after.tier) carried.pop();
  }
  return carried;
}

/**
 * What a refund does to the level (rules, Tiers). An upgrade is taken back when it is no older than
 * `takeBackDays`, would not have come about without what went back, and has not been earned by other
 * bills since. The level returns to what it was, with its own protection, or as far as the rest still
 * carries it; the upgrade before it may fall with the same refund. A protection that has run out
 * meanwhile is judged today.
 */
export function decideTakeBack(asked: {
  readonly standing: Standing;
  /** Newest last. */
  readonly upgrades: readonly Upgrade[];
  /** As they are after the refund. */
  readonly bills: readonly TierBill[];
  readonly today: BusinessDate;
  readonly rules: RuleCalendar;
}): TierChange[] {
  const { standing, bills, today, rules } = asked;
  const { version, tiers } = rules.on(today);
  const takings = takingsOn(bills, today, tiers);
  const qualified = qualifiedBy(takings, tiers);
  const carriedOn = (day: BusinessDate) => {
    const then = rules.on(day).tiers;
    return rankOf(qualifiedBy(takingsOn(bills, day, then), then));
  };
  const changes: TierChange[] = [];
  let now = standing;
  for (const { on, before } of asked.upgrades.toReversed()) {
    const rank = rankOf(now.tier);
    if (daysBetween(on, today) > tiers.takeBackDays || carriedOn(on) >= rank || rankOf(qualified) >= rank)
      break;
    const tier = higherOf(before.tier, qualified);
    // Earned in part: the upgrade of that day stays, to a lower level.
    const after = tier === before.tier ? before : { ...now, tier };
    changes.push({
      kind: 'taken_back',
      on: today,
      before: now,
      after,
      takings,
      ruleVersion: version,
      reason: '',
    });
    now = after;
  }
  if (changes.length > 0 && hasEnded(now, today)) {
    changes.push(decideEnd(now, bills, today, rules.on(today)));
  }
  return changes;
}
