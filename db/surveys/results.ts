import { type Period, periodBefore } from '../domain/calendar/period';
import type { Nps } from '../domain/surveys/nps';
import { type PercentWithin, percentWithin, tenths } from '../domain/surveys/percent';
import { countAnswers, type Said, shareOf, trendMonths } from '../domain/surveys/results';
import type { DimensionGroup } from '../domain/surveys/survey';
import type { BusinessDate } from '../domain/units';
import { billStands } from '../purchases/standing';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';

export interface SurveyResults {
  readonly answers: number;
  readonly targets: { readonly satisfaction: number; readonly loyalty: number; readonly wordOfMouth: number };
  readonly satisfaction: PercentWithin | null;
  readonly loyalty: PercentWithin | null;
  readonly wordOfMouth: PercentWithin | null;
  readonly nps: Nps | null;
  readonly satisfactionCounts: number[];
  readonly recommendCounts: number[];
  readonly dimensions: {
    readonly id: string;
    readonly group: DimensionGroup;
    readonly name: string;
    readonly mean: number;
    readonly of: number;
  }[];
  readonly months: {
    readonly month: string;
    readonly answers: number;
    readonly satisfaction: number | null;
    readonly wordOfMouth: number | null;
    readonly nps: number | null;
  }[];
}

/**
 * What customers said in a period beside the targets of today (rules, Surveys; S85, S88), and the year
 * up to its end month by month. Reads every bill of the period and of the one before: see `LongReads`.
 */
export async function surveyResults(
  db: Reader,
  { today, ...period }: Period & { readonly today: BusinessDate },
): Promise<SurveyResults> {
  const { rules } = await currentRules(db, today);
  const { counts, ...shares } = await sharesIn(db, period);
  return {
    ...shares,
    targets: rules.surveys.targets,
    satisfactionCounts: [...counts.satisfaction],
    recommendCounts: [...counts.recommend],
    dimensions: await scoresIn(db, period, rules.surveys.dimensions),
    months: await trendTo(db, period),
  };
}

/** The shares of a period alone, with what they are counted from. */
export async function sharesIn(db: Reader, period: Period) {
  const counts = countAnswers(await said(db, period));
  return {
    counts,
    answers: counts.answers,
    ...shareOf(counts),
    loyalty: await loyaltyIn(db, period),
  };
}

const SAID = `select satisfaction, recommend, count(*) as count from survey_answer
  where business_date between +? and +? group by satisfaction, recommend`;

const said = (db: Reader, { from, to }: Period): Promise<readonly Said[]> =>
  readOn(db, rows<Said>(SAID, from, to));

const BUYERS = `select distinct p.member_id from purchase p
  where p.business_date between +? and +? and ${billStands('p')}`;

const LOYALTY = `select count(*) as buyers, count(again.member_id) as again
  from (${BUYERS}) before left join (${BUYERS}) again on again.member_id = before.member_id`;

/** Of the buyers of the period before, those who bought again in this one; a bill that went back as a whole is none. */
export async function loyaltyIn(db: Reader, period: Period): Promise<PercentWithin | null> {
  const before = periodBefore(period);
  const [row] = await readOn(
    db,
    rows<{ buyers: number; again: number }>(LOYALTY, before.from, before.to, period.from, period.to),
  );
  return row === undefined ? null : percentWithin(row.again, row.buyers);
}

const SCORES = `select dimension, count(*) as count, sum(score) as sum from survey_score
  where dimension = ? and business_date between +? and +? group by dimension`;

/** The mean of every dimension that was scored; one that is asked about no more keeps its scores. */
async function scoresIn(
  db: Reader,
  { from, to }: Period,
  dimensions: readonly { readonly id: string; readonly group: DimensionGroup; readonly name: string }[],
): Promise<SurveyResults['dimensions']> {
  const scored: SurveyResults['dimensions'] = [];
  for (const { id, group, name } of dimensions) {
    // Ten statements of one index range each, in a thread of their own; one over all would read all days.
    const [row] = await readOn(db, rows<{ count: number; sum: number }>(SCORES, id, from, to));
    if (row !== undefined) scored.push({ id, group, name, mean: tenths(row.sum / row.count), of: row.count });
  }
  return scored;
}

const BY_MONTH = `select substr(business_date, 1, 7) as month, satisfaction, recommend, count(*) as count
  from survey_answer where business_date between +? and +? group by 1, 2, 3`;

async function trendTo(db: Reader, period: Period): Promise<SurveyResults['months']> {
  const months = trendMonths(period);
  const found = await readOn(
    db,
    rows<Said & { month: string }>(BY_MONTH, `${months[0] ?? ''}-01`, period.to),
  );
  return months.map((month) => {
    const counts = countAnswers(found.filter((row) => row.month === month));
    const { satisfaction, wordOfMouth, nps } = shareOf(counts);
    return {
      month,
      answers: counts.answers,
      satisfaction: satisfaction?.percent ?? null,
      wordOfMouth: wordOfMouth?.percent ?? null,
      nps: nps?.score ?? null,
    };
  });
}
