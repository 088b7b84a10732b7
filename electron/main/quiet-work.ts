import { catchUp, rowsBehind } from '../../db/insights/history';
import { codeOf } from '../../db/store-fault';
import type { Shop } from './shop';

const QUIET_MS = 2000;
/** New bills that the histories of members take in at once: some milliseconds. */
const ROWS = 1000;

/**
 * What follows a commit once nobody has acted for two seconds: the histories of members learn the new bills, and
 * the write-ahead log is moved into the store, since SQLite's own checkpoint would land on a sale; then `after`.
 * Answers the function to call after each commit.
 */
export function quietWork(
  openShop: () => Shop | undefined,
  after: () => void,
  failed: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const whenQuiet = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const shop = openShop();
      if (shop === undefined) return;
      // A worker may hold the store, or an act may just have begun: then it is not quiet, and later will do.
      if (shop.opened.raw.inTransaction || !tried(() => work(shop), failed)) whenQuiet();
      else after();
    }, QUIET_MS);
    timer.unref();
  };
  return whenQuiet;
}

/** False where it is to be done again: somebody else has the store, or there is more to do. */
function tried(work: () => boolean, failed: (error: unknown) => void): boolean {
  try {
    return work();
  } catch (error) {
    if (/^SQLITE_(LOCKED|BUSY)/.test(codeOf(error))) return false;
    failed(error);
    return true;
  }
}

function work({ opened: { raw } }: Shop): boolean {
  const taken = rowsBehind(raw) > 0 ? raw.transaction(() => catchUp(raw, ROWS)).immediate() : 0;
  raw.pragma('wal_checkpoint(passive)');
  return taken < ROWS;
}
