import type SQLite from 'better-sqlite3';
import type { ImportKind } from '../domain/exchange/fields';
import type { ImportGroups } from '../domain/exchange/groups';
import type { Rejection } from '../domain/exchange/rejections';
import { membersOfImport, rebuildSome } from '../members/lookup-rebuild';
import type { Stamp } from '../points/stamp';
import type { Turn } from '../turn';
import { inDayOrder } from './day-order';
import { DrySink } from './dry-sink';
import type { FileRow } from './file-row';
import { LiveSink } from './live-sink';
import { giveWay, Slices } from './slices';
import { RowTaker, type TakingRules } from './take-rows';
import { moveKeys, removeWaiting, sortedKeys } from './waiting-keys';

export interface ImportWork {
  readonly kind: ImportKind;
  readonly rules: TakingRules;
  readonly rows: AsyncIterable<readonly FileRow[]>;
  readonly refused: (row: FileRow, why: Rejection) => void;
  readonly progress: (step: 'checking' | 'writing' | 'finishing', rows: number) => void;
  readonly cancelled: () => boolean;
  /** The counter's; the import gives way to it. */
  readonly turn: Turn;
}

/** What the file would do; `raw` may be a reading connection. Undefined when cancelled. */
export async function dryRun(raw: SQLite.Database, work: ImportWork): Promise<ImportGroups | undefined> {
  const taker = new RowTaker(new DrySink(raw), work.rules);
  // Temporary tables only: one transaction spares a lock per statement and keeps one view of the store.
  raw.exec('begin');
  try {
    for await (const rows of ordered(work)) {
      if (work.cancelled()) return undefined;
      for (const row of rows) take(taker, work.kind, row);
      work.progress('checking', taker.count.rows);
    }
    return taker.count.result();
  } finally {
    raw.exec('rollback');
  }
}

/**
 * Brings the file's rows into the store under an import that is `running`, and leaves it so: whoever
 * calls finishes it, or, when this was cancelled (undefined) or has failed, undoes it.
 */
export async function importRows(
  raw: SQLite.Database,
  batchId: string,
  work: ImportWork,
  stamp: Stamp,
): Promise<ImportGroups | undefined> {
  const sink = new LiveSink(raw, batchId, stamp);
  const taker = new RowTaker(sink, work.rules);
  const slices = new Slices(raw, work.turn, sink);
  try {
    for await (const rows of ordered(work)) {
      const refused: Refused[] = [];
      for (const row of rows) {
        const why = slices.run(() => take(taker, work.kind, row));
        if (why !== undefined) refused.push({ row, why });
        if (!slices.full) continue;
        slices.end();
        work.progress('writing', taker.count.rows);
        await giveWay(work.turn);
        if (work.cancelled()) return undefined;
      }
      // The next rows come from a drive that may be slow: the counter does not wait for it.
      slices.end();
      for (const { row, why } of refused.sort((a, b) => a.row.line - b.row.line)) work.refused(row, why);
    }
    const groups = taker.count.result();
    const isWhole = (await settleKeys(raw, batchId, work)) && (await renewLookup(raw, batchId, work));
    return isWhole ? groups : undefined;
  } catch (error) {
    slices.abandon();
    throw error;
  }
}

interface Refused {
  readonly row: FileRow;
  readonly why: Rejection;
}

const ordered = ({ rows, kind, rules }: ImportWork) => inDayOrder(rows, kind, rules.reading);

const take = (taker: RowTaker, kind: ImportKind, { cells, line }: FileRow): Rejection | undefined =>
  kind === 'members' ? taker.member(cells, line) : taker.purchase(cells, line);

/** Its rows are known to the next import only now. */
async function settleKeys(raw: SQLite.Database, batchId: string, work: ImportWork): Promise<boolean> {
  for (const run of sortedKeys(raw, batchId))
    if (!(await inSlices(raw, work, moveKeys(raw, run)))) return false;
  return inSlices(raw, work, removeWaiting(raw, batchId));
}

/** Members whose lookup rows are renewed at once: more are faster each, but the counter waits for all of them. */
const LOOKUP_STEP = 200;

/** What the import brought is found at the counter only now, when all of it is there. */
async function renewLookup(raw: SQLite.Database, batchId: string, work: ImportWork): Promise<boolean> {
  const members = membersOfImport(raw, batchId);
  function* steps() {
    for (let from = 0; from < members.length; from += LOOKUP_STEP) {
      rebuildSome(raw, work.rules.today, members.slice(from, from + LOOKUP_STEP));
      yield Math.min(members.length, from + LOOKUP_STEP);
    }
  }
  return inSlices(raw, work, steps());
}

/** Takes one step after the other, which say how far they are; false when cancelled. */
async function inSlices(
  raw: SQLite.Database,
  work: ImportWork,
  steps: Generator<number, void, void>,
): Promise<boolean> {
  const slices = new Slices(raw, work.turn);
  for (;;) {
    const step = slices.run(() => steps.next());
    if (step.done) break;
    if (!slices.full) continue;
    slices.end();
    work.progress('finishing', step.value);
    await giveWay(work.turn);
    if (work.cancelled()) return false;
  }
  slices.end();
  return true;
}
