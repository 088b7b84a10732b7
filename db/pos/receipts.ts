import { addDays } from '../domain/calendar/business-day';
import { normaliseCardNo } from '../domain/members/card-no';
import {
  type FoundBuyer,
  type Holder,
  type KnownReceipt,
  REFUND_DAYS,
  type RefundTarget,
} from '../domain/pos/decide';
import type { TillBuyer } from '../domain/pos/row';
import type { TillLine } from '../domain/pos/sale';
import { type BusinessDate, businessDate, type Fen, fen, type Instant, instant } from '../domain/units';
import { wasUndone } from '../purchases/standing';
import { type Reading, rows } from '../reading';

/** What must be known of a receipt before it is booked; each is one statement on an index. */

const KNOWN = `select id, told_fen, back_fen, state, why, file_id from pos_receipt
  where business_date = +? and receipt_no = +?`;

export function* knownReceipt(day: BusinessDate, receiptNo: string): Reading<KnownReceipt | null> {
  const [row] = yield* rows<{
    id: string;
    told_fen: number;
    back_fen: number;
    state: KnownReceipt['state'];
    why: KnownReceipt['why'];
    file_id: string;
  }>(KNOWN, day, receiptNo);
  if (row === undefined) return null;
  const { id, state, why } = row;
  return { id, told: fen(row.told_fen), back: fen(row.back_fen), state, why, fileId: row.file_id };
}

const HOLDER = `select p.id, p.total_fen, p.paid_fen from receipt r join purchase p on p.id = r.purchase_id
  where r.business_date = +? and r.receipt_no = +?`;

export function* holderOf(day: BusinessDate, receiptNo: string): Reading<Holder | null> {
  const [row] = yield* rows<{ id: string; total_fen: number; paid_fen: number }>(HOLDER, day, receiptNo);
  return row === undefined
    ? null
    : { purchaseId: row.id, total: fen(row.total_fen), paid: fen(row.paid_fen) };
}

const BY = (column: 'card_no' | 'member_no' | 'external_id' | 'phone') =>
  `select id from member where ${column} = +? and state = 'active'`;

/**
 * The one active member whom the numbers of a receipt name: by card, then by member number, by the number
 * of another system, by whole phone. Two numbers of two people name nobody, and neither does a shared phone.
 */
export function* buyerOf(buyer: TillBuyer, named: boolean): Reading<FoundBuyer> {
  const card = buyer.cardNo === null ? undefined : normaliseCardNo(buyer.cardNo);
  const asked = [
    [BY('card_no'), card],
    [BY('member_no'), card],
    [BY('external_id'), buyer.externalId],
    [BY('phone'), buyer.phone],
  ] as const;
  const found: string[][] = [];
  for (const [text, number] of asked) {
    if (number === undefined || number === null) continue;
    const ids = (yield* rows<{ id: string }>(text, number)).map(({ id }) => id);
    if (ids.length > 0) found.push(ids);
  }
  const [first, ...others] = found;
  if (first === undefined) return { kind: 'none', why: named ? 'member_unknown' : 'no_member' };
  // A card says which of those who share a phone is meant.
  const [one, another] = first.filter((id) => others.every((ids) => ids.includes(id)));
  return one === undefined || another !== undefined
    ? { kind: 'none', why: 'member_ambiguous' }
    : { kind: 'one', memberId: one };
}

const NAME = 'select name from member where id = +?';

/** Under which name the store knows them; null for one without. */
export function* namedMember(memberId: string): Reading<string | null> {
  const [row] = yield* rows<{ name: string }>(NAME, memberId);
  return row === undefined || row.name === '' ? null : row.name;
}

const LOOKALIKE = `select p.id from purchase p
  where p.member_id = +? and p.business_date = +? and p.receipt_no is null and (p.paid_fen = +? or p.total_fen = +?)
    and not ${wasUndone('p')}
    and not exists (select 1 from pos_receipt where maybe_id = p.id)
  order by p.seq limit 1`;

/** A bill of that member, day and amount, recorded by hand without a number, which no other receipt may be. */
export function* lookalikeOf(memberId: string, day: BusinessDate, amount: Fen): Reading<string | null> {
  const [row] = yield* rows<{ id: string }>(LOOKALIKE, memberId, day, amount, amount);
  return row?.id ?? null;
}

const REFUND_KNOWN = 'select file_id from pos_refund where key = +?';

/** The file that told of this refund first; null when none has. */
export function* refundKnown(key: string): Reading<string | null> {
  const [row] = yield* rows<{ file_id: string }>(REFUND_KNOWN, key);
  return row?.file_id ?? null;
}

const BILLS = `select p.id, r.business_date,
    coalesce((select sum(b.amount_fen) from refund b where b.purchase_id = p.id
      and not exists (select 1 from pos_refund t where t.refund_id = b.id)), 0)
    - coalesce((select sum(t.amount_fen) from pos_refund t where t.purchase_id = p.id and t.refund_id is null), 0)
      as by_hand
  from receipt r join purchase p on p.id = r.purchase_id
  where r.receipt_no = +? and r.business_date between +? and +?`;
const WAITING = `select told.id, told.business_date, told.told_fen - told.back_fen as left_fen
  from pos_receipt told
  where told.receipt_no = +? and told.business_date between +? and +? and told.state = 'waiting'
    and not exists (select 1 from receipt r where r.business_date = told.business_date and r.receipt_no = told.receipt_no)`;

/** The receipts that a refund row of that day may mean: the one of its own day, else those of the weeks before. */
export function* refundTargets(day: BusinessDate, receiptNo: string): Reading<RefundTarget[]> {
  const since = addDays(day, -REFUND_DAYS);
  const bills = yield* rows<{ id: string; business_date: string; by_hand: number }>(
    BILLS,
    receiptNo,
    since,
    day,
  );
  const left = yield* rows<{ id: string; business_date: string; left_fen: number }>(
    WAITING,
    receiptNo,
    since,
    day,
  );
  const targets = [
    ...bills.map((row) => ({
      on: row.business_date,
      target: { kind: 'bill' as const, purchaseId: row.id, byHand: fen(Math.max(0, row.by_hand)) },
    })),
    ...left.map((row) => ({
      on: row.business_date,
      target: { kind: 'waiting' as const, id: row.id, left: fen(row.left_fen) },
    })),
  ];
  const own = targets.filter(({ on }) => on === day);
  return (own.length > 0 ? own : targets).map(({ target }) => target);
}

const STAFF = 'select id from staff where active = 1 and name = +?';

/** The one member of staff of that name; null when there is none, or another of the same name. */
export function* cashierNamed(name: string): Reading<string | null> {
  if (name === '') return null;
  const [one, another] = yield* rows<{ id: string }>(STAFF, name);
  return one === undefined || another !== undefined ? null : one.id;
}

const TO_CLAIM = `select id, business_date, receipt_no, bought_at, told_fen - back_fen as left_fen, items
  from pos_receipt where id = +? and state = 'waiting' and back_fen < told_fen`;

/** A receipt that somebody may be given. */
export interface ReceiptToClaim {
  readonly id: string;
  readonly day: BusinessDate;
  readonly receiptNo: string;
  readonly boughtAt: Instant;
  /** What is left of it after refunds at the till. */
  readonly paid: Fen;
  readonly items: readonly TillLine[];
}

export function* receiptToClaim(id: string): Reading<ReceiptToClaim | null> {
  const [row] = yield* rows<{
    id: string;
    business_date: string;
    receipt_no: string;
    bought_at: number;
    left_fen: number;
    items: string;
  }>(TO_CLAIM, id);
  if (row === undefined) return null;
  const items = JSON.parse(row.items) as TillLine[]; // written by `insertReceipt` only
  const paid = fen(row.left_fen);
  // Of a receipt that went back in part nobody has said which goods are left.
  const whole = items.reduce((sum, { amount }) => sum + amount, 0) === paid;
  return {
    id: row.id,
    day: businessDate(row.business_date),
    receiptNo: row.receipt_no,
    boughtAt: instant(row.bought_at),
    paid,
    items: whole ? items : [],
  };
}
