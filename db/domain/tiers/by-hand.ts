import { type NoParams, type Refusal, refuse } from '../refusal';
import type { BusinessDate } from '../units';
import { decideUp } from './judge';
import { protectedUntil, type Standing, type TierChange, type VersionedTierRules } from './standing';
import type { Tier } from './tier';
import { type TierBill, takingsOn } from './window';

export interface LevelByHand {
  readonly tier: Tier;
  /** False fixes the level: nothing automatic happens until `until` has passed. */
  readonly joinsAutomatic: boolean;
  /** Last day; null = as long as any protection when it joins, for good when it does not. */
  readonly until: BusinessDate | null;
  readonly reason: string;
}

export type ByHandRefusal = Refusal<'reason_needed', NoParams> | Refusal<'until_in_past', NoParams>;

/**
 * A level set by hand (rules, Tiers), with a reason. One that joins the
 * automatic rule is protected like any other and rises at once if the member has earned more already.
 * The same level may be set again, to protect it longer.
 */
export function decideByHand(asked: {
  readonly standing: Standing;
  readonly level: LevelByHand;
  readonly bills: readonly TierBill[];
  readonly today: BusinessDate;
  readonly rules: VersionedTierRules;
}): TierChange[] | ByHandRefusal {
  const { standing, level, bills, today, rules } = asked;
  if (level.reason.trim() === '') return refuse('reason_needed');
  if (level.until !== null && level.until < today) return refuse('until_in_past');
  const after: Standing = {
    tier: level.tier,
    since: level.tier === standing.tier ? standing.since : today,
    until: untilOf(level, today, rules),
    fixed: !level.joinsAutomatic,
  };
  const set: TierChange = {
    kind: 'by_hand',
    on: today,
    before: standing,
    after,
    takings: takingsOn(bills, today, rules.tiers),
    ruleVersion: rules.version,
    reason: level.reason,
  };
  const up = decideUp(after, bills, today, rules);
  return up === null ? [set] : [set, up];
}

function untilOf(
  level: LevelByHand,
  today: BusinessDate,
  { tiers }: VersionedTierRules,
): BusinessDate | null {
  if (!level.joinsAutomatic) return level.until;
  const protection = protectedUntil(level.tier, today, tiers);
  return protection === null ? null : (level.until ?? protection);
}
