import { decideExpire } from '../domain/points/expire';
import type { EntryDraft } from '../domain/points/ledger';
import type { BusinessDate } from '../domain/units';
import { insertRows } from '../insert-rows';
import type { Tx } from '../schema';
import { type LedgerRows, ledgerRows } from './mapping';
import { lapsedLots } from './queries';
import type { About, Stamp } from './stamp';

export type { About, Stamp };

/** Lots looked at in one step of the sweep; bounds the size of its statements. */
const SWEEP_STEP = 500;

/** Writes decided entries with their lots and moves: the one place that appends to the ledger. */
export async function appendEntries(
  tx: Tx,
  drafts: readonly EntryDraft[],
  about: About,
  stamp: Stamp,
): Promise<void> {
  await append(tx, ledgerRows([{ about, drafts }], stamp));
}

/**
 * Writes the expiry entries of lapsed lots, at most about `most` lots, and answers the members
 * touched. Balances never counted those lots; this makes the ledger say so. Nothing lapsed, nothing written.
 */
export async function sweepExpired(
  tx: Tx,
  today: BusinessDate,
  stamp: Stamp,
  most = Number.MAX_SAFE_INTEGER,
): Promise<string[]> {
  const touched: string[] = [];
  for (let swept = 0; swept < most; ) {
    const lapsed = await lapsedLots(tx, today, Math.min(SWEEP_STEP, most - swept));
    if (lapsed.size === 0) break;
    const drafted = [...lapsed].map(([memberId, holdings]) => ({
      about: { memberId },
      drafts: decideExpire(holdings, today),
    }));
    const rows = ledgerRows(drafted, stamp);
    await append(tx, rows);
    touched.push(...lapsed.keys());
    swept += rows.moves.length;
  }
  return touched;
}

/** Entries before their lots before the moves: triggers let the lots' remainders follow each move. */
async function append(tx: Tx, { entries, lots, moves }: LedgerRows): Promise<void> {
  await insertRows(tx, 'points_entry', entries);
  await insertRows(tx, 'points_lot', lots);
  await insertRows(tx, 'points_move', moves);
}
