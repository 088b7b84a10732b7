import { type NoParams, Refusal, refuse } from '../refusal';
import type { BusinessDate } from '../units';
import { carriedOver } from './carry-over';
import { decideRules } from './decide-rules';
import { inForceOn, type Versioned } from './in-force';
import type { RuleProblem } from './rule-problem';
import { same } from './same';
import type { ShopRules } from './shop-rules';

export interface PlannedRules extends Versioned {
  readonly rules: ShopRules;
}

/** Rules to be written as a version of their own. */
export interface VersionDraft {
  readonly rules: ShopRules;
  readonly effectiveFrom: BusinessDate;
}

export type ChangeRefusal =
  | Refusal<'effective_in_past', NoParams>
  | Refusal<'changed_meanwhile', NoParams>
  | Refusal<'invalid_rule', RuleProblem>
  | Refusal<'plan_conflict', { effectiveFrom: BusinessDate }>;

/**
 * A change of the rules from a day on, today or later: past entries are never
 * touched. What is planned for days after it follows the change, as far as the plan does not say
 * otherwise itself, in versions of its own. Nothing is written where nothing changes.
 */
export function decideRuleChange(asked: {
  readonly versions: readonly PlannedRules[];
  /** The newest version that the owner had seen. */
  readonly basedOn: number;
  readonly rules: ShopRules;
  readonly from: BusinessDate;
  readonly today: BusinessDate;
}): VersionDraft[] | ChangeRefusal {
  const { versions, rules, from, today } = asked;
  if (from < today) return refuse('effective_in_past');
  if (asked.basedOn !== newestOf(versions)) return refuse('changed_meanwhile');
  const before = inForceOn(versions, from)?.rules ?? rules;
  const decided = decideRules(rules, { before, from });
  if (decided instanceof Refusal) return decided;
  if (same(before, rules)) return [];
  const drafts: VersionDraft[] = [{ rules, effectiveFrom: from }];
  for (const plan of plansAfter(versions, from)) {
    const follows = carriedOver(before, rules, plan.rules);
    if (same(follows, plan.rules)) continue;
    const { effectiveFrom } = plan;
    const kept = decideRules(follows, { before: plan.rules, from: effectiveFrom });
    if (kept instanceof Refusal) return refuse('plan_conflict', { effectiveFrom });
    drafts.push({ rules: follows, effectiveFrom });
  }
  return drafts;
}

/** The newest version there is; 0 before the first. */
export const newestOf = (versions: readonly Versioned[]): number =>
  Math.max(0, ...versions.map(({ version }) => version));

/** What is planned for later days, soonest first, one version a day: the one that will be in force. */
export function plansAfter<V extends Versioned>(versions: readonly V[], day: BusinessDate): V[] {
  const days = versions.map(({ effectiveFrom }) => effectiveFrom).filter((later) => later > day);
  return [...new Set(days)]
    .sort()
    .map((later) => inForceOn(versions, later))
    .filter((version) => version !== undefined);
}

/** Plans that change something: one that was withdrawn lives on as a version that says the same as before it. */
export function standingPlans<V extends PlannedRules>(versions: readonly V[], today: BusinessDate): V[] {
  let before = inForceOn(versions, today)?.rules;
  return plansAfter(versions, today).filter(({ rules }) => {
    const stands = !same(before, rules);
    before = rules;
    return stands;
  });
}
