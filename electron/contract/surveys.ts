import { z } from 'zod';
import { STAFF_NOTE_KINDS } from '../../db/domain/surveys/staff-note';
import { SURVEY_CHANNELS } from '../../db/domain/surveys/survey';
import { command, plain, query, room } from './rpc';
import { count, dateShape, id, instantShape, line, prose } from './shapes';

const surveyChannelShape = z.enum(SURVEY_CHANNELS);
const satisfaction = z.int().min(1).max(5);
const recommend = z.int().min(0).max(10);
/** Scores 1-5 by dimension. */
const scores = z.record(z.string().regex(/^[\w-]{1,60}$/), z.int().min(1).max(5));

/** A share with its 95 % interval (Wilson), all in percent with one decimal; null without answers. */
export const percentWithin = z
  .strictObject({ percent: z.number(), low: z.number(), high: z.number(), of: count })
  .nullable();

/** Promoters minus detractors, -100 to 100, with its 95 % interval; null without answers. */
export const netScore = z
  .strictObject({ score: z.number(), low: z.number(), high: z.number(), of: count })
  .nullable();

const noteKind = z.enum(STAFF_NOTE_KINDS);

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

export const surveysRoom = room(() => ({
  /** When this member was asked last, from which day they may be asked again, and what they said; nulls = never. */
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
      /** Whom the answer is about; null = who made that sale, or who is at the counter where no sale is named. */
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
      /** Not among the dimensions that the shop asks about today. */
      dimension_gone: plain,
      /** No such bill, one of somebody else, or one that was undone. */
      purchase_gone: plain,
      /** No such care task of this member. */
      task_gone: plain,
    },
    changes: ['surveys', 'members'],
  }),
  /** The complaint that a low score led to; it belongs to the same member, and is said once. */
  linkComplaint: command({
    input: z.strictObject({ answerId: id, complaintId: id }),
    output: z.strictObject({}),
    refusals: { answer_gone: plain, complaint_gone: plain, linked_already: plain },
    changes: ['surveys'],
  }),
  /** Answers of these business days, newest first. */
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
  /** The three targets (S85) beside what is, NPS with its interval, dimensions; and the year up to `to` month by month. */
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
      nps: netScore,
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
  /**
   * Per member of staff: satisfaction, repurchase of whom they served, complaints on time (S86, S87). Whoever
   * is surest to leave customers content comes first: by the lower end of the interval.
   */
  ranking: query(
    z.strictObject({ from: dateShape, to: dateShape }),
    z.array(
      z.strictObject({
        staffId: id,
        name: z.string(),
        sales: count,
        answers: count,
        satisfaction: percentWithin,
        /** Of the members they served, those who bought again on a later day within 30 days; once these are over. */
        repurchase: percentWithin,
        /** Of the complaints they took, those answered and resolved in time. */
        complaintsOnTime: percentWithin,
        complaintsAbout: count,
        notes: z.array(
          z.strictObject({
            kind: noteKind,
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
      kind: noteKind,
      note: prose(500),
    }),
    output: z.strictObject({}),
    refusals: { staff_gone: plain, text_needed: plain },
    changes: ['surveys'],
  }),
  /** What was heard and what was changed since (S84), newest first, with the share of 4-5 in 90 days before and up to 90 since. */
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
    refusals: { text_needed: plain, dimension_gone: plain },
    changes: ['surveys'],
  }),
}));
