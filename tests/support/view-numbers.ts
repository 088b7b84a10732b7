import type { Growth } from '@db/insights/growth';
import type { Pipeline } from '@db/insights/pipeline';
import type { Views } from '@db/insights/views';
import {
  RULE_OF_EXCLUDED,
  ruleOfBase,
  ruleOfBaseScore,
  ruleOfClass,
  ruleOfClassBefore,
  ruleOfCluster,
  ruleOfDrift,
  ruleOfJoined,
  ruleOfRelation,
  ruleOfRfmGroup,
  ruleOfScores,
  ruleOfStage,
  ruleOfStep,
  ruleOfTrait,
  ruleOfValue,
} from '@domain/insights/rules-of';
import { RELATIONS } from '@domain/insights/words';
import type { SegmentRule } from '@domain/segments/segment';

/** A number that a screen shows, and the rule of the list that it opens. */
export interface ShownNumber {
  readonly what: string;
  readonly members: number;
  readonly rule: SegmentRule;
}

/** Every number of members that the views show. */
export function numbersOf(views: Views): ShownNumber[] {
  const { drift, base } = views;
  const shown = (what: string, members: number, rule: SegmentRule): ShownNumber => ({ what, members, rule });
  return [
    ...views.classes.flatMap(({ class: name, members, before }) => [
      shown(`class ${name}`, members, ruleOfClass(name)),
      shown(`class ${name} a week ago`, before, ruleOfClassBefore(name)),
    ]),
    ...[...drift.up, ...drift.down, ...drift.joined].map(({ from, to, members }) =>
      shown(`from ${from} to ${to}`, members, ruleOfDrift(from, to)),
    ),
    ...views.values.map(({ value, members }) => shown(`value ${value}`, members, ruleOfValue(value))),
    ...views.stages.map(({ stage, members }) => shown(`stage ${stage}`, members, ruleOfStage(stage))),
    ...RELATIONS.map((relation) => {
      const stages = views.stages.filter((one) => one.relation === relation);
      const members = stages.reduce((sum, one) => sum + one.members, 0);
      return shown(`relation ${relation}`, members, ruleOfRelation(relation));
    }),
    ...views.rfm.groups.map(({ group, members }) => shown(group, members, ruleOfRfmGroup(group))),
    ...views.rfm.grid.map(({ recency, frequency, members }) =>
      shown(`R${recency} F${frequency}`, members, ruleOfScores(recency, frequency)),
    ),
    ...views.clusters.map(({ cluster, members }) =>
      shown(`cluster ${cluster}`, members, ruleOfCluster(cluster)),
    ),
    shown('base customers', base.members, ruleOfBase(base.from)),
    ...base.scores.map(({ score, members }) => shown(`base ${score}`, members, ruleOfBaseScore(score))),
    ...base.traits.map(({ trait, members }) => shown(`trait ${trait}`, members, ruleOfTrait(trait))),
  ];
}

/** Who is excluded, and who joined this month. */
export const numbersOfSignUps = ({ signUps }: Growth): ShownNumber[] => [
  { what: 'excluded', members: signUps.excluded, rule: RULE_OF_EXCLUDED },
  { what: 'joined this month', members: signUps.joined, rule: ruleOfJoined(signUps.days) },
];

/** Every number of members that the pipeline shows. */
export const numbersOfPipeline = ({ baseFrom, sources }: Pipeline): ShownNumber[] =>
  sources.flatMap(({ source, steps }) =>
    steps.map(({ step, members }) => ({
      what: `${step} of ${source ?? 'all'}`,
      members,
      rule: ruleOfStep(step, source, baseFrom),
    })),
  );
