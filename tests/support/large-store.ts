import { rebuildLookup } from '@db/members/lookup-rows';
import { inserter, withIndexesAfter } from '@db/sample/rows';
import { addDays, dateOfDay, dayNumber, endOfMonthAfter } from '@domain/calendar/business-day';
import { memberNoOf } from '@domain/members/member-no';
import { earnedPoints, lotLastDay } from '@domain/points/earn';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { type BusinessDate, fen } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { chances, idOf, someName, somePrefix } from './member-rows';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Bills of two years and a half, so that every window of a year has one before it. */
export const DAYS = 900;
/** Rows of one transaction: what a store is made with does not grow with the store. */
const SLICE = 50_000;
/** Of a hundred members so many were brought over by the old system; the others joined in the order of their numbers. */
const BROUGHT_OVER = 60;
/** Who buys: shares of all members, and the shares of the bills that are theirs; a third never does. */
const BUYERS = [
  { from: 0, to: 0.03, bills: 0.4 },
  { from: 0.03, to: 0.2, bills: 0.4 },
  { from: 0.2, to: 0.67, bills: 0.2 },
] as const;
/** No common divisor with 100,000,000: the last eight digits of phones are all different and in no order. */
const PHONE_STEP = 60_660_887;
/** A prime, so that the regulars do not stand side by side in the file. */
const SPREAD = 7919;

export interface LargeOrder {
  readonly members: number;
  readonly bills: number;
  /** The day of the last bills. */
  readonly until: BusinessDate;
  /** Whether the bills of the last months earned points by the default rules; the older ones never did. */
  readonly points: boolean;
  readonly progress?: (what: LargePart, done: number, total: number) => void;
}
export type LargePart = 'members' | 'bills' | 'lookup';

interface Bill {
  readonly seq: number;
  readonly memberId: string;
  readonly on: BusinessDate;
  readonly at: number;
  readonly fen: number;
}

/**
 * Members and bills into a store that has its own rows and its owner only, in the order in which a shop writes them,
 * in bounded memory. The same order gives the same rows. Histories of insight and levels are left to Shuke itself.
 */
export function fillLarge(raw: SQLite.Database, order: LargeOrder): void {
  if (order.members > 0 && order.members % SPREAD === 0)
    throw new RangeError(`no multiple of ${SPREAD} members`);
  raw.pragma('synchronous = off'); // nobody sells yet
  insertMembers(raw, order);
  raw.pragma('temp_store = file'); // indexes are sorted on disk: in memory they take as much as they are large
  withIndexesAfter(raw, () => insertBills(raw, order));
  raw.pragma('temp_store = memory');
  order.progress?.('lookup', 0, order.members);
  rebuildLookup(raw, addDays(order.until, 1));
  raw.pragma('wal_checkpoint(truncate)');
  raw.pragma('synchronous = full');
  order.progress?.('lookup', order.members, order.members);
}

function insertMembers(raw: SQLite.Database, order: LargeOrder): void {
  const insert = inserter(raw, 'member', [
    ...(['n', 'id', 'member_no', 'name', 'phone', 'card_no', 'birth_month', 'birth_day'] as const),
    ...(['source', 'joined_on', 'created_at', 'updated_at', 'staff_id'] as const),
  ]);
  const staff_id = ownerOf(raw);
  const chance = chances(1);
  inSlices(raw, order, 'members', order.members, (at) => {
    const joined_on = joinedOn(at + 1, order);
    const created_at = dayNumber(joined_on) * DAY_MS;
    const birthday = chance() < 0.6;
    insert({
      n: at + 1,
      id: idOf(1, at + 1),
      member_no: memberNoOf(at + 1),
      name: someName(chance),
      phone: somePrefix(chance) + String((at * PHONE_STEP) % 1e8).padStart(8, '0'),
      card_no: at % 5 === 0 ? `6688${String(at).padStart(8, '0')}` : null,
      birth_month: birthday ? 1 + Math.floor(chance() * 12) : null,
      birth_day: birthday ? 1 + Math.floor(chance() * 28) : null,
      source: 'walk_in',
      ...{ joined_on, created_at, updated_at: created_at, staff_id },
    });
  });
}

function insertBills(raw: SQLite.Database, order: LargeOrder): void {
  const insert = inserter(raw, 'purchase', [
    ...(['seq', 'id', 'member_id', 'total_fen', 'paid_fen', 'earning_base_fen', 'points_earned'] as const),
    ...(['rule_version', 'bought_at', 'business_date', 'staff_id', 'recorded_at'] as const),
  ]);
  const staff_id = ownerOf(raw);
  const earn = earning(raw, staff_id);
  const since = pointsSince(order);
  const draw = billsOf(order);
  inSlices(raw, order, 'bills', order.bills, (at) => {
    const bill = draw(at);
    const earns = order.points && bill.on >= since;
    const points_earned = earns ? earnedPoints(fen(bill.fen), DEFAULT_RULES.points) : 0;
    insert({
      seq: bill.seq,
      id: idOf(2, bill.seq),
      member_id: bill.memberId,
      ...{ total_fen: bill.fen, paid_fen: bill.fen, earning_base_fen: earns ? bill.fen : 0, points_earned },
      rule_version: 1,
      ...{ bought_at: bill.at, business_date: bill.on, staff_id, recorded_at: bill.at },
    });
    if (points_earned > 0) earn(bill, points_earned);
  });
}

/** The entry of a bill's points, their lot and the move into it. */
function earning(raw: SQLite.Database, staff_id: string): (bill: Bill, points: number) => void {
  const entry = inserter(raw, 'points_entry', [
    ...(['id', 'member_id', 'kind', 'points', 'purchase_id', 'rule_version'] as const),
    ...(['at', 'business_date', 'staff_id'] as const),
  ]);
  const lot = inserter(raw, 'points_lot', ['id', 'member_id', 'entry_id', 'points', 'earned_on', 'last_day']);
  const move = inserter(raw, 'points_move', ['entry_id', 'member_id', 'lot_id', 'points']);
  return ({ seq, memberId: member_id, on, at }, points) => {
    const [entry_id, lot_id] = [idOf(5, seq), idOf(7, seq)];
    const by = { rule_version: 1, at, business_date: on, staff_id };
    entry({ id: entry_id, member_id, kind: 'earn', points, purchase_id: idOf(2, seq), ...by });
    const last_day = lotLastDay(on, DEFAULT_RULES.points);
    lot({ id: lot_id, member_id, entry_id, points, earned_on: on, last_day });
    move({ entry_id, member_id, lot_id, points });
  };
}

/** Draws the bills one after the other, evenly over the days from nine to nine: of members who had joined by then, of 5 to 205 yuan. */
function billsOf(order: LargeOrder): (at: number) => Bill {
  const chance = chances(2);
  const first = dayNumber(order.until) - DAYS + 1;
  return (at) => {
    const time = (at / order.bills) * DAYS;
    const day = Math.floor(time);
    const there = membersBy(day, order);
    let n = drawn(chance, order.members);
    while (n > there) n = drawn(chance, order.members);
    return {
      seq: at + 1,
      memberId: idOf(1, n),
      on: dateOfDay(first + day),
      // Nine in the morning in Shanghai is one in UTC.
      at: (first + day) * DAY_MS + HOUR_MS + Math.floor((time - day) * 12 * HOUR_MS),
      fen: 500 + Math.floor(chance() * 20_000),
    };
  };
}

function drawn(chance: () => number, members: number): number {
  let share = chance();
  const group = BUYERS.find(({ bills }) => {
    share -= bills;
    return share < 0;
  });
  const { from, to } = group ?? BUYERS[2];
  const place = Math.floor(members * (from + (to - from) * chance()));
  return 1 + ((place * SPREAD) % members);
}

/** How many members there are on a day of the story. */
const membersBy = (day: number, { members }: LargeOrder): number =>
  Math.max(1, Math.floor((members * (BROUGHT_OVER + ((100 - BROUGHT_OVER) * day) / DAYS)) / 100));

/** Those brought over joined in the three years before the story begins. */
function joinedOn(n: number, order: LargeOrder): BusinessDate {
  const first = addDays(order.until, 1 - DAYS);
  const share = (100 * n) / order.members - BROUGHT_OVER;
  if (n <= membersBy(0, order)) return addDays(first, -1 - ((n * SPREAD) % 1095));
  return addDays(first, Math.min(DAYS - 1, Math.ceil((share * DAYS) / (100 - BROUGHT_OVER))));
}

/** A lot lapses with a month (rules, Points): what was earned from here on has not lapsed by the end of the story. */
const pointsSince = ({ until }: LargeOrder): BusinessDate =>
  addDays(endOfMonthAfter(until, -DEFAULT_RULES.points.expiryMonths), 1);

function inSlices(
  raw: SQLite.Database,
  { progress }: LargeOrder,
  what: LargePart,
  total: number,
  write: (at: number) => void,
): void {
  const slice = raw.transaction((from: number) => {
    for (let at = from; at < Math.min(total, from + SLICE); at++) write(at);
  });
  for (let from = 0; from < total; from += SLICE) {
    progress?.(what, from, total);
    slice(from);
  }
  progress?.(what, total, total);
}

function ownerOf(raw: SQLite.Database): string {
  const id = raw.prepare<[], string>('select id from staff').pluck().get();
  if (id === undefined) throw new Error('a store without its owner');
  return id;
}
