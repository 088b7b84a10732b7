import { countsAgainstBudget, monthOf } from '../domain/care/budget';
import type { ContactChannel, Content, DropCause, Outcome, TaskKind, TaskState } from '../domain/care/task';
import type { BusinessDate } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { insertRows, prepared } from '../prepared';
import type { Tx } from '../schema';

/** A task to be made; the same member, kind and occasion are made once. */
export interface TaskDraft {
  readonly memberId: string;
  readonly kind: TaskKind;
  /** From `OCCASION`. */
  readonly occasion: string;
  readonly content: Content;
  readonly dueOn: BusinessDate;
  readonly lastDay: BusinessDate;
  /** Left out by lot when `control`. */
  readonly state?: 'open' | 'control';
  readonly note?: string;
  readonly purchaseId?: string;
  readonly complaintId?: string;
  readonly eventId?: string;
  readonly planId?: string;
  readonly usualDays?: number;
  readonly assignedTo?: string | null;
}

const INSERT = `insert into care_task (id, member_id, kind, occasion, content, due_on, last_day, state, note, purchase_id,
    complaint_id, event_id, plan_id, usual_days, assigned_to, rule_version, made_on, made_at, staff_id)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (member_id, kind, occasion) do nothing`;

/** Makes those that were not made before; answers the ids of the new ones, each with its draft. */
export function addTasks(
  tx: Tx,
  drafts: readonly TaskDraft[],
  stamp: Stamp,
): { readonly id: string; readonly draft: TaskDraft }[] {
  const insert = prepared(tx, INSERT);
  return drafts.flatMap((draft) => {
    const id = stamp.newId();
    const { changes } = insert.run(
      ...[id, draft.memberId, draft.kind, draft.occasion, draft.content, draft.dueOn, draft.lastDay],
      ...[draft.state ?? 'open', draft.note ?? '', draft.purchaseId ?? null, draft.complaintId ?? null],
      ...[draft.eventId ?? null, draft.planId ?? null, draft.usualDays ?? null, draft.assignedTo ?? null],
      ...[stamp.ruleVersion, stamp.today, stamp.now, stamp.staffId],
    );
    return changes === 0 ? [] : [{ id, draft }];
  });
}

/** How a task ends: done, lapsed, or dropped for a cause and, by hand, in somebody's words. */
export type Ending =
  | { readonly state: 'done' | 'lapsed' }
  | { readonly state: 'dropped'; readonly because: DropCause; readonly words?: string };

const END = `update care_task set state = ?, ended_at = ?, ended_because = ?, ended_words = ? where id = ? and state = 'open'`;

/** Ends open tasks; those that have ended stay as they are. */
export function endTasks(
  tx: Tx,
  taskIds: readonly string[],
  ending: Ending,
  stamp: Pick<Stamp, 'now'>,
): void {
  const end = prepared(tx, END);
  const [because, words] = ending.state === 'dropped' ? [ending.because, ending.words ?? ''] : [null, ''];
  for (const id of taskIds) end.run(ending.state, stamp.now, because, words, id);
}

const REOPEN = `update care_task set state = 'open', ended_at = null, ended_because = null, ended_words = '' where id = ?
  and state = ?`;

/** Takes an ending back: what was reported as sent was not, or the clock that let it lapse was wrong. */
export function reopenTasks(
  tx: Tx,
  taskIds: readonly string[],
  from: Exclude<TaskState, 'open' | 'control'>,
): void {
  const reopen = prepared(tx, REOPEN);
  for (const id of taskIds) reopen.run(id, from);
}

export async function putOffTask(tx: Tx, taskId: string, until: BusinessDate): Promise<void> {
  await tx.updateTable('care_task').set({ not_before: until }).where('id', '=', taskId).execute();
}

export async function assignTask(tx: Tx, taskId: string, staffId: string | null): Promise<void> {
  await tx.updateTable('care_task').set({ assigned_to: staffId }).where('id', '=', taskId).execute();
}

export interface NewContact {
  readonly memberId: string;
  readonly taskId: string | null;
  readonly listId: string | null;
  readonly direction: 'out' | 'in';
  readonly channel: ContactChannel;
  readonly content: Content;
  readonly wechatAdded: boolean;
  /** As it was said or sent. */
  readonly text: string;
}

/** Writes contacts down, in the budget's month of the stamp's day; they must have passed `decideContact`. */
export function appendContacts(tx: Tx, contacts: readonly NewContact[], stamp: Stamp): string[] {
  const rows = contacts.map((contact) => ({
    id: stamp.newId(),
    member_id: contact.memberId,
    task_id: contact.taskId,
    list_id: contact.listId,
    direction: contact.direction,
    channel: contact.channel,
    content: contact.content,
    counted: countsAgainstBudget(contact) ? 1 : 0,
    wechat_added: contact.wechatAdded ? 1 : 0,
    text: contact.text,
    month: monthOf(stamp.today),
    business_date: stamp.today,
    at: stamp.now,
    rule_version: stamp.ruleVersion,
    staff_id: stamp.staffId,
  }));
  for (const row of rows) insertRows(tx, 'care_contact', [row]);
  return rows.map(({ id }) => id);
}

export interface NewOutcome {
  readonly contactId: string;
  readonly outcome: Outcome;
  readonly note: string;
  readonly nextStep: string;
  readonly nextOn: BusinessDate | null;
}

export function appendOutcomes(
  tx: Tx,
  outcomes: readonly NewOutcome[],
  { now, staffId }: Pick<Stamp, 'now' | 'staffId'>,
): void {
  for (const { contactId, outcome, note, nextStep, nextOn } of outcomes)
    insertRows(tx, 'care_outcome', [
      {
        contact_id: contactId,
        outcome,
        note,
        next_step: nextStep,
        next_on: nextOn,
        at: now,
        staff_id: staffId,
      },
    ]);
}

/** The phone as it is now reached somebody else; one that is entered in its place is used again. */
export function markPhoneWrong(tx: Tx, memberId: string, { now }: Pick<Stamp, 'now'>): void {
  prepared(
    tx,
    `insert into wrong_phone (member_id, phone, at) select id, phone, ? from member where id = ? and phone is not null
      on conflict (member_id, phone) do nothing`,
  ).run(now, memberId);
}

/** It reached them after all. */
export function markPhoneRight(tx: Tx, memberId: string): void {
  prepared(
    tx,
    'delete from wrong_phone where member_id = ? and phone = (select phone from member where id = ?)',
  ).run(memberId, memberId);
}
