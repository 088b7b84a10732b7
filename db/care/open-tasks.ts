import { setImmediate as nextTurn } from 'node:timers/promises';
import { decideContact, type Held, type Moment, type Reachable } from '../domain/care/contact';
import { lostReasonOf } from '../domain/care/lost-reason';
import { rankOfKind } from '../domain/care/priority';
import { type Content, type DropCause, TASK_KINDS, type TaskKind, type TaskState } from '../domain/care/task';
import type { Tier } from '../domain/tiers/tier';
import { type BusinessDate, businessDate } from '../domain/units';
import { dateOrNull } from '../nullable';
import { billStands } from '../purchases/standing';
import { type Reading, readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { reachables } from './reachable';
import { hasDied } from './win-back';

/** A task with what it was made for as it is today. */
export interface Task {
  readonly seq: number;
  readonly id: string;
  readonly kind: TaskKind;
  readonly occasion: string;
  readonly content: Content;
  readonly dueOn: BusinessDate;
  readonly lastDay: BusinessDate;
  readonly notBefore: BusinessDate | null;
  readonly state: TaskState;
  readonly usualDays: number | null;
  readonly note: string;
  /** The fact it was made from, in the shop's own words. */
  readonly about: string;
  readonly endedAt: number | null;
  readonly endedBecause: DropCause | null;
  readonly endedWords: string;
  readonly assignedTo: { readonly id: string; readonly name: string } | null;
  readonly purchaseId: string | null;
  readonly complaintId: string | null;
  readonly eventId: string | null;
  readonly planId: string | null;
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly memberNo: string;
    readonly phone: string | null;
    readonly tier: Tier;
    readonly joinedOn: BusinessDate;
    readonly lastVisit: BusinessDate | null;
  };
  /** A contact of it was begun, and was not given back. */
  readonly contacted: boolean;
  /** Why there is nothing left to do; null while there is. */
  readonly lost: DropCause | null;
}

interface TaskRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: TaskKind;
  readonly occasion: string;
  readonly content: Content;
  readonly due_on: string;
  readonly last_day: string;
  readonly not_before: string | null;
  readonly state: TaskState;
  readonly usual_days: number | null;
  readonly note: string;
  readonly about: string | null;
  readonly assigned_name: string | null;
  readonly ended_at: number | null;
  readonly ended_because: DropCause | null;
  readonly ended_words: string;
  readonly assigned_to: string | null;
  readonly purchase_id: string | null;
  readonly complaint_id: string | null;
  readonly event_id: string | null;
  readonly plan_id: string | null;
  readonly member_id: string;
  readonly active: 0 | 1;
  readonly died: 0 | 1;
  readonly name: string;
  readonly member_no: string;
  readonly phone: string | null;
  readonly tier: Tier;
  readonly birth_month: number | null;
  readonly birth_day: number | null;
  readonly joined_on: string;
  readonly last_visit: string | null;
  readonly visits: number;
  readonly bill_stands: 0 | 1;
  readonly friend_visits: number | null;
  readonly resolved_at: number | null;
  readonly plan_ended: 0 | 1;
  readonly event_cancelled: 0 | 1;
  readonly contacted: 0 | 1;
}

/** True in SQL for a contact `c` that was made: one that was given back has not been. */
export const WAS_SENT = `not exists (select 1 from care_outcome o where o.contact_id = c.id and o.outcome = 'not_sent')`;

const COLUMNS = `t.seq, t.id, t.kind, t.occasion, t.content, t.due_on, t.last_day, t.not_before, t.state, t.usual_days, t.note,
  case t.kind
    when 'first_purchase' then (select product from purchase_line where purchase_id = t.purchase_id and product <> ''
      order by amount_fen desc, line_no limit 1)
    when 'complaint_follow_up' then (select what from complaint where id = t.complaint_id)
    when 'referral_thanks' then (select name from member where id = t.occasion)
    when 'invitation' then (select name from shop_event where id = t.event_id)
    when 'plan' then (select what from care_plan where id = t.plan_id)
    else t.note end as about,
  t.ended_at, t.ended_because, t.ended_words, t.assigned_to, (select name from staff where id = t.assigned_to) as assigned_name, t.purchase_id, t.complaint_id, t.event_id, t.plan_id,
  m.id as member_id, m.state = 'active' as active, ${hasDied('m')} as died, m.name, m.member_no, m.phone, m.tier,
  m.birth_month, m.birth_day, m.joined_on, l.last_visit, coalesce(l.visits, 0) as visits,
  t.kind <> 'first_purchase' or exists (select 1 from purchase p where p.id = t.purchase_id and ${billStands('p')}) as bill_stands,
  case t.kind when 'referral_thanks' then
    (select coalesce(fl.visits, 0) from member f left join member_lookup fl on fl.n = f.n where f.id = t.occasion)
  end as friend_visits,
  (select resolved_at from complaint where id = t.complaint_id) as resolved_at,
  exists (select 1 from care_plan where id = t.plan_id and ended_at is not null) as plan_ended,
  exists (select 1 from shop_event where id = t.event_id and state = 'cancelled') as event_cancelled,
  exists (select 1 from care_contact c where c.task_id = t.id and ${WAS_SENT}) as contacted`;

const FROM = `from care_task t cross join member m on m.id = t.member_id left join member_lookup l on l.n = m.n`;

const tasksWhere = (where: string): string => `select ${COLUMNS} ${FROM} where ${where}`;

export function* taskById(taskId: string): Reading<Task | undefined> {
  const [row] = yield* rows<TaskRow>(tasksWhere('t.id = +?'), taskId);
  return row && taskFrom(row);
}

/** Open tasks in the order in which they were made, for the morning's look at each of them. */
export function* openTasksAfter(seq: number, most: number): Reading<Task[]> {
  const found = yield* rows<TaskRow>(
    tasksWhere(`t.state = 'open' and t.seq > +? order by t.seq limit +?`),
    seq,
    most,
  );
  return found.map(taskFrom);
}

export function* openTasksOf(memberId: string): Reading<Task[]> {
  const found = yield* rows<TaskRow>(
    tasksWhere(`t.member_id = +? and t.state = 'open' order by t.due_on, t.seq`),
    memberId,
  );
  return found.map(taskFrom);
}

interface EndedAsked {
  readonly since: number;
  readonly kinds: readonly TaskKind[];
  readonly offset: number;
  readonly limit: number;
}

/** A page of the tasks that ended since then, the latest first; of all kinds when none is named. */
export function* endedTasks({
  since,
  kinds,
  offset,
  limit,
}: EndedAsked): Reading<{ total: number; tasks: Task[] }> {
  const asked = JSON.stringify(kinds.length === 0 ? TASK_KINDS : kinds);
  const ended = `t.ended_at >= +? and t.kind in (select value from json_each(?))`;
  const [counted] = yield* rows<{ total: number }>(
    `select count(*) as total from care_task t where ${ended}`,
    since,
    asked,
  );
  const found = yield* rows<TaskRow>(
    tasksWhere(`${ended} order by t.ended_at desc, t.seq desc limit +? offset +?`),
    ...[since, asked, limit, offset],
  );
  return { total: counted?.total ?? 0, tasks: found.map(taskFrom) };
}

/** True when there is still something to do today: neither ended, nor over, nor without its reason. */
export const isLive = (task: Task, today: BusinessDate): boolean =>
  task.state === 'open' && task.lastDay >= today && task.lost === null;

export interface JudgedTask {
  readonly task: Task;
  readonly member: Reachable;
  /** Null when it can be done now. */
  readonly held: Held | null;
}

const DUE = `select seq from care_task indexed by care_task_due where state = 'open' and due_on <= +? order by seq`;
const THESE = tasksWhere('t.seq in (select value from json_each(?))');

/** Tasks that are judged in one piece: the counter is served between two of them. */
const JUDGED_AT_ONCE = 100;

/** Every task that is due by today and has something left to do, judged, in the order in which to do them. */
export async function dueTasks(db: Reader, moment: Moment): Promise<JudgedTask[]> {
  const due = await readOn(db, rows<{ seq: number }>(DUE, moment.today));
  const found: JudgedTask[] = [];
  for (let at = 0; at < due.length; at += JUDGED_AT_ONCE) {
    if (at > 0) await nextTurn();
    const seqs = due.slice(at, at + JUDGED_AT_ONCE).map(({ seq }) => seq);
    found.push(...(await readOn(db, judgedLive(seqs, moment))));
  }
  return found.sort(
    ({ task: a }, { task: b }) =>
      rankOfKind(a.kind) - rankOfKind(b.kind) || a.dueOn.localeCompare(b.dueOn) || a.seq - b.seq,
  );
}

function* judgedLive(seqs: readonly number[], moment: Moment): Reading<JudgedTask[]> {
  const found = yield* rows<TaskRow>(THESE, JSON.stringify(seqs));
  return yield* judged(
    found.map(taskFrom).filter((task) => isLive(task, moment.today)),
    moment,
  );
}

/** Whether each of these could be done now, by whichever channel there is. */
export function* judged(tasks: readonly Task[], moment: Moment): Reading<JudgedTask[]> {
  const members = yield* reachables([...new Set(tasks.map(({ member }) => member.id))], moment);
  return tasks.map((task) => {
    const member = members.get(task.member.id);
    if (member === undefined) throw new Error('a task of no member');
    const asked = { content: task.content, channel: null, taskId: task.id, putOffUntil: task.notBefore };
    return { task, member, held: decideContact(member, asked, moment) };
  });
}

function taskFrom(row: TaskRow): Task {
  const lastVisit = dateOrNull(row.last_visit);
  const birthday =
    row.birth_month === null || row.birth_day === null
      ? null
      : { month: row.birth_month, day: row.birth_day };
  return {
    seq: row.seq,
    id: row.id,
    kind: row.kind,
    occasion: row.occasion,
    content: row.content,
    dueOn: businessDate(row.due_on),
    lastDay: businessDate(row.last_day),
    notBefore: dateOrNull(row.not_before),
    state: row.state,
    usualDays: row.usual_days,
    note: row.note,
    about: row.about ?? '',
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
    endedWords: row.ended_words,
    assignedTo: row.assigned_to === null ? null : { id: row.assigned_to, name: row.assigned_name ?? '' },
    purchaseId: row.purchase_id,
    complaintId: row.complaint_id,
    eventId: row.event_id,
    planId: row.plan_id,
    member: {
      id: row.member_id,
      name: row.name,
      memberNo: row.member_no,
      phone: row.phone,
      tier: row.tier,
      joinedOn: businessDate(row.joined_on),
      lastVisit,
    },
    contacted: row.contacted === 1,
    lost: lostReasonOf({
      kind: row.kind,
      occasion: row.occasion,
      memberActive: row.active === 1,
      died: row.died === 1,
      lastVisit,
      visits: row.visits,
      birthday,
      billStands: row.bill_stands === 1,
      friendVisits: row.friend_visits,
      resolvedAt: row.resolved_at,
      planEnded: row.plan_ended === 1,
      eventCancelled: row.event_cancelled === 1,
    }),
  };
}
