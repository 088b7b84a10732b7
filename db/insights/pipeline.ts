import { PIPELINE_STEPS, type PipelineStep } from '../domain/insights/pipeline';
import { STAGES_OF_RELATION } from '../domain/insights/relation';
import type { Source } from '../domain/members/sign-up';
import type { BusinessDate } from '../domain/units';
import { type Reading, readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';
import { baseScoreOf } from './base-score';

export interface Pipeline {
  readonly baseFrom: number;
  readonly sources: {
    /** Null = all of them together. */
    readonly source: Source | null;
    readonly steps: { readonly step: PipelineStep; readonly members: number }[];
  }[];
}

type SourceRow = Readonly<Record<PipelineStep, number>> & { readonly source: Source };

const OLD = STAGES_OF_RELATION.old.map((stage) => `'${stage}'`).join(', ');

/** One pass over everybody; every step asks for those before it, as its rule does (`ruleOfStep`). */
const BY_SOURCE = `select source, count(*) as identify, sum(visits >= 1) as contact, sum(visits >= 2) as assess,
    sum(old) as maintain, sum(old and score >= +?) as raise
  from (select m.source, l.visits, l.visits >= 2 and coalesce(i.stage in (${OLD}), 0) as old,
      coalesce(${baseScoreOf('i')}, 0) as score
    from member_lookup l cross join member m on m.n = l.n left join member_insight i on i.n = l.n)
  group by source order by identify desc, source`;

/** How far the members of each source have come (S26). */
export async function pipelineBySource(
  db: Reader,
  { today }: { readonly today: BusinessDate },
): Promise<Pipeline> {
  const { rules } = await currentRules(db, today);
  return readOn(db, pipelineOf(rules.insights.baseFrom));
}

function* pipelineOf(baseFrom: number): Reading<Pipeline> {
  const found = yield* rows<SourceRow>(BY_SOURCE, baseFrom);
  const stepsOf = (of: readonly SourceRow[]) =>
    PIPELINE_STEPS.map((step) => ({ step, members: of.reduce((sum, row) => sum + row[step], 0) }));
  return {
    baseFrom,
    sources: [
      { source: null, steps: stepsOf(found) },
      ...found.map((row) => ({ source: row.source, steps: stepsOf([row]) })),
    ],
  };
}
