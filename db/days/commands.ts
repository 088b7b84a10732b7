import { canonical, sha256 } from '../canonical';
import type { DayFigures } from '../domain/days/figures';
import type { BusinessDate, Instant } from '../domain/units';
import { insertRows, prepared } from '../prepared';
import type { Tx } from '../schema';

/** What of a day is sealed, in its one spelling; its sha256 is the stamp by which it is known. */
export const spelledFigures = (figures: DayFigures): string => canonical(figures);
export const stampOfFigures = (figures: DayFigures): string => sha256(spelledFigures(figures));

export interface Sealed {
  readonly id: string;
  readonly date: BusinessDate;
  readonly figures: DayFigures;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly staffId: string;
  readonly now: Instant;
}

/** Writes a close as the next round of its day. Answers which round it is. */
export function sealDay(tx: Tx, { id, date, figures, head, staffId, now }: Sealed): number {
  const last = prepared<{ round: number | null }>(
    tx,
    'select max(round) as round from day_close where business_date = ?',
  ).get(date);
  const round = (last?.round ?? 0) + 1;
  insertRows(tx, 'day_close', [
    {
      ...{ id, round, business_date: date, figures: spelledFigures(figures) },
      ...{ audit_seq: head.seq, audit_hash: head.hash, closed_at: now, staff_id: staffId },
    },
  ]);
  return round;
}
