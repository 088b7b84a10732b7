import { z } from 'zod';
import { SURVEY_CHANNELS } from '../../db/domain/surveys/survey';
import { command, plain, query } from './rpc';
import { count, dateShape, id, instantShape, line, prose } from './shapes';

export const surveyChannelShape = z.enum(SURVEY_CHANNELS);
const satisfaction = z.int().min(1).max(5);
const recommend = z.int().min(0).max(10);
/** Scores 1-5 by dimension. */
const scores = z.record(z.string().regex(/^[\w-]{1,60}$/), z.int().min(1).max(5));

/** A share with its 95 % interval (Wilson), all in percent with one decimal; null without answers. */
const percentWithin = z
  .strictObject({ percent: z.number(), low: z.number(), high: z.number(), of: count })
  .nullable();

const answerView = z.strictObject({
  id,
  memberId: id.nullable(),
  memberName: z.string().nullable(),
  satisfaction: satisfaction.nullable(),
  recommend: recommend.nullable(),
  scores,
  note: z.string(),
  channel: surveyChannelShape,
  servedBy: z.string(),
  at: instantShape,
  complaintId: id.nullable(),
});
export type SurveyAnswerView = z.output<typeof answerView>;

export const surveysRoom = {
  /** Whether this member may be asked now, and what they said last. */
  standing: query(
    z.strictObject({ memberId: id }),
    z.strictObject({
      askedOn: dateShape.nullable(),
      askAgainOn: dateShape.nullable(),
      last: answerView.nullable(),
    }),
  ),
  record: command({
    input: z.strictObject({
      memberId: id.nullable(),
      purchaseId: id.nullable(),
      taskId: id.nullable(),
      channel: surveyChannelShape,
      satisfaction: satisfaction.nullable(),
      recommend: recommend.nullable(),
      scores,
      note: prose(500),
      /** Null = who is at the counter. */
      servedBy: id.nullable(),
    }),
    output: z.strictObject({
      answerId: id,
      /** Satisfaction of 1-2 or a recommendation of 0-6: a complaint is offered. */
      low: z.boolean(),
    }),
    refusals: {
      empty_answer: plain,
      member_gone: plain,
      staff_gone: plain,
      dimension_gone: plain,
      purchase_gone: plain,
    },
    changes: ['surveys', 'members'],
  }),
  /** The complaint that a low score led to. */
  linkComplaint: command({
    input: z.strictObject({ answerId: id, complaintId: id }),
    output: z.strictObject({}),
    refusals: { answer_gone: plain, complaint_gone: plain },
    changes: ['surveys'],
  }),
  answers: query(
    z.strictObject({
      from: dateShape,
      to: dateShape,
      lowOnly: z.boolean(),
      offset: count,
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ total: count, rows: z.array(answerView) }),
  ),
  /** The three targets (S85) beside what is, NPS with its interval, dimensions, and the same month by month. */
  results: query(
    z.strictObject({ from: dateShape, to: dateShape }),
    z.strictObject({
      answers: count,
      targets: z.strictObject({ satisfaction: count, loyalty: count, wordOfMouth: count }),
      /** Share of 4-5. */
      satisfaction: percentWithin,
      /** Buyers of the period before who bought again in this one. */
      loyalty: percentWithin,
      /** Share of 9-10. */
      wordOfMouth: percentWithin,
      /** Promoters minus detractors, -100 to 100, with its 95 % interval. */
      nps: z.strictObject({ score: z.number(), low: z.number(), high: z.number(), of: count }).nullable(),
      /** How often each was answered. */
      satisfactionCounts: z.array(count).length(5),
      recommendCounts: z.array(count).length(11),
      dimensions: z.array(
        z.strictObject({
          id: z.string(),
          group: z.enum(['expected', 'exceeding']),
          name: z.string(),
          mean: z.number(),
          of: count,
        }),
      ),
      months: z.array(
        z.strictObject({
          month: z.string(),
          answers: count,
          satisfaction: z.number().nullable(),
          wordOfMouth: z.number().nullable(),
          nps: z.number().nullable(),
        }),
      ),
    }),
  ),
  /** Per member of staff: satisfaction, repurchase of whom they served, complaints on time (S86, S87). */
  ranking: query(
    z.strictObject({ from: dateShape, to: dateShape }),
    z.array(
      z.strictObject({
        staffId: id,
        name: z.string(),
        sales: count,
        answers: count,
        satisfaction: percentWithin,
        repurchase: percentWithin,
        complaintsOnTime: percentWithin,
        complaintsAbout: count,
        notes: z.array(
          z.strictObject({
            kind: z.enum(['reward', 'training', 'penalty']),
            note: z.string(),
            on: dateShape,
            by: z.string(),
          }),
        ),
      }),
    ),
  ),
  addStaffNote: command({
    input: z.strictObject({
      aboutStaffId: id,
      kind: z.enum(['reward', 'training', 'penalty']),
      note: prose(500),
    }),
    output: z.strictObject({}),
    refusals: { staff_gone: plain, text_needed: plain, needs_manager: plain },
    changes: ['surveys'],
  }),
  /** What was heard and what was changed since (S84), newest first, with the mean before and after. */
  changes: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id,
        heard: z.string(),
        changed: z.string(),
        dimension: z.string(),
        since: dateShape,
        staffName: z.string(),
        before: percentWithin,
        after: percentWithin,
      }),
    ),
  ),
  addChange: command({
    input: z.strictObject({ heard: prose(500), changed: prose(500), dimension: line(60), since: dateShape }),
    output: z.strictObject({}),
    refusals: { text_needed: plain },
    changes: ['surveys'],
  }),
};
