import { setTimeout as wait } from 'node:timers/promises';
import type SQLite from 'better-sqlite3';
import { giveWay } from '../exchange/slices';
import { isBusy } from '../store-fault';
import type { Turn } from '../turn';

/** Pages of a search index that are merged in one transaction: some milliseconds. */
const PAGES = 32;
/** So long the cut waits for a sale to end, or for a reader of an older picture: for that time nobody can write. */
const CUT_MS = 15;
/** A checkpoint waits for whoever reads an older picture of the store, and asks so often. */
const AGAIN_MS = 50;
/** Beside sales without a pause the store is free for parts of a millisecond: SQLite's own waiting asks too seldom. */
const GAP_MS = 1;

/** Search indexes whose deleted entries stay in their pages, marked as gone, until their parts are merged. */
const SEARCH_INDEXES = ['member_grams', 'complaint_text'] as const;

/**
 * After an erasure was committed: nothing of it stays in the store's file or its log. Rows are overwritten as they
 * are deleted (`secure_delete`, db/open.ts), so no VACUUM is needed, which would stop the counter for seconds; what is
 * left are the search indexes' old parts and the pages in the write-ahead log. Runs in a worker and gives way to the
 * counter. Answers false when somebody read an older picture all the time: then it is tried again later.
 */
export async function cleanStore(raw: SQLite.Database, turn: Turn, patienceMs: number): Promise<boolean> {
  raw.pragma('busy_timeout = 0');
  const inGap = (write: () => unknown) => whenFree(turn, patienceMs, write);
  for (const index of SEARCH_INDEXES) await mergeParts(raw, index, inGap);
  const forget = raw.prepare('update member_erasure set leftovers = null where cleaned_at is null');
  await inGap(() => forget.run());
  return await emptyLog(raw, turn, patienceMs);
}

/** Writes as soon as nobody else does; after `patienceMs` of being refused, says so. */
async function whenFree(turn: Turn, patienceMs: number, write: () => unknown): Promise<void> {
  for (const until = performance.now() + patienceMs; ; await wait(GAP_MS)) {
    await giveWay(turn);
    try {
      write();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
  }
}

/** All parts of an index become one, a few pages at a time; what was deleted is not written again. */
async function mergeParts(
  raw: SQLite.Database,
  index: string,
  inGap: (write: () => unknown) => Promise<void>,
): Promise<void> {
  const merge = raw.prepare(`insert into ${index} (${index}, rank) values ('merge', ?)`);
  const changes = raw.prepare<[], number>('select total_changes()').pluck();
  // A negative number begins with all parts, whatever their size; the others go on with what was begun.
  for (let pages = -PAGES; ; pages = PAGES) {
    const before = changes.get() ?? 0;
    await inGap(() => merge.run(pages));
    if ((changes.get() ?? 0) - before < 2) return;
  }
}

/** Moves the log into the store and cuts it off. Everything but the cut is done beside whoever sells. */
async function emptyLog(raw: SQLite.Database, turn: Turn, patienceMs: number): Promise<boolean> {
  raw.pragma(`busy_timeout = ${CUT_MS}`);
  for (const until = performance.now() + patienceMs; ; ) {
    await giveWay(turn);
    raw.pragma('wal_checkpoint(passive)');
    if (cutOff(raw)) return true;
    if (performance.now() > until) return false;
    await wait(AGAIN_MS);
  }
}

function cutOff(raw: SQLite.Database): boolean {
  // One row: busy, frames in the log, frames moved; the log is empty where it was not busy.
  const [row] = raw.pragma('wal_checkpoint(truncate)') as { busy: number }[];
  return row?.busy === 0;
}
