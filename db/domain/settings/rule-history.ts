import { addDays, type StoreCalendar, startOf } from '../calendar/business-day';
import type { BusinessDate, Instant } from '../units';
import { type RuleDifference, ruleDifferences } from './differences';
import { inForceOn, type Versioned } from './in-force';
import type { ShopRules } from './shop-rules';

export interface RuleVersion extends Versioned {
  readonly rules: ShopRules;
  readonly madeAt: Instant;
}

export const VERSION_STATES = ['first', 'past', 'in_force', 'planned', 'withdrawn', 'replaced'] as const;
/**
 * `first` is the oldest once others have followed. `withdrawn` and `replaced` were overtaken before
 * their day came: by the rules without them, or by another plan for that day.
 */
export type VersionState = (typeof VERSION_STATES)[number];

export interface VersionStory<V extends RuleVersion> {
  readonly of: V;
  readonly state: VersionState;
  /** Against the rules that were to hold on its day without it; empty for the first, and for one that withdraws another. */
  readonly changes: readonly RuleDifference[];
}

/** What became of every version, newest first. */
export function ruleHistory<V extends RuleVersion>(
  versions: readonly V[],
  { today, calendar }: { readonly today: BusinessDate; readonly calendar: StoreCalendar },
): VersionStory<V>[] {
  const inForce = inForceOn(versions, today)?.version;
  const oldestFirst = [...versions].sort((a, b) => a.version - b.version);
  const changesOf = (one: RuleVersion) => {
    const before = versionBefore(versions, one, calendar);
    return before === undefined ? [] : ruleDifferences(before.rules, one.rules);
  };
  const stateOf = (one: RuleVersion): VersionState => {
    if (one.version === inForce) return 'in_force';
    const next = oldestFirst.find(
      (other) =>
        other.version > one.version &&
        other.effectiveFrom === one.effectiveFrom &&
        !madeOnItsDay(other, calendar),
    );
    if (next !== undefined) return changesOf(next).length === 0 ? 'withdrawn' : 'replaced';
    if (one.effectiveFrom > today) return 'planned';
    return one === oldestFirst[0] ? 'first' : 'past';
  };
  return oldestFirst.map((one) => ({ of: one, state: stateOf(one), changes: changesOf(one) })).reverse();
}

/** A version for a day that has begun takes the place of what was in force; a plan, of what was the day before. */
function versionBefore(
  versions: readonly RuleVersion[],
  one: RuleVersion,
  calendar: StoreCalendar,
): RuleVersion | undefined {
  const earlier = versions.filter(({ version }) => version < one.version);
  const day = madeOnItsDay(one, calendar) ? one.effectiveFrom : addDays(one.effectiveFrom, -1);
  return inForceOn(earlier, day);
}

const madeOnItsDay = ({ madeAt, effectiveFrom }: RuleVersion, calendar: StoreCalendar): boolean =>
  madeAt >= startOf(effectiveFrom, calendar);
