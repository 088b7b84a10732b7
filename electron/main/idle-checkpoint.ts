import { codeOf } from '../../db/store-fault';
import type { Shop } from './shop';

const QUIET_MS = 2000;

/**
 * Moves the write-ahead log into the store when nobody has acted for two seconds: SQLite's own
 * checkpoint would land on a sale. Answers the function to call after each commit.
 */
export function idleCheckpoint(openShop: () => Shop | undefined): () => void {
  let timer: NodeJS.Timeout | undefined;
  const whenQuiet = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const raw = openShop()?.opened.raw;
      if (raw === undefined) return;
      // A worker may hold the store, or an act may just have begun: then it is not quiet, and later will do.
      if (raw.inTransaction || !checkpointed(() => raw.pragma('wal_checkpoint(passive)'))) whenQuiet();
    }, QUIET_MS);
    timer.unref();
  };
  return whenQuiet;
}

function checkpointed(checkpoint: () => unknown): boolean {
  try {
    checkpoint();
    return true;
  } catch (error) {
    if (/^SQLITE_(LOCKED|BUSY)/.test(codeOf(error))) return false;
    throw error;
  }
}
