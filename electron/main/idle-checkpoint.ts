import type { Shop } from './context';

const QUIET_MS = 2000;

/**
 * Moves the write-ahead log into the store when nobody has acted for two seconds: SQLite's own
 * checkpoint would land on a sale. Answers the function to call after each commit.
 */
export function idleCheckpoint(openShop: () => Shop | undefined): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => openShop()?.opened.raw.pragma('wal_checkpoint(passive)'), QUIET_MS);
    timer.unref();
  };
}
