import { sql } from 'kysely';
import { addTasks } from '../care/commands';
import { consentNow } from '../care/reachable';
import { hasDied } from '../care/win-back';
import type { Content } from '../domain/care/task';
import { LEFT_OUT, type LeftOut } from '../domain/segments/care';
import type { SegmentRule } from '../domain/segments/segment';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import { putGuests } from '../invitations/commands';
import { hasRightPhone } from '../members/completeness';
import type { Stamp } from '../points/stamp';
import { insertRows, prepared } from '../prepared';
import { readOn, rows } from '../reading';
import type { Reader, Tx } from '../schema';
import { membersOf } from './compile';
import type { RuleAsked } from './long';

const LISTED = 50;

/** Something to be done for many members; whom it is for is fixed when it is asked for. */
export interface NewRound {
  readonly id: string;
  /** A task by hand for each, or an invitation to the event. */
  readonly eventId: string | null;
  readonly rule: SegmentRule | null;
  readonly segmentId: string | null;
  readonly content: Content;
  readonly note: string;
  readonly dueOn: BusinessDate;
  readonly lastDay: BusinessDate;
  /** `member.n` of each. */
  readonly members: Int32Array;
}

/** Keeps it, so that it goes on after whatever interrupts it. */
export function insertRound(tx: Tx, round: NewRound, stamp: Stamp): RunningRound {
  insertRows(tx, 'care_round', [
    {
      id: round.id,
      kind: round.eventId === null ? 'by_hand' : 'invitation',
      rule: round.rule && JSON.stringify(round.rule),
      segment_id: round.segmentId,
      event_id: round.eventId,
      content: round.content,
      note: round.note,
      due_on: round.dueOn,
      last_day: round.lastDay,
      members: new Uint8Array(round.members.buffer, round.members.byteOffset, round.members.byteLength),
      rule_version: stamp.ruleVersion,
      business_date: stamp.today,
      at: stamp.now,
      staff_id: stamp.staffId,
    },
  ]);
  return {
    id: round.id,
    event_id: round.eventId,
    content: round.content,
    note: round.note,
    due_on: round.dueOn,
    last_day: round.lastDay,
    rule_version: stamp.ruleVersion,
    staff_id: stamp.staffId,
  };
}

/** A round that is not done, as it was asked for. */
export interface RunningRound {
  readonly id: string;
  readonly event_id: string | null;
  readonly content: Content;
  readonly note: string;
  readonly due_on: string;
  readonly last_day: string;
  readonly rule_version: number;
  readonly staff_id: string;
}

const RUNNING = `select id, event_id, content, note, due_on, last_day, rule_version, staff_id from care_round
  where state = 'running' order by seq limit 1`;

/** The one that was asked for first of those that are not done. */
export async function runningRound(db: Reader): Promise<RunningRound | null> {
  const [round] = await readOn(db, rows<RunningRound>(RUNNING));
  return round ?? null;
}

/**
 * Why nothing may be said to member `m`, or cannot be; null where it can (S28, S58). An invitation wants no
 * phone: it may be handed over at the counter.
 */
const leftOutSql = (content: Content, byPhone: boolean): string => `case
  when m.state <> 'active' then 'gone'
  when ${hasDied('m')} then 'died'
  when coalesce(${consentNow('m', 'personal_data')} = 'withdrawn', 0) then 'no_consent'
  ${content === 'offer' ? `when coalesce(${consentNow('m', 'marketing')} = 'given', 0) = 0 then 'no_consent'` : ''}
  ${byPhone ? `when not ${hasRightPhone('m')} and not ${HAS_WECHAT} then 'no_phone'` : ''}
end`;

const HAS_WECHAT = 'exists (select 1 from care_contact c where c.member_id = m.id and c.wechat_added = 1)';

/** How many of a rule would get a task, and who would not. */
export async function previewCare(
  db: Reader,
  { rule, today, content }: RuleAsked & { readonly content: Content },
): Promise<CarePreview> {
  const { text, values } = membersOf(rule, today, 'row_by_row');
  const found = await readOn(
    db,
    rows<{ why: LeftOut | null; count: number }>(
      `select ${leftOutSql(content, true)} as why, count(*) as count ${text} group by 1`,
      ...values,
    ),
  );
  return {
    members: found.reduce((sum, { count }) => sum + count, 0),
    tasks: found.find(({ why }) => why === null)?.count ?? 0,
    leftOut: inOrder(new Map(found.flatMap(({ why, count }) => (why === null ? [] : [[why, count]])))),
  };
}

export interface CarePreview {
  readonly members: number;
  readonly tasks: number;
  readonly leftOut: readonly LeftOutCount[];
}
interface LeftOutCount {
  readonly why: LeftOut;
  readonly count: number;
}

const inOrder = (counts: ReadonlyMap<LeftOut, number>): LeftOutCount[] =>
  LEFT_OUT.flatMap((why) => {
    const count = counts.get(why) ?? 0;
    return count === 0 ? [] : [{ why, count }];
  });

const REST = `select done, made, left_out, substr(members, done * 4 + 1, ? * 4) as slice,
    length(members) / 4 as members from care_round where id = ?`;

/**
 * Does the next `most` members of a round; false when that was the last of it. Who has left meanwhile, has
 * died or takes their consent back is counted and passed by. Begun again after a crash it makes nothing twice.
 */
export function takeSlice(tx: Tx, round: RunningRound, most: number, stamp: Stamp): boolean {
  // What stood still until its day was over makes no tasks any more.
  if (stamp.today > round.last_day) {
    prepared(tx, "update care_round set state = 'done' where id = ?").run(round.id);
    return false;
  }
  const rest = prepared<RestRow>(tx, REST).get(most, round.id);
  if (rest === undefined) throw new Error('a round is never deleted');
  const ns = numbersIn(rest.slice);
  const asked = prepared<{ id: string; why: LeftOut | null }>(
    tx,
    `select m.id, ${leftOutSql(round.content, round.event_id === null)} as why
     from json_each(?) listed cross join member m on m.n = listed.value`,
  ).all(JSON.stringify(ns));
  const reached = asked.filter(({ why }) => why === null).map(({ id }) => id);
  const made = makeTasks(tx, round, reached, stamp);
  const done = rest.done + ns.length;
  const more = done < rest.members;
  prepared(tx, 'update care_round set done = ?, made = ?, left_out = ?, state = ? where id = ?').run(
    ...[done, rest.made + made, withThese(rest.left_out, asked), more ? 'running' : 'done', round.id],
  );
  return more;
}

/** The event is cancelled: who has not been asked to it by now is not asked. */
export function stopInviting(tx: Tx, eventId: string): void {
  prepared(tx, "update care_round set state = 'done' where event_id = ? and state = 'running'").run(eventId);
}

interface RestRow {
  readonly done: number;
  readonly made: number;
  readonly left_out: string;
  readonly slice: Uint8Array;
  readonly members: number;
}

/** A blob of SQLite need not lie at a multiple of four bytes. */
const numbersIn = (blob: Uint8Array): number[] => [...new Int32Array(Uint8Array.from(blob).buffer)];

function makeTasks(tx: Tx, round: RunningRound, memberIds: readonly string[], stamp: Stamp): number {
  const { event_id: eventId, content, note } = round;
  if (eventId !== null) putGuests(tx, eventId, memberIds, 'invited', stamp);
  const drafts = memberIds.map((memberId) => ({
    memberId,
    kind: eventId === null ? ('by_hand' as const) : ('invitation' as const),
    occasion: eventId ?? round.id,
    ...{ content, note },
    dueOn: businessDate(round.due_on),
    lastDay: businessDate(round.last_day),
    ...(eventId !== null && { eventId }),
  }));
  return addTasks(tx, drafts, stamp).length;
}

function withThese(before: string, asked: readonly { readonly why: LeftOut | null }[]): string {
  const counts = countsIn(before);
  for (const { why } of asked) if (why !== null) counts.set(why, (counts.get(why) ?? 0) + 1);
  return JSON.stringify(Object.fromEntries(counts));
}

/** Our own JSON: counts by reason. */
const countsIn = (json: string): Map<LeftOut, number> =>
  new Map(Object.entries(JSON.parse(json) as Record<LeftOut, number>) as [LeftOut, number][]);

export interface RoundView {
  readonly id: string;
  readonly segment: string | null;
  readonly content: Content;
  readonly note: string;
  readonly dueOn: BusinessDate;
  readonly state: 'running' | 'done';
  readonly members: number;
  readonly done: number;
  readonly made: number;
  readonly leftOut: readonly LeftOutCount[];
  readonly at: Instant;
  readonly staffName: string;
}

/** The last rounds of tasks by hand, newest first; invitations are told by their event. */
export async function lastRounds(db: Reader): Promise<RoundView[]> {
  const found = await db
    .selectFrom('care_round as r')
    .leftJoin('segment as s', 's.id', 'r.segment_id')
    .innerJoin('staff', 'staff.id', 'r.staff_id')
    .select(['r.id', 's.name as segment', 'r.content', 'r.note', 'r.due_on', 'r.state', 'r.done', 'r.made'])
    .select([
      'r.left_out',
      'r.at',
      'staff.name as staffName',
      sql<number>`length(r.members) / 4`.as('members'),
    ])
    .where('r.kind', '=', 'by_hand')
    .orderBy('r.seq', 'desc')
    .limit(LISTED)
    .execute();
  return found.map(({ due_on, left_out, at, ...round }) => ({
    ...round,
    dueOn: businessDate(due_on),
    leftOut: inOrder(countsIn(left_out)),
    at: instant(at),
  }));
}
