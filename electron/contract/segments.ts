import { z } from 'zod';
import { CLASSES, RFM_GROUPS, STAGES, VALUES } from '../../db/domain/insights/words';
import { LEFT_OUT } from '../../db/domain/segments/care';
import { MEMBER_ORDERS } from '../../db/domain/segments/order';
import { contentShape } from './care-shapes';
import { memberRow } from './members';
import { act, command, plain, query, room } from './rpc';
import { choiceShape, segmentRuleShape } from './segment-shapes';
import { amount, count, dateShape, id, instantShape, line, prose, signedAmount } from './shapes';

/** A member of a segment: what the counter sees, and what the last run said (null before the first one). */
const segmentMember = memberRow.omit({ match: true }).extend({
  joinedOn: dateShape,
  /** Whole days since the last visit; null for who never bought. */
  silentDays: count.nullable(),
  insight: z
    .strictObject({
      class: z.enum(CLASSES),
      classBefore: z.enum(CLASSES).nullable(),
      value: z.enum(VALUES),
      stage: z.enum(STAGES),
      rfmGroup: z.enum(RFM_GROUPS).nullable(),
      yearBills: count,
      yearSpent: signedAmount,
      spent: signedAmount,
      usualGap: count.nullable(),
      /** P(alive) per mille; null without a model. */
      alive: count.nullable(),
      /** Of the coming 12 months, discounted; null without a model. */
      expected: amount.nullable(),
      warned: z.boolean(),
    })
    .nullable(),
});
export type SegmentMember = z.output<typeof segmentMember>;

const size = {
  members: count,
  /** Of those, who agreed to marketing and has a phone that is not known to be wrong. */
  reachable: count,
};

const words = z.array(z.strictObject({ word: z.string(), members: count })).readonly();
const leftOut = z.array(z.strictObject({ why: z.enum(LEFT_OUT), count })).readonly();
const segmentGone = { segment_gone: plain };

/** Groups of members: built, counted, saved, listed, exported, and given something to do (S27). */
export const segmentsRoom = room(() => ({
  /** The saved ones by name, at once; how many each holds is told by `sizes`. */
  list: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id,
        name: z.string(),
        rule: segmentRuleShape,
        createdAt: instantShape,
        changedAt: instantShape,
        staffName: z.string(),
      }),
    ),
  ),
  sizes: query(z.strictObject({}), z.array(z.strictObject({ segmentId: id, ...size }))),
  /** How many there are, and the names of the first few. */
  count: query(
    z.strictObject({ rule: segmentRuleShape }),
    z.strictObject({ ...size, names: z.array(z.string()).max(5) }),
  ),
  members: query(
    z.strictObject({
      rule: segmentRuleShape,
      order: z.enum(MEMBER_ORDERS),
      offset: count,
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ total: count, rows: z.array(segmentMember) }),
  ),
  /** What there is to choose from, most used first. */
  vocabulary: query(
    z.strictObject({}),
    z.strictObject({
      tags: words,
      interests: words,
      occupations: words,
      /** Products of the last bills, with how many of these bills had them. */
      products: z.array(z.strictObject({ word: z.string(), bills: count })).readonly(),
      advisers: z.array(z.strictObject({ id, name: z.string(), members: count })).readonly(),
      /** Clusters of the last run; their names are in its finding. */
      clusters: z.array(z.strictObject({ cluster: count, members: count })).readonly(),
    }),
  ),
  /** A new one, or with an id another rule and name for one that is there. */
  save: command({
    input: z.strictObject({ segmentId: id.nullable(), name: line(40), rule: segmentRuleShape }),
    output: z.strictObject({ segmentId: id }),
    refusals: {
      ...segmentGone,
      name_needed: plain,
      name_taken: z.strictObject({ segmentId: id }),
    },
    changes: ['segments'],
  }),
  rename: command({
    input: z.strictObject({ segmentId: id, name: line(40) }),
    output: z.strictObject({}),
    refusals: {
      ...segmentGone,
      name_needed: plain,
      name_taken: z.strictObject({ segmentId: id }),
    },
    changes: ['segments'],
  }),
  /** Off the list; campaigns that were for it keep what they were. */
  putAway: command({
    input: z.strictObject({ segmentId: id }),
    output: z.strictObject({}),
    refusals: segmentGone,
    changes: ['segments'],
  }),
  /** All members of a rule as a table in a file of the person's choice; phones in full only when asked for. */
  saveMembers: act({
    input: z.strictObject({
      rule: segmentRuleShape,
      order: z.enum(MEMBER_ORDERS),
      /** What the file's name begins with: the segment's. */
      name: line(40),
      format: z.enum(['csv', 'xlsx']),
      phones: z.enum(['masked', 'full']),
    }),
    /** Null when the person chose no file. */
    output: z.strictObject({ path: z.string().nullable(), members: count }),
    refusals: {
      file_not_written: z.strictObject({ why: z.enum(['disk_full', 'not_writable']) }),
    },
  }),

  /** What giving everybody of it a care task would come to: who would get one, and who is left out and why. */
  previewCare: query(
    z.strictObject({ rule: segmentRuleShape, content: contentShape }),
    z.strictObject({ members: count, tasks: count, leftOut }),
  ),
  /**
   * A care task for everybody of it (S27). Whom it is for is fixed now; the tasks are made in short slices
   * after it, also over a restart. Consent, complaint and budget are judged again before each contact.
   */
  giveCare: command({
    input: z.strictObject({
      ...choiceShape,
      content: contentShape,
      /** What is to be done, in the words of whoever asks for it. */
      note: prose(500),
      dueOn: dateShape,
      /** Tasks that the preview promised. */
      expected: count,
    }),
    output: z.strictObject({ roundId: id, members: count }),
    refusals: {
      text_needed: plain,
      due_in_past: plain,
      nobody: plain,
      segment_changed: plain,
      members_changed: z.strictObject({ members: count }),
    },
    changes: ['care'],
  }),
  /** The last rounds of care, newest first, with what has become of them. */
  rounds: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id,
        /** The segment's name; null for a rule that was never saved. */
        segment: z.string().nullable(),
        content: contentShape,
        note: z.string(),
        dueOn: dateShape,
        state: z.enum(['running', 'done']),
        members: count,
        /** So many have been come to; all when it is done. */
        done: count,
        made: count,
        leftOut,
        at: instantShape,
        staffName: z.string(),
      }),
    ),
  ),
}));
