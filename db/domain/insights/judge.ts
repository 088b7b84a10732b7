import type { InsightRules } from '../settings/shop-rules';
import { type Engagement, traitsOf } from './base';
import { boughtBetween } from './bought';
import { type ClassRules, classesAWeekBefore, classesOn } from './classes';
import { clustersOf } from './clusters';
import { cohortsOf } from './cohorts';
import { excludedSince, exclusionsOf } from './excluded';
import type { Findings } from './findings';
import { forecastOf } from './forecast';
import type { Histories } from './history';
import { type Judged, NONE } from './judged';
import { fitStore } from './models/fit-store';
import { usualGaps } from './models/usual-gaps';
import { paretoOf } from './pareto';
import { scoreRfm } from './rfm';
import { stagesOf } from './stage';
import { monthsBack, valuesOf, yearUpTo } from './value';
import { warnedOf } from './warned';

/** What is known of the members beside their bills, as columns in the order of `Histories.n`. */
export interface MemberFacts extends Engagement {
  /** The day of the last offer that was made because they stayed away; `NONE` without one (S05). */
  readonly offeredOn: Int32Array;
  /** 1 = of a level above regular. */
  readonly aboveRegular: Uint8Array;
}

/** The rules of insight, and the days after which care counts somebody as dormant. */
export type JudgingRules = InsightRules & Pick<ClassRules, 'dormantDays'>;

/** What can be said of the store out of its members' bills alone. */
export type BillFindings = Omit<Findings, 'products'>;

export interface Judgement {
  readonly judged: Judged;
  readonly findings: BillFindings;
}

/** Everything that is said of every member, and of the store, as of a day (days since 1970-01-01). */
export function judge(
  histories: Histories,
  asOf: number,
  facts: MemberFacts,
  rules: JudgingRules,
): Judgement {
  const classes = classesOn(histories, asOf, rules);
  const year = yearUpTo(histories, asOf);
  const value = valuesOf(year, rules.value);
  const usualGap = usualGaps(histories, asOf);
  const fit = fitStore(histories, asOf, rules);
  const window = boughtBetween(histories, monthsBack(asOf, rules.rfm.windowMonths), asOf);
  const rfm = scoreRfm(window, asOf, rules.rfm);
  const { cluster, finding: clusters } = clustersOf(window);
  const since = excludedSince(histories, asOf, facts.offeredOn, rules);
  const known = { class: classes, value, usualGap, ...fit.columns };
  return {
    judged: {
      ...known,
      ...rfm.columns,
      ...year,
      classBefore: classesAWeekBefore(histories, asOf, rules),
      excluded: Uint8Array.from(since, (day) => (day === NONE ? 0 : 1)),
      stage: stagesOf(histories, asOf, known, rules),
      traits: traitsOf(known, facts),
      cluster,
      warned: warnedOf(histories, asOf, known, facts.aboveRegular, {
        highPercent: rules.value.highPercent,
        dormantDays: rules.dormantDays,
      }),
    },
    findings: {
      rfm: rfm.finding,
      pareto: paretoOf(year.yearFen),
      cohorts: cohortsOf(histories, asOf),
      clusters,
      survival: fit.survival,
      model: fit.model,
      forecast: forecastOf(histories, asOf),
      exclusions: exclusionsOf(since, asOf),
    },
  };
}
