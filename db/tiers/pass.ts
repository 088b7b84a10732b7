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
  earlier,
  firstDayRead,
  JUDGED_ON,
  noLaterThan,
  rulesSince,
  type TierAccount,
  takeBackReading,
} from './accounts';
import { appendTierChanges } from './commands';
import { type StandingRow, standingFrom } from './mapping';

/**
 * The next members by number, each with what they bought in the window, refunds not yet taken off: most
 * of them cannot have risen by so much, and are not looked at any further.
 */
const MEMBERS = `
  with chunk as materialized (
    select n, id, tier, tier_since, tier_until, tier_fixed, joined_on from member
    where n > +? and state = 'active' order by n limit +?)
  select c.*, count(p.seq) as visits, coalesce(sum(p.paid_fen), 0) as money,
    exists (select 1 from refund r where r.member_id = c.id and r.business_date >= +? and r.kind = 'import_undo') as undone
  from chunk c left join purchase p on p.member_id = c.id and p.bought_at >= +?
    and c.tier <> 'vip' and c.tier_fixed = 0
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
  const undone = new Set(members.filter((member) => member.undone === 1).map(({ id }) => id));
  let changes = 0;
  const changed: string[] = [];
  for (const account of readIn(tx, dueAccounts(members, lastOn, today))) {
    const due = [...account.overdue];
    if (undone.has(account.memberId)) due.push(...readIn(tx, takeBackReading(account)));
    appendTierChanges(tx, account.memberId, due, {}, stamp);
    changes += due.length;
    if (due.length > 0) changed.push(account.memberId);
  }
  const next = members.length < most ? null : (members.at(-1)?.n ?? null);
  return { looked: members.length, changed, changes, next };
}

/** Those of the members for whom something may be due. */
function* dueAccounts(
  members: readonly MemberRow[],
  lastOn: BusinessDate | null,
  today: BusinessDate,
): Reading<TierAccount[]> {
  const ends = members.flatMap(({ tier_until }) => (tier_until === null ? [] : [businessDate(tier_until)]));
  const since = ends.reduce(earlier, lastOn ?? today);
  const rules = yield* rulesSince(since, today);
  const { tiers } = rules.on(today);
  const rulesChanged = rules.changesBetween(lastOn ?? today, today).length > 0;
  const asked = members.filter((member) => {
    if (member.undone === 1 || hasEnded(standingFrom(member), today)) return true;
    const atMost = qualifiedBy({ money: fen(member.money), visits: member.visits }, tiers);
    return member.tier_fixed === 0 && (rulesChanged || rankOf(atMost) > rankOf(member.tier));
  });
  if (asked.length === 0) return [];
  const ids = JSON.stringify(asked.map(({ id }) => id));
  const judged = new Map<string, BusinessDate>();
  for (const row of yield* rows<{ id: string; judged_on: string }>(JUDGED, today, ids))
    judged.set(row.id, earlier(businessDate(row.judged_on), today));
  const bought = new Map<string, TierBill[]>();
  const firstDay = noLaterThan(firstDayRead(since, today, rules));
  for (const row of yield* rows<BillRow & { member_id: string }>(BILLS, ids, firstDay)) {
    const bills = bought.get(row.member_id) ?? [];
    bills.push(billFrom(row));
    bought.set(row.member_id, bills);
  }
  return asked.map((member) => {
    const standing = standingFrom(member);
    const bills = bought.get(member.id) ?? [];
    const judgedOn = judged.get(member.id) ?? today;
    const overdue = advanceTier({ standing, bills, judgedOn, today, rules });
    return {
      memberId: member.id,
      today,
      standing: standingAfter(standing, overdue),
      overdue,
      bills,
      rules,
    };
  });
}
