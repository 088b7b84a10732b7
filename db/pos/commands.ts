import type { PosCounts, PosFileFailure, PosReason, WaitingReason } from '../domain/pos/outcome';
import { NO_COUNTS } from '../domain/pos/outcome';
import type { TillLine } from '../domain/pos/sale';
import type { SeenFile } from '../domain/pos/watching';
import type { BusinessDate, Fen, Instant } from '../domain/units';
import { insertRows, prepared } from '../prepared';
import type { Tx } from '../schema';
import type { PosSource } from './queries';

/** Watches this folder from now on; another one takes the place of the one before. */
export async function putSource(
  tx: Tx,
  source: Omit<PosSource, 'paused' | 'since'>,
  by: { readonly staffId: string; readonly now: Instant },
): Promise<void> {
  const row = {
    name: source.name,
    folder: source.folder,
    pattern: source.pattern,
    reading: JSON.stringify(source.reading),
    from_date: source.from,
    still_seconds: source.stillSeconds,
    marker: source.marker,
    grows: source.grows ? 1 : 0,
    paused: 0,
    since: by.now,
    staff_id: by.staffId,
  };
  await tx
    .insertInto('pos_source')
    .values({ only_row: 1, ...row })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(row))
    .execute();
}

export async function pauseSource(tx: Tx, paused: boolean): Promise<void> {
  await tx
    .updateTable('pos_source')
    .set({ paused: paused ? 1 : 0 })
    .execute();
}

/**
 * Begins to read a file. What a crash has left half read goes on under its own id, and so does a file that
 * grows: it is one file however often it is read.
 */
export async function beginFile(
  tx: Tx,
  seen: SeenFile,
  { grows, newId }: { readonly grows: boolean; readonly newId: () => string },
): Promise<string> {
  const before = await tx
    .selectFrom('pos_file')
    .select(['id'])
    .where('name', '=', seen.name)
    .where('place', '=', 'left')
    .where((eb) => (grows ? eb.lit(true) : eb('read_at', 'is', null)))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = { bytes: seen.bytes, modified_at: seen.modifiedAt };
  if (before !== undefined) {
    await tx.updateTable('pos_file').set(row).where('id', '=', before.id).execute();
    return before.id;
  }
  const id = newId();
  await tx
    .insertInto('pos_file')
    .values({
      ...row,
      ...{ id, name: seen.name, sha256: null, read_at: null, business_date: null, failure: null },
      ...{ counts: JSON.stringify(NO_COUNTS), moved_name: null },
    })
    .execute();
  return id;
}

/** A refused receipt, without anything that says whose it is. */
export interface RefusedReceipt {
  readonly line: number;
  readonly receiptNo: string;
  readonly why: PosReason;
  readonly booked: Fen | null;
  readonly told: Fen | null;
}

/** Says what became of a file, whatever was said of it before. */
export async function endFile(
  tx: Tx,
  fileId: string,
  end: {
    readonly sha256: string | null;
    readonly failure: PosFileFailure | null;
    readonly counts: PosCounts;
    readonly refused: readonly RefusedReceipt[];
    readonly now: Instant;
    readonly today: BusinessDate;
  },
): Promise<void> {
  await tx
    .updateTable('pos_file')
    .set({
      sha256: end.sha256,
      failure: end.failure,
      counts: JSON.stringify(end.counts),
      read_at: end.now,
      business_date: end.today,
    })
    .where('id', '=', fileId)
    .execute();
  await tx.deleteFrom('pos_refused').where('file_id', '=', fileId).execute();
  for (const { line, receiptNo, why, booked, told } of end.refused)
    insertRows(tx, 'pos_refused', [
      { file_id: fileId, line, receipt_no: receiptNo, why, booked_fen: booked, told_fen: told },
    ]);
}

/** The file lies there now, under that name. */
export async function fileMoved(
  tx: Tx,
  fileId: string,
  moved: { readonly place: 'done' | 'refused'; readonly name: string } | null,
): Promise<void> {
  await tx
    .updateTable('pos_file')
    .set({ place: moved?.place ?? 'left', moved_name: moved?.name ?? null })
    .where('id', '=', fileId)
    .execute();
}

/** The file is to be read once more; what it has booked stays booked. */
export async function forgetReading(tx: Tx, fileId: string): Promise<void> {
  await tx
    .updateTable('pos_file')
    .set({ read_at: null, business_date: null, place: 'left', moved_name: null })
    .where('id', '=', fileId)
    .execute();
}

interface ToldReceipt {
  readonly id: string;
  readonly day: BusinessDate;
  readonly receiptNo: string;
  readonly boughtAt: Instant;
  readonly told: Fen;
  readonly items: readonly TillLine[];
  readonly fileId: string;
}

type Standing =
  | { readonly state: 'waiting'; readonly why: WaitingReason; readonly maybe: string | null }
  | { readonly state: 'booked' | 'by_hand'; readonly purchaseId: string };

/** Keeps what the till has said of a receipt, and what became of it. */
export function insertReceipt(tx: Tx, receipt: ToldReceipt, standing: Standing): void {
  const waits = standing.state === 'waiting';
  insertRows(tx, 'pos_receipt', [
    {
      id: receipt.id,
      business_date: receipt.day,
      receipt_no: receipt.receiptNo,
      bought_at: receipt.boughtAt,
      told_fen: receipt.told,
      // Kept only as long as somebody may still be given the receipt.
      items: JSON.stringify(waits ? receipt.items : []),
      state: standing.state,
      why: waits ? standing.why : null,
      maybe_id: waits ? standing.maybe : null,
      purchase_id: waits ? null : standing.purchaseId,
      file_id: receipt.fileId,
    },
  ]);
}

const SETTLE = `update pos_receipt set state = ?, purchase_id = ?, why = null, items = '[]'
  where id = ? and state = 'waiting'`;

/** A receipt that waited has come to its end; false when it had before. */
export function settleReceipt(
  tx: Tx,
  id: string,
  end:
    | { readonly state: 'booked' | 'by_hand'; readonly purchaseId: string }
    | { readonly state: 'dismissed' },
): boolean {
  const purchaseId = end.state === 'dismissed' ? null : end.purchaseId;
  return prepared(tx, SETTLE).run(end.state, purchaseId, id).changes === 1;
}

const WAIT = 'update pos_receipt set why = ?, maybe_id = ? where id = ?';

/** Why a waiting receipt waits has become another. */
export function waitFor(tx: Tx, id: string, why: WaitingReason, maybe: string | null): void {
  prepared(tx, WAIT).run(why, maybe, id);
}

const TAKE_OFF = 'update pos_receipt set back_fen = back_fen + ? where id = ?';

/** Refunded at the till while it was nobody's. */
export function takeOff(tx: Tx, id: string, back: Fen): void {
  prepared(tx, TAKE_OFF).run(back, id);
}

/** Keeps that a refund row was heard, so that it is once. */
export function insertTillRefund(
  tx: Tx,
  refund: {
    readonly key: string;
    readonly day: BusinessDate;
    readonly receiptNo: string;
    readonly amount: Fen;
    readonly refundId: string | null;
    readonly purchaseId: string | null;
    readonly fileId: string;
  },
): void {
  insertRows(tx, 'pos_refund', [
    {
      key: refund.key,
      business_date: refund.day,
      receipt_no: refund.receiptNo,
      amount_fen: refund.amount,
      refund_id: refund.refundId,
      purchase_id: refund.purchaseId,
      file_id: refund.fileId,
    },
  ]);
}
