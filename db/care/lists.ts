import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Moment } from '../domain/care/contact';
import { draftList, type ListDraft, type ListEntry } from '../domain/care/lists';
import { offeredScripts } from '../domain/care/offered';
import type { ListChannel, Outcome, TaskKind } from '../domain/care/task';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { insertRows } from '../prepared';
import { type Reading, readOn, rows } from '../reading';
import type { Reader, Tx } from '../schema';
import { currentRules } from '../settings/queries';
import { appendContacts, appendOutcomes, endTasks, reopenTasks } from './commands';
import { lastWord } from './contact-by-id';
import { dueTasks, WAS_SENT } from './open-tasks';
import { consentNow } from './reachable';
import { type Speaking, scriptFacts } from './script-facts';
import { hasDied } from './win-back';

/** Members dealt with in one go: a few milliseconds, so that the counter's reads are not held up. */
const SLICE = 200;
/** Lists shown; older ones are of no use any more. */
const LISTED = 50;

export interface ListAsked {
  readonly channel: ListChannel;
  /** None = all of them. */
  readonly kinds: readonly TaskKind[];
}

/** True while a list is drawn up faster than a thread for it is started; a member costs about a tenth of a millisecond. */
export async function isShort(db: Reader, today: BusinessDate): Promise<boolean> {
  const due = await db
    .selectFrom('care_task')
    .select('seq')
    .where(sql<boolean>`state = 'open'`) // a literal, so that the partial index on open tasks applies
    .where('due_on', '<=', today)
    .limit(SLICE + 1)
    .execute();
  return due.length <= SLICE;
}

/** Who would be on a list now, and what each would be sent: hundreds of thousands of rows for a few thousand members. */
export async function listDraft(
  db: Reader,
  { channel, kinds, staff, ...at }: ListAsked & Omit<Moment, 'rules'> & Pick<Speaking, 'staff'>,
): Promise<ListDraft> {
  const { rules } = await currentRules(db, at.today);
  const moment = { ...at, rules: rules.care };
  const due = await dueTasks(db, moment);
  const wanted = due.filter(({ task }) => kinds.length === 0 || kinds.includes(task.kind));
  const addressed = wanted.map(({ task }) => ({ memberId: task.member.id, taskId: task.id }));
  const facts = await readOn(db, scriptFacts(addressed, { today: at.today, rules, staff }));
  const listable = wanted.flatMap(({ task, member }, place) => {
    const known = facts[place];
    if (known === undefined) return [];
    const scripted = { kind: task.kind, churnReason: null, complaintOpen: member.openComplaint !== null };
    const scripts = offeredScripts(scripted, rules.care.scripts, known);
    const { id: taskId, kind, content, notBefore, contacted } = task;
    return [{ taskId, memberId: task.member.id, kind, content, notBefore, contacted, member, scripts }];
  });
  return draftList(listable, channel, moment);
}

/**
 * Keeps a list: one contact for each on it, in the budget of their month from now on, and their tasks
 * are done. What is written is what the file will say, whenever it is saved. The counter's reads are
 * served between slices.
 */
export async function insertList(
  tx: Tx,
  { id, channel }: { readonly id: string; readonly channel: ListChannel },
  entries: readonly ListEntry[],
  stamp: Stamp,
): Promise<void> {
  const { today, now, staffId } = stamp;
  insertRows(tx, 'care_list', [
    { id, channel, members: entries.length, business_date: today, at: now, staff_id: staffId },
  ]);
  const sent = { listId: id, direction: 'out', channel, wechatAdded: false } as const;
  await inSlices(entries, (slice) => {
    appendContacts(
      tx,
      slice.map((entry) => ({ ...sent, ...entry })),
      stamp,
    );
    const tasks = slice.map(({ taskId }) => taskId);
    endTasks(tx, tasks, { state: 'done' }, stamp);
  });
}

async function inSlices<Item>(items: readonly Item[], work: (slice: readonly Item[]) => void): Promise<void> {
  for (let from = 0; from < items.length; from += SLICE) {
    work(items.slice(from, from + SLICE));
    await nextTurn();
  }
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

/** The day of a list, and whether it was given back; undefined when there is none. */
export async function listById(
  db: Reader,
  listId: string,
): Promise<{ readonly on: BusinessDate; readonly givenBack: boolean } | undefined> {
  const list = await db
    .selectFrom('care_list as l')
    .select(['l.business_date', GIVEN_BACK.as('given_back')])
    .where('l.id', '=', listId)
    .executeTakeFirst();
  return list && { on: businessDate(list.business_date), givenBack: list.given_back === 1 };
}

export interface ListLine {
  readonly phone: string | null;
  readonly text: string;
  readonly memberNo: string;
  readonly name: string;
}

/** Whoever may still be sent what was written for them: alive, and not against it since (S58, S82). */
const MAY_STILL_HEAR = sql<boolean>`${sql.raw(`not ${hasDied('m')}
  and coalesce(${consentNow('m', 'personal_data')}, 'given') = 'given'
  and (c.content = 'service' or (coalesce(${consentNow('m', 'marketing')}, '') = 'given'
    and not exists (select 1 from complaint where member_id = m.id and state <> 'closed')))`)}`;

/**
 * What a list's file says, page by page, in the order in which they were listed. Days may lie between a list
 * and its file: who is no member any more, or may not be sent it any more, is not in it.
 */
export async function* listPages(db: Reader, listId: string): AsyncGenerator<ListLine[]> {
  for (let after = 0; ; ) {
    const page = await db
      .selectFrom('care_contact as c')
      .innerJoin('member as m', 'm.id', 'c.member_id')
      .select(['c.seq', 'm.phone', 'c.text', 'm.member_no as memberNo', 'm.name'])
      .where('c.list_id', '=', listId)
      .where('c.seq', '>', after)
      .where('m.state', '=', 'active')
      .where(sql<boolean>`${sql.raw(WAS_SENT)}`)
      .where(MAY_STILL_HEAR)
      .orderBy('c.seq')
      .limit(SLICE)
      .execute();
    yield page.map(({ seq: _, ...line }) => line);
    const last = page.at(-1);
    if (last === undefined || page.length < SLICE) return;
    after = last.seq;
  }
}

const CONTACTS = `select c.id, c.task_id, ${lastWord('c')} as outcome
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
export async function giveBack(tx: Tx, contacts: readonly ListContact[], stamp: Stamp): Promise<void> {
  const notSent = { outcome: 'not_sent', note: '', nextStep: '', nextOn: null } as const;
  await inSlices(contacts, (slice) => {
    appendOutcomes(
      tx,
      slice.map(({ id }) => ({ contactId: id, ...notSent })),
      stamp,
    );
    const tasks = slice.map(({ task_id }) => task_id);
    reopenTasks(tx, tasks, 'done');
  });
}
