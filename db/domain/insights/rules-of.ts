import type { ChoiceFact, Condition, NumberFact, SegmentRule, YesFact } from '../segments/segment';
import { PIPELINE_STEPS, type PipelineStep } from './pipeline';
import {
  CLASSES,
  type CustomerClass,
  type Relation,
  type RfmGroup,
  type Stage,
  type Trait,
  type ValueLevel,
} from './words';

/** The rule behind each number of the views: it finds the members that the number counts. */
const allOf = (...conditions: readonly Condition[]): SegmentRule => ({
  all: conditions.map((condition) => ({ any: [condition] })),
});
const is = (fact: ChoiceFact, ...words: readonly string[]): Condition => ({
  kind: 'choice',
  fact,
  in: words,
  not: false,
});
const between = (fact: NumberFact, from: number | null, to: number | null): Condition => ({
  kind: 'number',
  fact,
  from,
  to,
  not: false,
});
const yes = (fact: YesFact): Condition => ({ kind: 'yes', fact, not: false });

export const ruleOfClass = (name: CustomerClass): SegmentRule => allOf(is('class', name));
export const ruleOfClassBefore = (name: CustomerClass): SegmentRule => allOf(is('class_before', name));

/** Who moved from one class to another since last week; `from` null = were no members then. */
export const ruleOfDrift = (from: CustomerClass | null, to: CustomerClass): SegmentRule =>
  allOf(
    from === null ? { ...is('class_before', ...CLASSES), not: true } : is('class_before', from),
    is('class', to),
  );

export const ruleOfValue = (value: ValueLevel): SegmentRule => allOf(is('value', value));
export const ruleOfStage = (stage: Stage): SegmentRule => allOf(is('stage', stage));
export const ruleOfRelation = (relation: Relation): SegmentRule => allOf(is('relation', relation));
export const ruleOfRfmGroup = (group: RfmGroup): SegmentRule => allOf(is('rfm_group', group));

/** A cell of the score grid: bands 1-5 of recency and frequency. */
export const ruleOfScores = (recency: number, frequency: number): SegmentRule =>
  allOf(between('recency_score', recency, recency), between('frequency_score', frequency, frequency));

export const ruleOfCluster = (cluster: number): SegmentRule => allOf(is('cluster', String(cluster)));
export const ruleOfTrait = (trait: Trait): SegmentRule => allOf(is('trait', trait));
/** Who has exactly so many of the four traits. */
export const ruleOfBaseScore = (score: number): SegmentRule => allOf(between('base_score', score, score));
/** Base customers: so many traits or more (`rules.baseFrom`). */
export const ruleOfBase = (from: number): SegmentRule => allOf(between('base_score', from, null));
export const RULE_OF_EXCLUDED: SegmentRule = allOf(yes('excluded'));
export const RULE_OF_WARNED: SegmentRule = allOf(yes('warned'));

/** Those of a class or stage of whom the model says something. */
export const ruleOfForetold = (rule: SegmentRule): SegmentRule => ({
  all: [...rule.all, ...allOf(between('alive_percent', 0, null)).all],
});
/** How likely they come again, in whole per cent, both ends included. */
export const ruleOfAlive = (from: number, to: number): SegmentRule =>
  allOf(between('alive_percent', from, to));

/** Who joined within so many days, today being the last of them. */
export const ruleOfJoined = (days: number): SegmentRule => allOf(between('member_days', null, days - 1));

const STEP_CONDITIONS: Readonly<Record<PipelineStep, (baseFrom: number) => Condition | null>> = {
  identify: () => null,
  contact: () => between('visits', 1, null),
  assess: () => between('visits', 2, null),
  maintain: () => is('relation', 'old'),
  raise: (baseFrom) => between('base_score', baseFrom, null),
};

/** Who has come to a step of the pipeline, of one source or of all (null); `baseFrom` is that of the rules (S26). */
export function ruleOfStep(step: PipelineStep, source: string | null, baseFrom: number): SegmentRule {
  const steps = PIPELINE_STEPS.slice(0, PIPELINE_STEPS.indexOf(step) + 1);
  const conditions = steps.flatMap((name) => STEP_CONDITIONS[name](baseFrom) ?? []);
  return allOf(...(source === null ? [] : [is('source', source)]), ...conditions);
}
