import { catchUp, rowsBehind } from '../../db/insights/history';
import { isBusy } from '../../db/store-fault';
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
    timer = setTimeout(() => void look(), QUIET_MS);
    timer.unref();
  };
  const look = async () => {
    const shop = openShop();
    if (shop === undefined) return;
    try {
      if (await work(shop)) after();
      else whenQuiet();
    } catch (error) {
      if (openShop() !== shop) return; // it was closed meanwhile
      if (isBusy(error)) whenQuiet();
      else failed(error);
    }
  };
  return whenQuiet;
}

/** False where there is more to do, or an act has just begun: then it is not quiet, and later will do. */
async function work({ opened: { raw, db } }: Shop): Promise<boolean> {
  if (raw.inTransaction) return false;
  // Through `db`, so that it takes its turn with everybody who writes.
  const taken = rowsBehind(raw) > 0 ? await db.transaction().execute(async () => catchUp(raw, ROWS)) : 0;
  raw.pragma('wal_checkpoint(passive)');
  return taken < ROWS;
}
