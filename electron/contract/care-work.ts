import { z } from 'zod';
import { OFF_LIST } from '../../db/domain/care/lists';
import {
  churnReasonShape,
  listChannelShape,
  outcomeShape,
  taskGone,
  taskKindShape,
  winBackCauseShape,
} from './care-shapes';
import { act, command, plain, query } from './rpc';
import { amount, count, dateShape, id, instantShape, line, prose } from './shapes';
import { ownCard } from './staff';

const share = z.strictObject({ bought: count, of: count });

/**
 * Why somebody is not on a list: what holds any contact back (`heldShape`); `incomplete` = no script of
 * their task can be filled; `spoken_to` = somebody has begun this very task with them already.
 */
const offListShape = z.enum(OFF_LIST);

/** The part of the care room that works with tasks: scripts, win-back, lists, plans, results. */
export const careWork = {
  /** A script as it would read for this member; variables in the language they are written in. */
  fillScript: query(
    z.strictObject({ memberId: id, taskId: id.nullable(), text: prose(1000) }),
    z.strictObject({ text: z.string(), missing: z.array(z.string()) }),
  ),
  /**
   * Lost, and why: chosen from the cause tree, with what is to be done (S62-S64, S90). Who has died has no
   * cause: this task and all other open ones of theirs are dropped, and nothing is made or said again.
   * Said by mistake, another reason takes it back: this task is open again.
   */
  setCause: command({
    input: z.strictObject({ taskId: id, churnReason: churnReasonShape, measure: prose(500) }),
    output: z.strictObject({ cause: winBackCauseShape.nullable() }),
    refusals: { ...taskGone, not_win_back: plain },
    changes: ['care', 'members'],
  }),
  /** The win-back coupon, from the giver's allowance; once per task (S50, S63). Its reason is the measure, which must be stored first. */
  giveWinBackCoupon: command({
    input: z.strictObject({ taskId: id }),
    output: z.strictObject({ couponId: id, code: z.string(), lastDay: dateShape }),
    refusals: {
      ...taskGone,
      template_gone: plain,
      template_over: z.strictObject({ lastDay: dateShape }),
      not_win_back: plain,
      reason_needed: plain,
      worth_unknown: plain,
      above_allowance: z.strictObject({ limit: amount, used: amount, worth: amount }),
      ...ownCard,
      given_already: plain,
    },
    changes: ['care', 'coupons', 'members'],
  }),
  /** What a list of these kinds would hold now, and who is held back and why. */
  previewList: query(
    z.strictObject({ channel: listChannelShape, kinds: z.array(taskKindShape).max(20) }),
    z.strictObject({
      ready: count,
      /** Members who are left off, by the first thing in the way. */
      held: z.array(z.strictObject({ why: offListShape, count })),
      /** The first text as it would be sent. */
      example: z.string().nullable(),
    }),
  ),
  /** Reserves a contact for everybody on it in one step; the file can be saved as often as needed. */
  makeList: command({
    input: z.strictObject({
      channel: listChannelShape,
      kinds: z.array(taskKindShape).max(20),
      /** What the preview said; another number is refused. */
      expected: count,
    }),
    output: z.strictObject({ listId: id, members: count }),
    refusals: { nobody: plain, members_changed: z.strictObject({ members: count }) },
    changes: ['care', 'members'],
  }),
  lists: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id,
        channel: listChannelShape,
        members: count,
        at: instantShape,
        staffName: z.string(),
        /** Given back because it was not sent. */
        notSent: z.boolean(),
      }),
    ),
  ),
  /** Writes phone, text, member number and name to a file of the person's choice, as often as wanted. */
  saveList: act({
    input: z.strictObject({ listId: id, format: z.enum(['csv', 'text']) }),
    output: z.strictObject({ path: z.string().nullable() }),
    refusals: {
      list_gone: plain,
      /** It was given back, so nothing of it may be sent. */
      given_back: plain,
      file_not_written: z.strictObject({ why: z.enum(['disk_full', 'not_writable']) }),
    },
  }),
  /** Nothing of it was sent: every contact goes back to its budget. */
  giveBackList: command({
    input: z.strictObject({ listId: id }),
    output: z.strictObject({ contacts: count }),
    refusals: { list_gone: plain, given_back: plain, sent_already: plain },
    changes: ['care', 'members'],
  }),
  /** The day's tasks as a text for the staff's group in WeCom or DingTalk, phones masked (S97). */
  groupText: query(z.strictObject({}), z.strictObject({ text: z.string() })),

  plans: query(
    z.strictObject({ memberId: id }),
    z.array(
      z.strictObject({
        id,
        what: z.string(),
        everyMonths: count,
        nextOn: dateShape.nullable(),
        ended: z.boolean(),
      }),
    ),
  ),
  addPlan: command({
    input: z.strictObject({
      memberId: id,
      what: line(120),
      everyMonths: z.int().min(1).max(60),
      firstOn: dateShape,
    }),
    output: z.strictObject({ planId: id }),
    refusals: { member_gone: plain, text_needed: plain, due_in_past: plain },
    changes: ['care'],
  }),
  endPlan: command({
    input: z.strictObject({ planId: id }),
    output: z.strictObject({}),
    refusals: { plan_gone: plain },
    changes: ['care'],
  }),

  /** What came of it: bought again within 30 days, against those whom the lot left out; and the outcomes. */
  results: query(
    z.strictObject({ from: dateShape, to: dateShape }),
    z.strictObject({
      kinds: z.array(
        z.strictObject({
          kind: taskKindShape,
          made: count,
          contacted: count,
          done: count,
          lapsed: count,
          dropped: count,
          /** Of those contacted whose 30 days are over. */
          contactedBought: share,
          /**
           * Of those with a task, contacted or not, and of those left out by lot, whose 30 days since it fell
           * due are over: only these two compare. Null for kinds of which nobody is ever left out.
           */
          taskedBought: share.nullable(),
          controlBought: share.nullable(),
          /** In percent, the 95 % intervals of these shares (Wilson). */
          contactedInterval: z.tuple([z.number(), z.number()]).nullable(),
          taskedInterval: z.tuple([z.number(), z.number()]).nullable(),
          controlInterval: z.tuple([z.number(), z.number()]).nullable(),
        }),
      ),
      outcomes: z.array(z.strictObject({ outcome: outcomeShape, count })),
      /** Why people left (S90), beside the shares of the source. */
      churnReasons: z.array(z.strictObject({ reason: churnReasonShape, count, reference: count })),
    }),
  ),
};
