import { sql } from 'kysely';
import type { EntryKind } from '../domain/points/ledger';
import type { PointsRules } from '../domain/settings/shop-rules';
import { type BusinessDate, businessDate, type Instant, instant, type Points, points } from '../domain/units';
import { dateOrNull } from '../nullable';
import type { Reader } from '../schema';
import { currentRules, type RuleStamp, type RulesInForce, ruleVersions } from '../settings/queries';
import { usablePoints } from './queries';

export interface BalanceWhy {
  /** What the counter shows: the sum of all entries less what has lapsed unwritten. Negative when owing. */
  readonly balance: Points;
  readonly lapsedUnwritten: Points;
  readonly debt: Points;
  readonly byKind: KindSum[];
  readonly worth: PointsRules['redeem'];
  readonly rule: RuleStamp;
}

interface KindSum {
  readonly kind: EntryKind;
  readonly entries: number;
  readonly points: Points;
}

/** Why a member has the points they have; null when there is no such member. */
export async function whyBalance(
  db: Reader,
  memberId: string,
  today: BusinessDate,
): Promise<BalanceWhy | null> {
  const member = await db.selectFrom('member').select('id').where('id', '=', memberId).executeTakeFirst();
  if (member === undefined) return null;
  const { usable, debt } = await usablePoints(db, memberId, today);
  const inForce = await currentRules(db, today);
  return {
    balance: usable,
    lapsedUnwritten: await lapsedUnwritten(db, memberId, today),
    debt,
    byKind: await sumsByKind(db, memberId),
    worth: inForce.rules.points.redeem,
    rule: stampOf(inForce),
  };
}

/** In the order in which each kind came first into the ledger. */
async function sumsByKind(db: Reader, memberId: string): Promise<KindSum[]> {
  const rows = await db
    .selectFrom('points_entry')
    .select(['kind', sql<number>`count(*)`.as('entries'), sql<number>`sum(points)`.as('sum')])
    .where('member_id', '=', memberId)
    .groupBy('kind')
    .orderBy((eb) => eb.fn.min('seq'))
    .execute();
  return rows.map(({ kind, entries, sum }) => ({ kind, entries, points: points(sum) }));
}

async function lapsedUnwritten(db: Reader, memberId: string, today: BusinessDate): Promise<Points> {
  const row = await db
    .selectFrom('points_lot')
    .select(sql<number>`coalesce(sum(remaining), 0)`.as('left'))
    .where('member_id', '=', memberId)
    .where(sql<boolean>`remaining > 0`) // a literal, so that the partial index applies
    .where('last_day', '<', today)
    .executeTakeFirstOrThrow();
  return points(row.left);
}

export interface LotWhy {
  readonly earnedOn: BusinessDate;
  readonly points: Points;
  readonly remaining: Points;
  readonly lastDay: BusinessDate | null;
  /** The kind of entry that made the lot. */
  readonly kind: EntryKind;
  readonly receiptNo: string | null;
  readonly purchaseId: string | null;
  /** A refund brought these points back after their own lot had lapsed. */
  readonly revived: boolean;
  readonly expiryMonths: number;
  readonly restoredLotDays: number;
  readonly rule: RuleStamp;
  /** Everything that was put in and taken out, oldest first; their sum is what remains. */
  readonly moves: { readonly kind: EntryKind; readonly points: Points; readonly at: Instant }[];
}

/** Why a lot lapses when it does, under the rules by which it was made; null when there is no such lot. */
export async function whyLot(db: Reader, lotId: string): Promise<LotWhy | null> {
  const lot = await db
    .selectFrom('points_lot')
    .innerJoin('points_entry', 'points_entry.id', 'points_lot.entry_id')
    .leftJoin('purchase', 'purchase.id', 'points_entry.purchase_id')
    .select(['points_lot.earned_on', 'points_lot.points', 'points_lot.remaining', 'points_lot.last_day'])
    .select(['points_lot.revives_id', 'points_entry.kind', 'points_entry.rule_version'])
    .select(['points_entry.purchase_id', 'purchase.receipt_no'])
    .where('points_lot.id', '=', lotId)
    .executeTakeFirst();
  if (lot === undefined) return null;
  const made = await rulesOf(db, lot.rule_version);
  return {
    earnedOn: businessDate(lot.earned_on),
    points: points(lot.points),
    remaining: points(lot.remaining),
    lastDay: dateOrNull(lot.last_day),
    kind: lot.kind,
    receiptNo: lot.receipt_no,
    purchaseId: lot.purchase_id,
    revived: lot.revives_id !== null,
    expiryMonths: made.rules.points.expiryMonths,
    restoredLotDays: made.rules.points.restoredLotDays,
    rule: stampOf(made),
    moves: await movesOf(db, lotId),
  };
}

async function movesOf(db: Reader, lotId: string): Promise<LotWhy['moves']> {
  const rows = await db
    .selectFrom('points_move')
    .innerJoin('points_entry', 'points_entry.id', 'points_move.entry_id')
    .select(['points_entry.kind', 'points_move.points', 'points_entry.at'])
    .where('points_move.lot_id', '=', lotId)
    .orderBy('points_move.seq')
    .execute();
  return rows.map((move) => ({ kind: move.kind, points: points(move.points), at: instant(move.at) }));
}

/** The foreign key on every entry sees to it that the version is there. */
async function rulesOf(db: Reader, version: number): Promise<RulesInForce> {
  const made = (await ruleVersions(db)).find((rules) => rules.version === version);
  if (made === undefined) throw new Error(`no rules of version ${version}`);
  return made;
}

const stampOf = ({ version, effectiveFrom }: RulesInForce): RuleStamp => ({ version, effectiveFrom });
