import { setImmediate as nextTurn } from 'node:timers/promises';
import { appendAudit } from '../../../db/audit/append';
import { tellStepBack } from '../../../db/audit/moment';
import type { AuditNote } from '../../../db/domain/audit/entry';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { Moments } from '../../../db/domain/exchange/moments';
import { NO_COUNTS, type PosCounts, type PosOutcome } from '../../../db/domain/pos/outcome';
import type { TillReceipt } from '../../../db/domain/pos/receipts';
import type { RefusedRow } from '../../../db/domain/pos/row';
import type { BusinessDate } from '../../../db/domain/units';
import { refreshLookup } from '../../../db/members/lookup-rows';
import type { RefusedReceipt } from '../../../db/pos/commands';
import type { TimedReceipt } from '../../../db/pos/judge';
import type { Tx } from '../../../db/schema';
import type { BookingCx } from '../booking-cx';
import { momentIn } from '../moment';
import type { Shop, Sources } from '../shop';
import { type Posted, postReceipt } from './post-receipt';

/** After so long a slice ends: with its commit, and a sale that comes between, main serves everybody within 16 ms. */
const SLICE_MS = 2;
/** And after so many receipts, though all of them were booked before. */
const MOST_IN_SLICE = 200;

export interface PostedFile {
  readonly counts: PosCounts;
  readonly refused: readonly RefusedReceipt[];
}

/** With its moment in the store's own time. */
export function timed(receipt: TillReceipt, moments: Moments): TimedReceipt {
  const { at, businessDate } = moments.of(receipt.date, receipt.minutes);
  return { ...receipt, at, day: businessDate };
}

/**
 * Books the receipts of one file in slices, with the counter served between them. Each slice is one
 * transaction with its own entry in the audit trail; what a crash has cut off is booked when the file is
 * read again, and only that. Answers undefined when it was stopped.
 */
export async function postFile(
  { shop, sources }: { readonly shop: Shop; readonly sources: Sources },
  receipts: readonly (TillReceipt | RefusedRow)[],
  of: { readonly fileId: string; readonly from: BusinessDate },
  stopping: () => boolean,
): Promise<PostedFile | undefined> {
  const counts: Record<PosOutcome, number> = { ...NO_COUNTS };
  const refused: RefusedReceipt[] = [];
  const moments = new Moments(shop.calendar);
  for (let at = 0; at < receipts.length; await nextTurn()) {
    if (stopping()) return undefined;
    const slice = await inSlice(shop, sources, async (cx) => {
      const posted: Posted[] = [];
      const began = performance.now();
      for (const receipt of receipts.slice(at, at + MOST_IN_SLICE)) {
        posted.push('why' in receipt ? unread(receipt) : await postReceipt(cx, timed(receipt, moments), of));
        if (performance.now() - began > SLICE_MS) break;
      }
      return posted;
    });
    for (const posted of slice) {
      counts[posted.outcome]++;
      if (posted.outcome === 'refused') refused.push(posted.refused);
    }
    at += slice.length;
  }
  return { counts, refused };
}

const unread = ({ line, receiptNo, why }: RefusedRow): Posted => ({
  outcome: 'refused',
  refused: { line, receiptNo, why, booked: null, told: null },
});

/** One transaction in the name of the house; an entry in the trail only where something was booked. */
async function inSlice<Result>(
  shop: Shop,
  sources: Sources,
  work: (cx: BookingCx) => Promise<Result>,
): Promise<Result> {
  const now = momentIn(shop, sources);
  const today = businessDateOf(now, shop.calendar);
  const touched = new Set<string>();
  const notes: AuditNote[] = [];
  const result = await shop.opened.db.transaction().execute(async (tx: Tx) => {
    const done = await work({
      ...{ tx, now, today, newId: sources.newId, staff: shop.house },
      touch: (memberId) => touched.add(memberId),
      audit: (note) => notes.push(note),
    });
    if (notes.length > 0) {
      refreshLookup(tx, [...touched], today);
      tellStepBack(tx, { pc: sources.clock(), today });
      const subjects = [...touched].map((id) => ({ kind: 'member' as const, id }));
      const by = { staffId: null, approverId: null, requestId: null };
      appendAudit(tx, { at: now, businessDate: today, act: 'pos.post', ...by, subjects, notes });
    }
    return done;
  });
  shop.lookup.follow([...touched]);
  return result;
}
