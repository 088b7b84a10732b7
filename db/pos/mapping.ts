import type { Selectable } from 'kysely';
import type { PosCounts, PosFileFailure, PosReason, WaitingReason } from '../domain/pos/outcome';
import { type BusinessDate, businessDate, type Fen, fen, type Instant, instant } from '../domain/units';
import { fenOrNull } from '../nullable';
import type { Schema } from '../schema';

/** A file of the till that was read. */
export interface PosFileRow {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly readAt: Instant;
  /** Null when its rows were read, whatever became of each. */
  readonly failure: PosFileFailure | null;
  readonly counts: PosCounts;
  readonly place: 'left' | 'done' | 'refused';
  /** Under which name it was moved there; null where it was left. */
  readonly movedName: string | null;
}

/** None while the file is still being read. */
export function fileFrom(row: Selectable<Schema['pos_file']>): PosFileRow[] {
  if (row.read_at === null) return [];
  return [
    {
      id: row.id,
      name: row.name,
      bytes: row.bytes,
      readAt: instant(row.read_at),
      failure: row.failure,
      counts: JSON.parse(row.counts) as PosCounts, // written by `endFile` only
      place: row.place,
      movedName: row.moved_name,
    },
  ];
}

export interface PosRefusedRow {
  readonly line: number;
  readonly receiptNo: string;
  readonly why: PosReason;
  /** What was booked, or is left to refund, where it is another amount than the till tells. */
  readonly booked: Fen | null;
  readonly told: Fen | null;
}

export const refusedFrom = (row: Selectable<Schema['pos_refused']>): PosRefusedRow => ({
  line: row.line,
  receiptNo: row.receipt_no,
  why: row.why,
  booked: fenOrNull(row.booked_fen),
  told: fenOrNull(row.told_fen),
});

export interface UnclaimedRow {
  readonly id: string;
  readonly receiptNo: string;
  readonly boughtAt: Instant;
  readonly businessDate: BusinessDate;
  /** What is left of it after refunds at the till. */
  readonly paid: Fen;
  readonly why: WaitingReason;
  readonly maybe: string | null;
}

export function unclaimedFrom(row: Selectable<Schema['pos_receipt']>): UnclaimedRow {
  if (row.why === null) throw new Error('a settled receipt waits for nobody');
  return {
    id: row.id,
    receiptNo: row.receipt_no,
    boughtAt: instant(row.bought_at),
    businessDate: businessDate(row.business_date),
    paid: fen(row.told_fen - row.back_fen),
    why: row.why,
    maybe: row.maybe_id,
  };
}
