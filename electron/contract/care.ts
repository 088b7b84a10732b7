import { z } from 'zod';
import {
  churnReasonShape,
  contactChannelShape,
  contentShape,
  listChannelShape,
  outcomeShape,
  taskKindShape,
  taskStateShape,
  winBackCauseShape,
} from './care-shapes';
import { act, command, plain, query } from './rpc';
import { amount, count, dateShape, id, instantShape, line, prose, tierShape } from './shapes';

/** Why a contact is not made now; each says what would end it. */
export const heldShape = z.discriminatedUnion('why', [
  /** The month's contacts are used; `from` is the first day of the next month. */
  z.strictObject({ why: z.literal('budget'), used: count, allowed: count, from: dateShape }),
  /** Nobody is disturbed until then. */
  z.strictObject({ why: z.literal('quiet'), until: instantShape }),
  /** An offer needs marketing consent. */
  z.strictObject({ why: z.literal('no_consent') }),
  /** No sales message until the complaint is closed. */
  z.strictObject({ why: z.literal('open_complaint'), number: count }),
  /** No phone is known, or the one known was wrong. */
  z.strictObject({ why: z.literal('no_phone') }),
  /** Put off by somebody. */
  z.strictObject({ why: z.literal('put_off'), until: dateShape }),
]);
export type Held = z.output<typeof heldShape>;

/** What is left of a member's month: the line "contact left this month: 1". */
export const budgetShape = z.strictObject({
  used: count,
  allowed: count,
  left: count,
  /** Contacts without an answer since the last one that had one. */
  unanswered: count,
  /** The budget is the lowered one because of them (S59). */
  lowered: z.boolean(),
});
export type Budget = z.output<typeof budgetShape>;

export const taskRow = z.strictObject({
  id,
  kind: taskKindShape,
  content: contentShape,
  member: z.strictObject({
    id,
    name: z.string(),
    memberNo: z.string(),
    phoneMasked: z.string(),
    tier: tierShape,
  }),
  dueOn: dateShape,
  lastDay: dateShape,
  /** The fact it was made from, in the words of its kind: the product bought, the festival, the complaint. */
  about: z.string(),
  state: taskStateShape,
  held: heldShape.nullable(),
  assignedTo: z.strictObject({ id, name: z.string() }).nullable(),
});
export type TaskRow = z.output<typeof taskRow>;

const contactView = z.strictObject({
  id,
  taskId: id.nullable(),
  kind: taskKindShape.nullable(),
  direction: z.enum(['out', 'in']),
  channel: contactChannelShape,
  content: contentShape,
  counted: z.boolean(),
  wechatAdded: z.boolean(),
  text: z.string(),
  at: instantShape,
  staffName: z.string(),
  outcomes: z.array(
    z.strictObject({
      outcome: outcomeShape,
      note: z.string(),
      nextStep: z.string(),
      nextOn: dateShape.nullable(),
      at: instantShape,
      staffName: z.string(),
    }),
  ),
});
export type ContactView = z.output<typeof contactView>;

/** A script with its variables filled for one member; `missing` names those that nothing is known for. */
const filledScript = z.strictObject({
  scriptId: z.string(),
  name: z.string(),
  cause: winBackCauseShape.nullable(),
  content: contentShape,
  text: z.string(),
  missing: z.array(z.string()),
});

const share = z.strictObject({ bought: count, of: count });

const taskGone = { task_gone: plain, not_open: z.strictObject({ state: taskStateShape }) };

/** Everything that `decideContact` may answer instead of a contact. */
const heldRefusals = {
  held_back: heldShape,
};

export const careRoom = {
  /** What is due: `today` = ready now, `held` = held back with the reason, `done` = ended in the last 30 days. */
  tasks: query(
    z.strictObject({
      which: z.enum(['today', 'held', 'done']),
      kinds: z.array(taskKindShape).max(20),
      offset: count,
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ total: count, rows: z.array(taskRow) }),
  ),
  /** For the rail: due and ready today, held back today. */
  counts: query(z.strictObject({}), z.strictObject({ ready: count, held: count })),
  /** One task with all that a call needs: scripts filled, budget, what happened before. */
  task: query(
    z.strictObject({ taskId: id }),
    taskRow
      .extend({
        phone: z.string().nullable(),
        budget: budgetShape,
        scripts: z.array(filledScript),
        note: z.string(),
        cause: winBackCauseShape.nullable(),
        churnReason: churnReasonShape.nullable(),
        measure: z.string(),
        /** For a win-back: what it opens with (S62). */
        last: z.strictObject({ on: dateShape, product: z.string().nullable(), amount }).nullable(),
        openComplaint: z.strictObject({ id, number: count, what: z.string() }).nullable(),
        eventId: id.nullable(),
        contacts: z.array(contactView),
      })
      .nullable(),
  ),
  /** Beside the member's card: budget, open tasks, and every contact, newest first. */
  ofMember: query(
    z.strictObject({ memberId: id }),
    z.strictObject({ budget: budgetShape, tasks: z.array(taskRow), contacts: z.array(contactView) }),
  ),
  /** A script as it would read for this member; variables in the language they are written in. */
  fillScript: query(
    z.strictObject({ memberId: id, taskId: id.nullable(), text: prose(1000) }),
    z.strictObject({ text: z.string(), missing: z.array(z.string()) }),
  ),
  /** A call is begun or a text is copied for sending: this is what the budget counts. */
  contact: command({
    input: z.strictObject({
      taskId: id,
      channel: contactChannelShape,
      content: contentShape,
      text: prose(2000),
    }),
    output: z.strictObject({ contactId: id }),
    refusals: { ...taskGone, ...heldRefusals },
    changes: ['care', 'members'],
  }),
  recordOutcome: command({
    input: z.strictObject({
      contactId: id,
      outcome: outcomeShape,
      note: prose(500),
      nextStep: line(200),
      nextOn: dateShape.nullable(),
    }),
    output: z.strictObject({}),
    refusals: { contact_gone: plain, not_sent_stands: plain, next_in_past: plain },
    changes: ['care', 'members'],
  }),
  /** A touch that no task asked for: at the counter, by WeChat, on social media (S22, S56, S66). */
  recordTouch: command({
    input: z.strictObject({
      memberId: id,
      direction: z.enum(['out', 'in']),
      channel: contactChannelShape,
      content: contentShape,
      wechatAdded: z.boolean(),
      text: prose(2000),
    }),
    output: z.strictObject({ contactId: id }),
    refusals: { member_gone: plain, text_needed: plain, ...heldRefusals },
    changes: ['care', 'members'],
  }),
  /** A task that somebody wants done. */
  addTask: command({
    input: z.strictObject({
      memberId: id,
      dueOn: dateShape,
      content: contentShape,
      note: prose(500),
      assignedTo: id.nullable(),
    }),
    output: z.strictObject({ taskId: id }),
    refusals: { member_gone: plain, staff_gone: plain, text_needed: plain, due_in_past: plain },
    changes: ['care'],
  }),
  /** Lost, and why: chosen from the cause tree, with what is to be done (S62-S64, S90). */
  setCause: command({
    input: z.strictObject({ taskId: id, churnReason: churnReasonShape, measure: prose(500) }),
    output: z.strictObject({ cause: winBackCauseShape }),
    refusals: taskGone,
    changes: ['care'],
  }),
  /** The win-back coupon, from the giver's allowance; once per task (S50, S63). */
  giveWinBackCoupon: command({
    input: z.strictObject({ taskId: id }),
    output: z.strictObject({ couponId: id, code: z.string(), lastDay: dateShape }),
    refusals: {
      ...taskGone,
      template_gone: plain,
      template_over: z.strictObject({ lastDay: dateShape }),
      reason_needed: plain,
      worth_unknown: plain,
      above_allowance: z.strictObject({ limit: amount, used: amount, worth: amount }),
      given_already: plain,
    },
    changes: ['care', 'coupons', 'members'],
  }),
  putOff: command({
    input: z.strictObject({ taskId: id, until: dateShape }),
    output: z.strictObject({}),
    refusals: { ...taskGone, too_late: z.strictObject({ lastDay: dateShape }), due_in_past: plain },
    changes: ['care'],
  }),
  drop: command({
    input: z.strictObject({ taskId: id, reason: prose(500) }),
    output: z.strictObject({}),
    refusals: { ...taskGone, reason_needed: plain },
    changes: ['care', 'members'],
  }),
  assign: command({
    input: z.strictObject({ taskId: id, staffId: id.nullable() }),
    output: z.strictObject({}),
    refusals: { ...taskGone, staff_gone: plain },
    changes: ['care'],
  }),

  /** What a list of these kinds would hold now, and who is held back and why. */
  previewList: query(
    z.strictObject({ channel: listChannelShape, kinds: z.array(taskKindShape).max(20) }),
    z.strictObject({
      ready: count,
      held: z.array(z.strictObject({ why: z.string(), count })),
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
    refusals: { nobody: plain, members_changed: z.strictObject({ members: count }), needs_manager: plain },
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
  saveList: act({
    input: z.strictObject({ listId: id, format: z.enum(['csv', 'text']) }),
    output: z.strictObject({ path: z.string().nullable() }),
    refusals: { list_gone: plain, folder_unwritable: plain },
  }),
  /** Nothing of it was sent: every contact goes back to its budget. */
  giveBackList: command({
    input: z.strictObject({ listId: id }),
    output: z.strictObject({ contacts: count }),
    refusals: { list_gone: plain, sent_already: plain },
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
          /** Of those left out by lot whose 30 days are over; null for kinds that are never left out. */
          controlBought: share.nullable(),
          /** Shares in percent with their 95 % intervals (Wilson), and whether they differ for certain. */
          contactedInterval: z.tuple([z.number(), z.number()]).nullable(),
          controlInterval: z.tuple([z.number(), z.number()]).nullable(),
        }),
      ),
      outcomes: z.array(z.strictObject({ outcome: outcomeShape, count })),
      /** Why people left (S90), beside the shares of the source. */
      churnReasons: z.array(z.strictObject({ reason: churnReasonShape, count, reference: count })),
    }),
  ),
};
