import { sql } from 'kysely';
import { maskPhone } from '../domain/members/phone';
import type { Holdings } from '../domain/points/ledger';
import type { Use } from '../domain/points/restore';
import type { BillAccount } from '../domain/purchases/bill';
import type { RefundableSale } from '../domain/purchases/refund';
import {
  type BusinessDate,
  businessDate,
  type Fen,
  fen,
  type Instant,
  instant,
  points,
} from '../domain/units';
import { accountOf, lotFrom } from '../points/queries';
import { type Reading, rows } from '../reading';
import type { Reader } from '../schema';
import { accountFrom, lineFrom, type PurchaseRow, purchaseFrom, type RefundRow, refundFrom } from './mapping';
import type { SaleLine } from './rows';
import { wasUndone } from './standing';

/** A member's bills, newest first. */
export async function purchasesOf(
  db: Reader,
  memberId: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: PurchaseRow[] }> {
  const rows = await bills(db)
    .where('purchase.member_id', '=', memberId)
    .orderBy('purchase.bought_at', 'desc')
    .orderBy('purchase.seq', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await db
    .selectFrom('purchase')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return { total, rows: rows.map(purchaseFrom) };
}

export interface PurchaseDetail extends PurchaseRow {
  readonly memberId: string;
  readonly items: (SaleLine & { readonly discount: Fen })[];
  /** How its price and points came about; null for imported bills and those of older stores. */
  readonly account: BillAccount | null;
  /** The rules under which it was recorded. */
  readonly rule: { readonly version: number; readonly effectiveFrom: BusinessDate };
  readonly refunds: RefundRow[];
}

/** One bill with its lines and refunds; null when there is none. */
export async function purchaseDetail(db: Reader, purchaseId: string): Promise<PurchaseDetail | null> {
  const bill = await bills(db)
    .innerJoin('rule_version', 'rule_version.version', 'purchase.rule_version')
    .select('rule_version.effective_from')
    .where('purchase.id', '=', purchaseId)
    .executeTakeFirst();
  if (bill === undefined) return null;
  const lines = await db
    .selectFrom('purchase_line')
    .selectAll()
    .where('purchase_id', '=', purchaseId)
    .orderBy('line_no')
    .execute();
  const refunds = await db
    .selectFrom('refund')
    .select(['id', 'kind', 'amount_fen', 'money_back_fen', 'refunded_at', 'reason'])
    .where('purchase_id', '=', purchaseId)
    .orderBy('seq')
    .execute();
  return {
    ...purchaseFrom(bill),
    memberId: bill.member_id,
    items: lines.map(lineFrom),
    account: accountFrom(bill),
    rule: { version: bill.rule_version, effectiveFrom: businessDate(bill.effective_from) },
    refunds: refunds.map(refundFrom),
  };
}

const RECEIPT = `select p.id, p.total_fen, p.bought_at,
    exists (select 1 from pos_receipt t where t.purchase_id = p.id and t.state = 'booked') as by_till from receipt r join purchase p on p.id = r.purchase_id
  where r.business_date = ? and r.receipt_no = ?`;

/** The bill that already has this receipt number on that business day; `byTill`: the till's file has brought it. */
export function* receiptHolder(
  receiptNo: string,
  day: BusinessDate,
): Reading<{ purchaseId: string; total: Fen; boughtAt: Instant; byTill: boolean } | null> {
  if (receiptNo === '') return null;
  const [row] = yield* rows<{ id: string; total_fen: number; bought_at: number; by_till: 0 | 1 }>(
    RECEIPT,
    day,
    receiptNo,
  );
  if (row === undefined) return null;
  return {
    purchaseId: row.id,
    total: fen(row.total_fen),
    boughtAt: instant(row.bought_at),
    byTill: row.by_till === 1,
  };
}

export interface ReceiptBill {
  readonly purchaseId: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly phoneMasked: string;
  readonly boughtAt: Instant;
  readonly businessDate: BusinessDate;
  readonly total: Fen;
}

/** Receipt numbers of the latest days, to know one by its looks. */
export async function latestReceiptNos(db: Reader, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('receipt')
    .select('receipt_no')
    .orderBy('business_date', 'desc')
    .orderBy('receipt_no', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.receipt_no);
}

/** Bills of any day that have exactly this receipt number, the latest day first. */
export async function billsOfReceipt(db: Reader, receiptNo: string, limit: number): Promise<ReceiptBill[]> {
  const found = await db
    .selectFrom('receipt')
    .innerJoin('purchase', 'purchase.id', 'receipt.purchase_id')
    .innerJoin('member', 'member.id', 'purchase.member_id')
    .select(['purchase.id', 'purchase.member_id', 'member.name', 'member.phone'])
    .select(['purchase.bought_at', 'receipt.business_date', 'purchase.total_fen'])
    .where('receipt.receipt_no', '=', receiptNo)
    .orderBy('receipt.business_date', 'desc')
    .limit(limit)
    .execute();
  return found.map((bill) => ({
    purchaseId: bill.id,
    memberId: bill.member_id,
    memberName: bill.name,
    phoneMasked: maskPhone(bill.phone),
    boughtAt: instant(bill.bought_at),
    businessDate: businessDate(bill.business_date),
    total: fen(bill.total_fen),
  }));
}

/** What a refund must know: the bill, what was refunded before, where its points are, what the member has. */
export async function refundableSale(
  db: Reader,
  purchaseId: string,
): Promise<{ readonly memberId: string; readonly sale: RefundableSale; readonly holdings: Holdings } | null> {
  const bill = await bills(db)
    .select(
      sql<number>`exists (select 1 from refund where refund.purchase_id = purchase.id
        and refund.kind <> 'part')`.as('returned'),
    )
    .where('purchase.id', '=', purchaseId)
    .executeTakeFirst();
  const account = bill === undefined ? null : await accountOf(db, bill.member_id);
  if (bill === undefined || account === null) return null;
  const entries = await db
    .selectFrom('points_entry')
    .select(['id', 'kind', 'points'])
    .where('purchase_id', '=', purchaseId)
    .execute();
  const idOf = (kind: 'earn' | 'redeem') => entries.find((entry) => entry.kind === kind)?.id ?? null;
  const sumOf = (kind: 'restore' | 'clawback') =>
    entries.filter((entry) => entry.kind === kind).reduce((sum, entry) => sum + entry.points, 0);
  const entryIds = { earn: idOf('earn'), redeem: idOf('redeem') };
  const own = await ownLots(db, entryIds.earn);
  return {
    memberId: bill.member_id,
    holdings: account.holdings,
    sale: {
      total: fen(bill.total_fen),
      pointsWorth: fen(bill.points_worth_fen),
      redeemed: points(bill.points_redeemed),
      earned: points(bill.points_earned),
      businessDate: businessDate(bill.business_date),
      refunded: fen(bill.refunded),
      returned: bill.returned === 1,
      restored: points(sumOf('restore')),
      takenBack: points(-sumOf('clawback')),
      lapsed: points(own.reduce((sum, lot) => sum + lot.lapsed, 0)),
      ownLots: new Set(own.map((lot) => lot.id)),
      uses: await usesOf(db, entryIds.redeem),
      entryIds,
    },
  };
}

function bills(db: Reader) {
  return db
    .selectFrom('purchase')
    .selectAll('purchase')
    .select((eb) => [
      eb
        .selectFrom('refund')
        .select(sql<number>`coalesce(sum(amount_fen), 0)`.as('sum'))
        .whereRef('refund.purchase_id', '=', 'purchase.id')
        .$asScalar()
        .$notNull()
        .as('refunded'),
      sql<number>`${sql.raw(wasUndone('purchase'))}`.as('undone'),
      eb
        .selectFrom('purchase_line')
        .select('product')
        .whereRef('purchase_id', '=', 'purchase.id')
        .where('line_no', '=', 1)
        .where('product', '<>', '')
        .as('first_product'),
      eb
        .selectFrom('purchase_line')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('purchase_id', '=', 'purchase.id')
        .$asScalar()
        .$notNull()
        .as('lines'),
    ]);
}

/** The lot that the sale earned and those that have revived it, each with what lapsed in it. */
async function ownLots(db: Reader, earnEntryId: string | null): Promise<{ id: string; lapsed: number }[]> {
  if (earnEntryId === null) return [];
  return await db
    .selectFrom(
      sql<{ id: string }>`(
        with recursive family (id) as (
          select id from points_lot where entry_id = ${earnEntryId}
          union all
          select later.id from points_lot later join family on later.revives_id = family.id
        ) select id from family)`.as('own'),
    )
    .select(['own.id'])
    .select(
      sql<number>`(select coalesce(-sum(move.points), 0) from points_move move
        join points_entry entry on entry.id = move.entry_id
        where move.lot_id = own.id and entry.kind = 'expire')`.as('lapsed'),
    )
    .execute();
}

/** Lots that a redemption took points from, in the order of use. */
async function usesOf(db: Reader, redeemEntryId: string | null): Promise<Use[]> {
  if (redeemEntryId === null) return [];
  const rows = await db
    .selectFrom('points_move')
    .innerJoin('points_lot', 'points_lot.id', 'points_move.lot_id')
    .select(['points_lot.id', 'points_lot.earned_on', 'points_lot.last_day', 'points_lot.remaining'])
    .select('points_move.points')
    .where('points_move.entry_id', '=', redeemEntryId)
    .orderBy('points_move.seq')
    .execute();
  return rows.map((row) => ({ lot: lotFrom(row), points: points(-row.points) }));
}
