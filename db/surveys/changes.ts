import type { Period } from '../domain/calendar/period';
import { type PercentWithin, percentWithin } from '../domain/surveys/percent';
import { aroundChange } from '../domain/surveys/results';
import { CONTENT_FROM } from '../domain/surveys/survey';
import { type BusinessDate, businessDate } from '../domain/units';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';

export interface ServiceChangeView {
  readonly id: string;
  readonly heard: string;
  readonly changed: string;
  /** Empty = satisfaction as a whole. */
  readonly dimension: string;
  readonly since: BusinessDate;
  readonly staffName: string;
  /** Share of 4-5 in the 90 days before, and in up to 90 days since. */
  readonly before: PercentWithin | null;
  readonly after: PercentWithin | null;
}

/** More than these nobody reads; what is older has long been overtaken by other changes. */
const MOST_CHANGES = 100;

/** What was heard, what was changed, and what customers said before and after (S84), the newest change first. */
export async function serviceChanges(db: Reader): Promise<ServiceChangeView[]> {
  const changes = await db
    .selectFrom('service_change as change')
    .innerJoin('staff', 'staff.id', 'change.staff_id')
    .select(['change.id', 'heard', 'changed', 'dimension', 'since', 'staff.name as staffName'])
    .orderBy('since', 'desc')
    .orderBy('seq', 'desc')
    .limit(MOST_CHANGES)
    .execute();
  const views: ServiceChangeView[] = [];
  for (const change of changes) {
    const since = businessDate(change.since);
    const { before, after } = aroundChange(since);
    views.push({
      ...change,
      since,
      before: await contentIn(db, change.dimension, before),
      after: await contentIn(db, change.dimension, after),
    });
  }
  return views;
}

const CONTENT = `select count(satisfaction) as answers, sum(satisfaction >= ${CONTENT_FROM}) as content
  from survey_answer where business_date between +? and +?`;
const CONTENT_WITH = `select count(*) as answers, sum(score >= ${CONTENT_FROM}) as content
  from survey_score where dimension = ? and business_date between +? and +?`;

async function contentIn(db: Reader, dimension: string, { from, to }: Period): Promise<PercentWithin | null> {
  const asked =
    dimension === ''
      ? rows<ContentRow>(CONTENT, from, to)
      : rows<ContentRow>(CONTENT_WITH, dimension, from, to);
  const [row] = await readOn(db, asked);
  return row === undefined ? null : percentWithin(row.content ?? 0, row.answers);
}

interface ContentRow {
  readonly answers: number;
  /** Null where there are no answers. */
  readonly content: number | null;
}
