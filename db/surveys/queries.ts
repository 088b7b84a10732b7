import { sql } from 'kysely';
import { DETRACTS_TO, LOW_TO, type SurveyChannel } from '../domain/surveys/survey';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import { wasUndone } from '../purchases/standing';
import type { Reader } from '../schema';

/** An answer as it is listed; who was erased has neither name nor words. */
export interface AnswerRow {
  readonly id: string;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly satisfaction: number | null;
  readonly recommend: number | null;
  /** 1-5 by dimension. */
  readonly scores: Record<string, number>;
  readonly note: string;
  readonly channel: SurveyChannel;
  /** The name of who served. */
  readonly servedBy: string;
  readonly at: Instant;
  readonly complaintId: string | null;
}

/** The member's newest answer with the business day on which they were asked; null when they never were. */
export async function lastAnswerOf(
  db: Reader,
  memberId: string,
): Promise<{ readonly askedOn: BusinessDate; readonly answer: AnswerRow } | null> {
  const row = await answers(db)
    .select('answer.business_date')
    .where('answer.member_id', '=', memberId)
    .orderBy('answer.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { askedOn: businessDate(row.business_date), answer: answerFrom(row) };
}

export interface AnswersAsked {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Those for which a complaint is offered (`isLow`). */
  readonly lowOnly: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Answers of a period, newest first. Which ones they are is read from one index, before any of them is read itself. */
export async function answersOf(
  db: Reader,
  { from, to, lowOnly, offset, limit }: AnswersAsked,
): Promise<{ total: number; rows: AnswerRow[] }> {
  let found = db
    .selectFrom('survey_answer')
    .where('business_date', '>=', from)
    .where('business_date', '<=', to);
  if (lowOnly)
    found = found.where((eb) =>
      eb.or([eb('satisfaction', '<=', LOW_TO), eb('recommend', '<=', DETRACTS_TO)]),
    );
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = found
    .select('seq')
    .orderBy('business_date', 'desc')
    .orderBy('seq', 'desc')
    .offset(offset)
    .limit(limit);
  const rows = await answers(db)
    .where('answer.seq', 'in', page)
    .orderBy('answer.business_date', 'desc')
    .orderBy('answer.seq', 'desc')
    .execute();
  return { total, rows: rows.map(answerFrom) };
}

/** Whose answer it is and what it has led to; undefined when there is none. */
export async function answerLink(
  db: Reader,
  answerId: string,
): Promise<{ readonly memberId: string | null; readonly complaintId: string | null } | undefined> {
  return await db
    .selectFrom('survey_answer')
    .select(['member_id as memberId', 'complaint_id as complaintId'])
    .where('id', '=', answerId)
    .executeTakeFirst();
}

/** Who sold a bill of this member that was not undone; undefined when there is no such bill. */
export async function sellerOf(
  db: Reader,
  purchaseId: string,
  memberId: string | null,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('purchase')
    .select('staff_id')
    .where('id', '=', purchaseId)
    .where('member_id', '=', memberId)
    .where(sql<boolean>`not ${sql.raw(wasUndone('purchase'))}`)
    .executeTakeFirst();
  return row?.staff_id;
}

/** True for a care task of this member. */
export async function isTaskOf(db: Reader, taskId: string, memberId: string | null): Promise<boolean> {
  const row = await db
    .selectFrom('care_task')
    .select('id')
    .where('id', '=', taskId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row !== undefined;
}

function answers(db: Reader) {
  return db
    .selectFrom('survey_answer as answer')
    .innerJoin('staff', 'staff.id', 'answer.served_by')
    .leftJoin('member', 'member.id', 'answer.member_id')
    .select([
      'answer.id',
      'answer.member_id',
      'member.name as member_name',
      'member.state as member_state',
      'answer.satisfaction',
      'answer.recommend',
      'answer.note',
      'answer.channel',
      'answer.complaint_id',
      'answer.at',
      'staff.name as served_by',
    ])
    .select(
      sql<string>`(select json_group_object(dimension, score) from survey_score
        where answer_id = answer.id)`.as('scores'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof answers>['executeTakeFirstOrThrow']>>;

function answerFrom(row: Row): AnswerRow {
  const erased = row.member_state === 'erased';
  return {
    id: row.id,
    memberId: row.member_id,
    memberName: erased ? null : row.member_name,
    satisfaction: row.satisfaction,
    recommend: row.recommend,
    scores: JSON.parse(row.scores) as Record<string, number>, // made by SQLite from checked columns
    note: erased ? '' : row.note,
    channel: row.channel,
    servedBy: row.served_by,
    at: instant(row.at),
    complaintId: row.complaint_id,
  };
}
