import { sql } from 'kysely';
import { addDays } from '../domain/calendar/business-day';
import type { EntryKind, Holdings, Lot } from '../domain/points/ledger';
import { type BusinessDate, businessDate, type Instant, instant, type Points, points } from '../domain/units';
import { dateOrNull } from '../nullable';
import { prepared } from '../prepared';
import type { Reader, Tx } from '../schema';

/** Points that lapse within so many days are shown at the counter. */
const LAPSING_SOON_DAYS = 30;
/** A literal, so that the partial indexes on open lots apply. */
const OPEN = sql<boolean>`remaining > 0`;

export interface UsablePoints {
  /** Lots that live, less the debt; negative when owing. */
  readonly usable: Points;
  readonly debt: Points;
  /** What lapses within 30 days, and the first day on which some does. */
  readonly lapsingSoon: { readonly points: Points; readonly lastDay: BusinessDate } | null;
}

/** What the counter shows. Lapsed lots do not count, swept or not. */
export async function usablePoints(db: Reader, memberId: string, today: BusinessDate): Promise<UsablePoints> {
  const soon = addDays(today, LAPSING_SOON_DAYS);
  const row = await db
    .selectFrom('points_lot')
    .select([
      sql<number>`coalesce(sum(remaining), 0)`.as('held'),
      sql<number>`coalesce(sum(remaining) filter (where last_day <= ${soon}), 0)`.as('lapsing'),
      sql<string | null>`min(last_day) filter (where last_day <= ${soon})`.as('first'),
      sql<number>`coalesce((select owed from points_debt where member_id = ${memberId}), 0)`.as('owed'),
    ])
    .where('member_id', '=', memberId)
    .where(OPEN)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', today)]))
    .executeTakeFirstOrThrow();
  return {
    usable: points(row.held - row.owed),
    debt: points(row.owed),
    lapsingSoon:
      row.first === null ? null : { points: points(row.lapsing), lastDay: businessDate(row.first) },
  };
}

export interface Account {
  readonly memberId: string;
  /** False for one who was erased or merged away: they keep their ledger, but buy nothing. */
  readonly active: boolean;
  readonly birthday: { readonly month: number; readonly day: number } | null;
  /** Everything open, lapsed lots included: a decision sweeps them first. */
  readonly holdings: Holdings;
}

interface AccountRow {
  readonly state: 'active' | 'erased' | 'void';
  readonly birth_month: number | null;
  readonly birth_day: number | null;
  readonly owed: number | null;
  readonly id: string | null;
  readonly earned_on: string | null;
  readonly last_day: string | null;
  readonly remaining: number | null;
}

/** The plus keeps SQLite from planning the statement anew for every value. */
const ACCOUNT = `
  select m.state, m.birth_month, m.birth_day, d.owed, l.id, l.earned_on, l.last_day, l.remaining from member m
  left join points_debt d on d.member_id = m.id
  left join points_lot l on l.member_id = m.id and l.remaining > 0
  where m.id = +`;

/** What a decision needs of a member, in one statement; null when there is no such member. */
export async function accountOf(db: Reader, memberId: string): Promise<Account | null> {
  const account = sql<AccountRow>`(${sql.raw(ACCOUNT)}${memberId})`.as('account');
  return accountFrom(memberId, await db.selectFrom(account).selectAll().execute());
}

/** The same inside a transaction, as every sale asks it. */
export const accountIn = (tx: Tx, memberId: string): Account | null =>
  accountFrom(memberId, prepared<AccountRow>(tx, `${ACCOUNT}?`).all(memberId));

function accountFrom(memberId: string, rows: readonly AccountRow[]): Account | null {
  const [member] = rows;
  if (member === undefined) return null;
  const { birth_month: month, birth_day: day } = member;
  const lots = rows.flatMap(({ id, earned_on, last_day, remaining }) =>
    id === null || earned_on === null || remaining === null
      ? []
      : [lotFrom({ id, earned_on, last_day, remaining })],
  );
  return {
    memberId,
    active: member.state === 'active',
    birthday: month === null || day === null ? null : { month, day },
    holdings: { lots, owed: points(member.owed ?? 0) },
  };
}

/** Lots that have lapsed and still hold something, all of each member's, about `most` of them. */
export async function lapsedLots(
  db: Reader,
  today: BusinessDate,
  most: number,
): Promise<Map<string, Holdings>> {
  const rows = await db
    .selectFrom('points_lot')
    .select(['member_id', 'id', 'earned_on', 'last_day', 'remaining'])
    .where(OPEN)
    .where('last_day', '<', today)
    .where('member_id', 'in', (eb) =>
      eb.selectFrom('points_lot').select('member_id').where(OPEN).where('last_day', '<', today).limit(most),
    )
    .execute();
  const held = new Map<string, { lots: Lot[]; owed: Points }>();
  for (const row of rows) {
    const holdings = held.get(row.member_id) ?? { lots: [], owed: points(0) };
    holdings.lots.push(lotFrom(row));
    held.set(row.member_id, holdings);
  }
  return held;
}

export interface EntryRow {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly points: Points;
  readonly balanceAfter: Points;
  readonly at: Instant;
  readonly businessDate: BusinessDate;
  readonly reason: string;
  readonly receiptNo: string | null;
  readonly staffName: string;
}

/** A page of the member's ledger, newest first, with the balance as it stood after each entry. */
export async function entriesOf(
  db: Reader,
  memberId: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: EntryRow[] }> {
  const rows = await db
    .with('ledger', (cte) =>
      cte
        .selectFrom('points_entry')
        .selectAll()
        .select(sql<number>`sum(points) over (order by seq)`.as('balance_after'))
        .where('member_id', '=', memberId),
    )
    .selectFrom('ledger')
    .innerJoin('staff', 'staff.id', 'ledger.staff_id')
    .leftJoin('purchase', 'purchase.id', 'ledger.purchase_id')
    .select(['ledger.seq', 'ledger.kind', 'ledger.points', 'ledger.balance_after', 'ledger.at'])
    .select(['ledger.business_date', 'ledger.reason', 'purchase.receipt_no', 'staff.name as staff_name'])
    .orderBy('ledger.seq', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await db
    .selectFrom('points_entry')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return {
    total,
    rows: rows.map((row) => ({
      seq: row.seq,
      kind: row.kind,
      points: points(row.points),
      balanceAfter: points(row.balance_after),
      at: instant(row.at),
      businessDate: businessDate(row.business_date),
      reason: row.reason,
      receiptNo: row.receipt_no,
      staffName: row.staff_name,
    })),
  };
}

export interface LotRow extends Lot {
  readonly points: Points;
  readonly kind: EntryKind;
}

/** Lots that live and hold something, soonest lapse first, with the entry kind that made them. */
export async function openLots(db: Reader, memberId: string, today: BusinessDate): Promise<LotRow[]> {
  const rows = await db
    .selectFrom('points_lot')
    .innerJoin('points_entry', 'points_entry.id', 'points_lot.entry_id')
    .select(['points_lot.id', 'points_lot.earned_on', 'points_lot.last_day', 'points_lot.remaining'])
    .select(['points_lot.points', 'points_entry.kind'])
    .where('points_lot.member_id', '=', memberId)
    .where(OPEN)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', today)]))
    .orderBy('last_day', (order) => order.asc().nullsLast())
    .orderBy('earned_on')
    .orderBy('points_lot.id')
    .execute();
  return rows.map((row) => ({ ...lotFrom(row), points: points(row.points), kind: row.kind }));
}

/** Points one member of staff has adjusted by hand on a day, in both directions together. */
export async function adjustedOn(db: Reader, staffId: string, day: BusinessDate): Promise<Points> {
  const row = await db
    .selectFrom('points_entry')
    .select(sql<number>`coalesce(sum(abs(points)), 0)`.as('adjusted'))
    .where('staff_id', '=', staffId)
    .where('business_date', '=', day)
    .where('kind', '=', 'adjust')
    .executeTakeFirstOrThrow();
  return points(row.adjusted);
}

export function lotFrom(row: {
  id: string;
  earned_on: string;
  last_day: string | null;
  remaining: number;
}): Lot {
  return {
    id: row.id,
    earnedOn: businessDate(row.earned_on),
    lastDay: dateOrNull(row.last_day),
    remaining: points(row.remaining),
  };
}

/** The entry that made a lot of this very transaction. */
export function entryOfLot(tx: Tx, lotId: string): string {
  const row = prepared<{ entry_id: string }>(tx, 'select entry_id from points_lot where id = ?').get(lotId);
  if (row === undefined) throw new Error('a lot that was just made is not there');
  return row.entry_id;
}
