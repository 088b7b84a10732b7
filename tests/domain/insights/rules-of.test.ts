import { PIPELINE_STEPS } from '@domain/insights/pipeline';
import * as rules from '@domain/insights/rules-of';
import { CLASSES, RELATIONS, RFM_GROUPS, STAGES, TRAITS, VALUES } from '@domain/insights/words';
import { flawIn } from '@domain/segments/flaw';
import type { SegmentRule } from '@domain/segments/segment';
import { describe, expect, it } from 'vitest';

const bands = [1, 2, 3, 4, 5];

describe('the rules behind the numbers', () => {
  it('mean something, every one: a list can be opened by it, saved and written to (S27)', () => {
    const all: SegmentRule[] = [
      ...CLASSES.flatMap((to) => [
        rules.ruleOfClass(to),
        rules.ruleOfClassBefore(to),
        ...[...CLASSES, null].map((from) => rules.ruleOfDrift(from, to)),
      ]),
      ...VALUES.map(rules.ruleOfValue),
      ...STAGES.map(rules.ruleOfStage),
      ...RELATIONS.map(rules.ruleOfRelation),
      ...RFM_GROUPS.map(rules.ruleOfRfmGroup),
      ...bands.flatMap((recency) => bands.map((frequency) => rules.ruleOfScores(recency, frequency))),
      ...[0, 6].map(rules.ruleOfCluster),
      ...TRAITS.map(rules.ruleOfTrait),
      ...[0, 4].flatMap((score) => [rules.ruleOfBaseScore(score), rules.ruleOfBase(score)]),
      ...[1, 31].map(rules.ruleOfJoined),
      rules.RULE_OF_EXCLUDED,
      rules.RULE_OF_WARNED,
      ...PIPELINE_STEPS.flatMap((step) => [
        rules.ruleOfStep(step, null, 3),
        rules.ruleOfStep(step, 'online_ad', 3),
      ]),
    ];
    for (const rule of all) expect({ rule, flaw: flawIn(rule) }).toEqual({ rule, flaw: undefined });
  });

  it('S26 each step of the pipeline asks for everything that the steps before it ask for', () => {
    for (const source of [null, 'referral']) {
      const asked = PIPELINE_STEPS.map((step) => rules.ruleOfStep(step, source, 3).all);
      for (const [at, groups] of asked.entries())
        expect(groups.slice(0, asked[at - 1]?.length ?? 0)).toEqual(asked[at - 1] ?? []);
    }
  });
});
