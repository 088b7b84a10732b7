import { z } from 'zod';
import {
  churnReasonShape,
  contactChannelShape,
  contentShape,
  dropCauseShape,
  outcomeShape,
  taskGone,
  taskKindShape,
  taskStateShape,
  winBackCauseShape,
} from './care-shapes';
import { careWork } from './care-work';
import { complaintStateShape } from './complaint-shapes';
import { command, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, line, prose, tierShape } from './shapes';

/** Why a contact is not made now; each says what would end it. */
export const heldShape = z.discriminatedUnion('why', [
  /** The month's contacts are used; `from` is the first day of the next month. */
  z.strictObject({
    why: z.literal('budget'),
    used: count,
    allowed: count,
    from: dateShape,
    /** The offer waits although a contact is left: it is kept for this service task, due in the same month. */
    keptFor: taskKindShape.nullable(),
  }),
  /** Nobody is disturbed until then. */
  z.strictObject({ why: z.literal('quiet'), until: instantShape }),
  /** An offer needs marketing consent; who has withdrawn the consent to their data hears nothing at all. */
  z.strictObject({ why: z.literal('no_consent') }),
  /** No sales message until the complaint is closed. */
  z.strictObject({ why: z.literal('open_complaint'), number: count }),
  /** No phone is known, or the one known was wrong. */
  z.strictObject({ why: z.literal('no_phone') }),
  /** The member has died (`setCause`): nothing is ever said to them again. */
  z.strictObject({ why: z.literal('died') }),
  /** Put off by somebody. */
  z.strictObject({ why: z.literal('put_off'), until: dateShape }),
]);
export type Held = z.output<typeof heldShape>;

/** What is left of a member's month: the line "contact left this month: 1". */
const budgetShape = z.strictObject({
  used: count,
  allowed: count,
  left: count,
  /** Contacts without an answer since the last one that had one. */
  unanswered: count,
  /** The budget is the lowered one because of them (S59). */
  lowered: z.boolean(),
});
export type Budget = z.output<typeof budgetShape>;

const taskRow = z.strictObject({
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
  /** The same in days and figures, for the screen to say in its language; null where the kind has none. */
  facts: z.strictObject({
    /** The birthday, festival or anniversary; the last visit of who stays away; the day of joining of who never bought. */
    on: dateShape.nullable(),
    /** Since the last visit, or since joining, as of today. */
    silentDays: count.nullable(),
    /** Their usual (median) gap between two visits. */
    usualDays: count.nullable(),
    /** An anniversary's. */
    years: count.nullable(),
  }),
  state: taskStateShape,
  /** When it ended; `because` when it was dropped, `words` when somebody gave a reason. */
  ended: z
    .strictObject({ at: instantShape, because: dropCauseShape.nullable(), words: z.string() })
    .nullable(),
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

/** Everything that `decideContact` may answer instead of a contact. */
const heldRefusals = {
  held_back: heldShape,
};

export const careRoom = room(() => ({
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
        openComplaint: z
          .strictObject({ id, number: count, what: z.string(), state: complaintStateShape })
          .nullable(),
        /** The win-back coupon that was given for this task: once, so a withdrawn one is none to give again. */
        coupon: z.strictObject({ code: z.string(), lastDay: dateShape, withdrawn: z.boolean() }).nullable(),
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
    changes: ['care'],
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
    refusals: {
      contact_gone: plain,
      not_sent_stands: plain,
      /** They have answered it, so it was sent. */
      was_answered: plain,
      /** What came in by itself has no outcome. */
      came_in: plain,
      next_in_past: plain,
    },
    changes: ['care'],
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
    changes: ['care'],
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
    changes: ['care'],
  }),
  assign: command({
    input: z.strictObject({ taskId: id, staffId: id.nullable() }),
    output: z.strictObject({}),
    refusals: { ...taskGone, staff_gone: plain },
    changes: ['care'],
  }),

  ...careWork,
}));
