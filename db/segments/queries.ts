import { hasDied } from '../care/win-back';
import type { MemberOrder } from '../domain/segments/order';
import type { SegmentRule } from '../domain/segments/segment';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import { hasRightPhone } from '../members/completeness';
import { HIT_COLUMNS } from '../members/mapping';
import { type Reading, rows } from '../reading';
import { membersOf } from './compile';
import { YES_SQL } from './facts';
import { INSIGHT_COLUMNS, ruleFrom, type SegmentRow } from './mapping';

/** Names shown of those who are in it. */
const NAMED = 5;

/** Somebody who may be written to, and can be: rules, "Care tasks". */
const REACHABLE = `${YES_SQL.agreed_to_marketing} and ${hasRightPhone('m')} and not ${hasDied('m')}`;

export interface SegmentSize {
  readonly members: number;
  readonly reachable: number;
}

/** How many members a rule means today, and how many of them may be written to. */
export function* segmentSize(rule: SegmentRule, today: BusinessDate): Reading<SegmentSize> {
  const { text, values } = membersOf(rule, today, 'row_by_row');
  const [size] = yield* rows<SegmentSize>(
    `select count(*) as members, coalesce(sum(${REACHABLE}), 0) as reachable ${text}`,
    ...values,
  );
  return size ?? { members: 0, reachable: 0 };
}

/** How many members a rule means today; the bare number that a confirmation is held against. */
export function* memberCount(rule: SegmentRule, today: BusinessDate): Reading<number> {
  const { text, values } = membersOf(rule, today, 'row_by_row');
  const [found] = yield* rows<{ members: number }>(`select count(*) as members ${text}`, ...values);
  return found?.members ?? 0;
}

/** The names of the best known of them. */
export function* firstNames(rule: SegmentRule, today: BusinessDate): Reading<string[]> {
  const { text, values } = membersOf(rule, today);
  const first = yield* rows<{ name: string }>(
    `select name from (select l.name, l.score, l.n ${text}) where name <> '' order by score desc, n desc limit ${NAMED}`,
    ...values,
  );
  return first.map(({ name }) => name);
}

/** Each order ends with the newest member, so that pages neither overlap nor leave anybody out. */
const ORDER: Readonly<Record<MemberOrder, string>> = {
  rank: 'l.score desc, l.n desc',
  last_visit: 'l.last_visit desc, l.n desc',
  silent_days: 'l.last_visit is null, l.last_visit, l.n desc',
  visits: 'l.visits desc, l.n desc',
  spent_12_months: 'i.year_fen desc, l.n desc',
  expected_money: 'i.expected_fen desc, l.n desc',
  alive: 'i.alive desc, l.n desc',
  joined: 'l.joined_on desc, l.n desc',
};

/** Which part of them; all of them where nothing is said. */
export interface PageAsked {
  readonly offset: number;
  readonly limit: number;
}

/** They by `member.n`, in an order. */
export function* memberNs(
  rule: SegmentRule,
  { order, page }: { readonly order: MemberOrder; readonly page?: PageAsked },
  today: BusinessDate,
): Reading<number[]> {
  const { text, values } = membersOf(rule, today);
  const found = yield* rows<{ n: number }>(
    `select l.n ${text} order by ${ORDER[order]} limit ? offset ?`,
    ...values,
    ...[page?.limit ?? -1, page?.offset ?? 0],
  );
  return found.map(({ n }) => n);
}

const ROWS = `select l.n, l.joined_on, ${HIT_COLUMNS}, ${INSIGHT_COLUMNS}
  from json_each(?) listed cross join (select +? as today) asked cross join member_lookup l on l.n = listed.value
  cross join member m on m.n = l.n left join member_insight i on i.n = l.n order by listed.key`;

/** What is known of these members, in their order; who is no member any more is left out. */
export const membersByN = (ns: readonly number[], today: BusinessDate): Reading<readonly SegmentRow[]> =>
  rows<SegmentRow>(ROWS, JSON.stringify(ns), today);

/** A group of members that the shop has named. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly rule: SegmentRule;
}

export interface SavedSegment extends Segment {
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly staffName: string;
}

interface SavedRow {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly created_at: number;
  readonly changed_at: number;
  readonly staff_name: string;
}

/** Those that are kept, by name. */
export function* savedSegments(): Reading<SavedSegment[]> {
  const saved = yield* rows<SavedRow>(
    `select s.id, s.name, s.rule, s.created_at, s.changed_at, staff.name as staff_name
     from segment s join staff on staff.id = s.staff_id where s.kept = 1 order by s.name, s.id`,
  );
  return saved.map((row) => ({
    id: row.id,
    name: row.name,
    rule: ruleFrom(row.rule),
    createdAt: instant(row.created_at),
    changedAt: instant(row.changed_at),
    staffName: row.staff_name,
  }));
}

/** One that is kept; undefined where there is none. */
export function* segmentById(segmentId: string): Reading<Segment | undefined> {
  const [row] = yield* rows<{ id: string; name: string; rule: string }>(
    'select id, name, rule from segment where id = ? and kept = 1',
    segmentId,
  );
  return row && { id: row.id, name: row.name, rule: ruleFrom(row.rule) };
}

/** The kept one of that name. */
export function* segmentNamed(name: string): Reading<string | undefined> {
  const [row] = yield* rows<{ id: string }>('select id from segment where name = ? and kept = 1', name);
  return row?.id;
}
