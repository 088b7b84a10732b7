import { decideExpire } from '../domain/points/expire';
import type { EntryDraft } from '../domain/points/ledger';
import type { BusinessDate } from '../domain/units';
import { insertRows } from '../prepared';
import type { Tx } from '../schema';
import { type LedgerRows, ledgerRows } from './mapping';
import { lapsedLots } from './queries';
import type { About, Stamp } from './stamp';

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
 * Writes the expiry entries of about `most` lapsed lots, all those of each member, and answers the
 * members touched: none once there is nothing left. Balances never counted those lots; this makes
 * the ledger say so.
 */
export async function sweepExpired(
  tx: Tx,
  today: BusinessDate,
  stamp: Stamp,
  most: number,
): Promise<string[]> {
  const lapsed = await lapsedLots(tx, today, most);
  const drafted = [...lapsed].map(([memberId, holdings]) => ({
    about: { memberId },
    drafts: decideExpire(holdings, today),
  }));
  await append(tx, ledgerRows(drafted, stamp));
  return [...lapsed.keys()];
}

/** Entries before their lots before the moves: triggers let the lots' remainders follow each move. */
async function append(tx: Tx, { entries, lots, moves }: LedgerRows): Promise<void> {
  insertRows(tx, 'points_entry', entries);
  insertRows(tx, 'points_lot', lots);
  insertRows(tx, 'points_move', moves);
}
