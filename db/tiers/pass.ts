import { earlierOf } from '../domain/calendar/business-day';
import { advanceTier, hasEnded, standingAfter } from '../domain/tiers/judge';
import { rankOf } from '../domain/tiers/tier';
import { qualifiedBy, type TierBill, windowFrom } from '../domain/tiers/window';
import { type BusinessDate, businessDate, fen } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { type Reading, readIn, rows } from '../reading';
import type { Tx } from '../schema';
import {
  BILL_COLUMNS,
  type BillRow,
  billFrom,
  firstDayRead,
  JUDGED_ON,
  noLaterThan,
  rulesSince,
  type TierAccount,
  takeBackReading,
} from './accounts';
import { appendTierChanges } from './commands';
import { type StandingRow, standingFrom } from './mapping';
import type { StoredRules } from './rule-calendar';

/**
 * The next members by number, each with what they bought in the window, refunds not yet taken off: most
 * of them cannot have risen by so much, and are not looked at any further.
 */
const MEMBERS = `
  with chunk as materialized (
    select n, id, tier, tier_since, tier_until, tier_fixed, joined_on from member
    where n > +? and state = 'active' order by n limit +?)
  select c.*, count(p.bought_at) as visits, coalesce(sum(p.paid_fen), 0) as money,
    exists (select 1 from refund r where r.member_id = c.id and r.business_date >= +? and r.kind = 'import_undo') as undone
  from chunk c left join purchase p on p.member_id = c.id and p.bought_at >= +?
  group by c.n order by c.n`;

const JUDGED = `select m.id, ${JUDGED_ON} as judged_on from member m where m.id in (select value from json_each(?))`;

const BILLS = `
  select p.member_id, ${BILL_COLUMNS} from json_each(?) asked
  cross join purchase p on p.member_id = asked.value and p.bought_at >= +?`;

interface MemberRow extends StandingRow {
  readonly n: number;
  readonly id: string;
  readonly visits: number;
  readonly money: number;
  readonly undone: 0 | 1;
}

export interface Chunk {
  /** Members up to this number have been judged. */
  readonly after: number;
  readonly most: number;
  /** The day on which everybody was judged last; null before the first pass. */
  readonly lastOn: BusinessDate | null;
}

export interface Judged {
  readonly looked: number;
  /** Members whose level was written anew: their lookup rows are to be renewed. */
  readonly changed: readonly string[];
  readonly changes: number;
  /** Where the next chunk begins; null when this was the last. */
  readonly next: number | null;
}

/** Members who are judged one by one in a transaction, and their bills; the first pass of a store has very many. */
const MOST_DUE = 25;
const MOST_BILLS = 1000;

/**
 * Judges the next members of the daily pass: one statement over all of them, two more over the few
 * for whom something may be due, who are then judged as at the counter. An import that was undone since
 * the last pass takes back what it had lifted.
 */
export function judgeChunk(tx: Tx, { after, most, lastOn }: Chunk, stamp: Stamp): Judged {
  const { today } = stamp;
  const { windowMonths } = readIn(tx, rulesSince(today, today)).on(today).tiers;
  const from = noLaterThan(windowFrom(today, windowMonths));
  const members = readIn(tx, rows<MemberRow>(MEMBERS, after, most, lastOn ?? '', from));
  const since = members.reduce((day, { tier_until }) => {
    return tier_until === null ? day : earlierOf(day, businessDate(tier_until));
  }, lastOn ?? today);
  const rules = readIn(tx, rulesSince(since, today));
  const mayBeDue = members.filter((member) => isDue(member, { rules, lastOn, today }));
  const asked = atOnce(mayBeDue);
  const last = (mayBeDue.length > asked.length ? asked : members).at(-1)?.n ?? after;

  const changed: string[] = [];
  let changes = 0;
  for (const { account, undone } of readIn(tx, accountsOf(asked, { rules, since, today }))) {
    const due = [...account.overdue, ...(undone ? readIn(tx, takeBackReading(account)) : [])];
    appendTierChanges(tx, account.memberId, due, {}, stamp);
    changes += due.length;
    if (due.length > 0) changed.push(account.memberId);
  }
  const looked = members.filter(({ n }) => n <= last).length;
  const over = members.length < most && looked === members.length;
  return { looked, changed, changes, next: over ? null : last };
}

/** As many of them as one transaction judges, at least one. */
function atOnce(due: readonly MemberRow[]): readonly MemberRow[] {
  let bills = 0;
  const over = due.findIndex(({ visits }, at) => {
    bills += visits;
    return at === MOST_DUE || (at > 0 && bills > MOST_BILLS);
  });
  return over === -1 ? due : due.slice(0, over);
}

/** False when nothing can be due: no end has come, no rules have changed, and not even all that was bought would do. */
function isDue(
  member: MemberRow,
  { rules, lastOn, today }: { rules: StoredRules; lastOn: BusinessDate | null; today: BusinessDate },
): boolean {
  if (member.undone === 1 || hasEnded(standingFrom(member), today)) return true;
  if (member.tier_fixed === 1) return false;
  if (rules.changesBetween(lastOn ?? today, today).length > 0) return true;
  const atMost = qualifiedBy({ money: fen(member.money), visits: member.visits }, rules.on(today).tiers);
  return rankOf(atMost) > rankOf(member.tier);
}

/** How these members stand today, in two statements. */
function* accountsOf(
  members: readonly MemberRow[],
  { rules, since, today }: { rules: StoredRules; since: BusinessDate; today: BusinessDate },
): Reading<{ account: TierAccount; undone: boolean }[]> {
  if (members.length === 0) return [];
  const ids = JSON.stringify(members.map(({ id }) => id));
  const judged = new Map<string, BusinessDate>();
  for (const row of yield* rows<{ id: string; judged_on: string }>(JUDGED, today, ids))
    judged.set(row.id, earlierOf(businessDate(row.judged_on), today));
  const bought = new Map<string, TierBill[]>();
  const firstDay = noLaterThan(firstDayRead(since, today, rules));
  for (const row of yield* rows<BillRow & { member_id: string }>(BILLS, ids, firstDay)) {
    const bills = bought.get(row.member_id) ?? [];
    bills.push(billFrom(row));
    bought.set(row.member_id, bills);
  }
  return members.map((member) => {
    const stored = standingFrom(member);
    const bills = bought.get(member.id) ?? [];
    const judgedOn = judged.get(member.id) ?? today;
    const overdue = advanceTier({ standing: stored, bills, judgedOn, today, rules });
    const standing = standingAfter(stored, overdue);
    return {
      account: { memberId: member.id, today, standing, overdue, bills, rules },
      undone: member.undone === 1,
    };
  });
}
