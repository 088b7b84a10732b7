import type { Condition, SegmentRule } from '../domain/segments/segment';
import type { Tier } from '../domain/tiers/tier';

/** For whom something is: by a rule, and where it is a saved segment's, by which. */
export interface Choice {
  readonly rule: SegmentRule;
  readonly segmentId: string | null;
}

export const choiceJson = ({ rule, segmentId }: Choice): string => JSON.stringify({ rule, segmentId });

/** How campaigns before saved segments said for whom they were; what is null or empty does not narrow it. */
interface Parts {
  readonly tiers: readonly Tier[];
  readonly boughtWithinDays: number | null;
  readonly silentForDays: number | null;
  readonly birthdayMonth: number | null;
  readonly minVisits: number | null;
  readonly tag: string | null;
  readonly marketingOnly: boolean;
}

/** What was stored, in whichever of the two ways; it was checked before it was stored. */
export function choiceFrom(json: string): Choice {
  const stored = JSON.parse(json) as Choice | Parts;
  return 'rule' in stored ? stored : { rule: ruleOfParts(stored), segmentId: null };
}

/** The same members as they were then: every part narrows, days are whole days back from the day it is asked. */
function ruleOfParts(parts: Parts): SegmentRule {
  const { tiers, boughtWithinDays, silentForDays, birthdayMonth, minVisits, tag, marketingOnly } = parts;
  const not = false;
  const number = (fact: NumberFactOfParts, from: number | null, to: number | null): Condition => ({
    ...{ kind: 'number', fact, from, to, not },
  });
  const conditions: Condition[] = [
    ...(tiers.length === 0 ? [] : [{ kind: 'choice', fact: 'tier', in: tiers, not } as const]),
    ...(boughtWithinDays === null ? [] : [number('silent_days', null, boughtWithinDays)]),
    ...(silentForDays === null ? [] : [number('silent_days', silentForDays, null)]),
    ...(birthdayMonth === null ? [] : [number('birthday_month', birthdayMonth, birthdayMonth)]),
    ...(minVisits === null ? [] : [number('visits', minVisits, null)]),
    ...(tag === null ? [] : [{ kind: 'text', fact: 'tag', is: tag, not } as const]),
    ...(marketingOnly ? [{ kind: 'yes', fact: 'agreed_to_marketing', not } as const] : []),
  ];
  return { all: conditions.map((condition) => ({ any: [condition] })) };
}

type NumberFactOfParts = 'silent_days' | 'birthday_month' | 'visits';
