import { sql } from 'kysely';
import type { Moment } from '../domain/care/contact';
import { draftList, type ListDraft, type ListEntry } from '../domain/care/lists';
import { offeredScripts } from '../domain/care/offered';
import type { ListChannel, Outcome, TaskKind } from '../domain/care/task';
import { businessDate, type Instant, instant } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { insertRows } from '../prepared';
import { type Reading, rows } from '../reading';
import type { Reader, Tx } from '../schema';
import { appendContacts, appendOutcomes, endTasks, reopenTasks } from './commands';
import { dueTasks, WAS_SENT } from './open-tasks';
import { type Speaking, scriptFacts } from './script-facts';

/** Lists shown; older ones are of no use any more. */
const LISTED = 50;

export interface ListAsked {
  readonly channel: ListChannel;
  /** None = all of them. */
  readonly kinds: readonly TaskKind[];
}

/** Who would be on a list now, and what each would be sent. */
export function* listDraft(
  { channel, kinds }: ListAsked,
  moment: Moment,
  speaking: Speaking,
): Reading<ListDraft> {
  const due = yield* dueTasks(moment);
  const wanted = due.filter(({ task }) => kinds.length === 0 || kinds.includes(task.kind));
  const facts = yield* scriptFacts(
    wanted.map(({ task }) => ({ memberId: task.member.id, taskId: task.id })),
    speaking,
  );
  const listable = wanted.flatMap(({ task, member }, at) => {
    const known = facts[at];
    if (known === undefined) return [];
    const scripted = { kind: task.kind, churnReason: null, complaintOpen: member.openComplaint !== null };
    const scripts = offeredScripts(scripted, speaking.rules.care.scripts, known);
    const { id: taskId, kind, content, notBefore, contacted } = task;
    return [{ taskId, memberId: task.member.id, kind, content, notBefore, contacted, member, scripts }];
  });
  return draftList(listable, channel, moment);
}

/**
 * Keeps a list: one contact for each on it, in the budget of their month from now on, and their tasks
 * are done. What is written is what the file will say, whenever it is saved.
 */
export function insertList(
  tx: Tx,
  { id, channel }: { readonly id: string; readonly channel: ListChannel },
  entries: readonly ListEntry[],
  stamp: Stamp,
): void {
  const { today, now, staffId } = stamp;
  insertRows(tx, 'care_list', [
    { id, channel, members: entries.length, business_date: today, at: now, staff_id: staffId },
  ]);
  const sent = { listId: id, direction: 'out', channel, wechatAdded: false } as const;
  appendContacts(
    tx,
    entries.map((entry) => ({ ...sent, ...entry })),
    stamp,
  );
  endTasks(
    tx,
    entries.map(({ taskId }) => taskId),
    { state: 'done' },
    stamp,
  );
}

export interface ListRow {
  readonly id: string;
  readonly channel: ListChannel;
  readonly members: number;
  readonly at: Instant;
  readonly staffName: string;
  readonly notSent: boolean;
}

/** Every contact of list `l` was given back; of one that went out the first contact says no. */
const GIVEN_BACK = sql<
  0 | 1
>`not exists (select 1 from care_contact c where c.list_id = l.id and ${sql.raw(WAS_SENT)})`;

/** The last lists, newest first. */
export async function lastLists(db: Reader): Promise<ListRow[]> {
  const lists = await db
    .selectFrom('care_list as l')
    .innerJoin('staff', 'staff.id', 'l.staff_id')
    .select([
      'l.id',
      'l.channel',
      'l.members',
      'l.at',
      'staff.name as staffName',
      GIVEN_BACK.as('given_back'),
    ])
    .orderBy('l.at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(LISTED)
    .execute();
  return lists.map(({ at, given_back, ...list }) => ({
    ...list,
    at: instant(at),
    notSent: given_back === 1,
  }));
}

/** What a list's file says: whoever is still a member with a phone, in the order in which they were listed. */
export async function listLines(db: Reader, listId: string) {
  const list = await db
    .selectFrom('care_list as l')
    .select(['l.business_date', GIVEN_BACK.as('given_back')])
    .where('l.id', '=', listId)
    .executeTakeFirst();
  if (list === undefined) return undefined;
  const lines = await db
    .selectFrom('care_contact as c')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['m.phone', 'c.text', 'm.member_no as memberNo', 'm.name'])
    .where('c.list_id', '=', listId)
    .where('m.state', '=', 'active')
    .where(sql<boolean>`${sql.raw(WAS_SENT)}`)
    .orderBy('c.seq')
    .execute();
  return { on: businessDate(list.business_date), givenBack: list.given_back === 1, lines };
}

const CONTACTS = `select c.id, c.task_id,
    (select outcome from care_outcome where contact_id = c.id order by seq desc limit 1) as outcome
  from care_contact c where c.list_id = +? order by c.seq`;

/** A list's contacts with the last word on each; none for a list that is not there. */
export function* listContacts(listId: string): Reading<readonly ListContact[]> {
  return yield* rows<ListContact>(CONTACTS, listId);
}

export interface ListContact {
  readonly id: string;
  readonly task_id: string;
  readonly outcome: Outcome | null;
}

/** Nothing of it was sent: its contacts leave the budget, its tasks are to be done again while they have a point. */
export function giveBack(tx: Tx, contacts: readonly ListContact[], stamp: Stamp): void {
  appendOutcomes(
    tx,
    contacts.map(({ id }) => ({
      contactId: id,
      outcome: 'not_sent' as const,
      ...{ note: '', nextStep: '', nextOn: null },
    })),
    stamp,
  );
  reopenTasks(
    tx,
    contacts.map(({ task_id }) => task_id),
    'done',
  );
}
