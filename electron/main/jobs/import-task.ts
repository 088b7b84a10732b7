import type SQLite from 'better-sqlite3';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import type { ImportGroups } from '../../../db/domain/exchange/groups';
import { finishBatch, startBatch } from '../../../db/exchange/batches';
import { dryRun, importRows } from '../../../db/exchange/import-run';
import { rulesInForce } from '../../../db/exchange/rules';
import type { TakingRules } from '../../../db/exchange/take-rows';
import { connect } from '../../../db/open';
import { cutFileRows } from '../reader/cut-file-rows';
import { RefusedRows } from './refused-rows';
import type { Work } from './task';
import { type TaskCx, undoInSteps } from './task-cx';

type DryWork = Extract<Work, { kind: 'dry_run' }>;
type LiveWork = Extract<Work, { kind: 'import' }>;

/** Says what the file would do, over a connection that cannot write to the store. */
export async function runDryRun(cx: TaskCx, work: DryWork): Promise<void> {
  const raw = connect(cx.task.storePath, { readonly: true });
  try {
    const groups = await dryRun(raw, {
      kind: work.importKind,
      rules: takingRules(cx, work, raw),
      rows: cutFileRows(work.cut.path),
      refused: () => undefined,
      progress: (step, rows) => cx.progress(step, rows, work.cut.rows),
      cancelled: cx.cancelled,
      turn: cx.turn,
    });
    cx.tell(
      groups === undefined ? { type: 'cancelled' } : { type: 'done', result: { kind: 'dry_run', groups } },
    );
  } finally {
    raw.close();
  }
}

/** The log is folded into the store here before it is as long as the counter's connection allows, on a sale. */
const FOLDED_PAGES = 12_000;

/**
 * Brings the rows in. The file was cut to its end before this began, so that one that cannot be read
 * leaves no trace; cancelled or failed later, everything written is undone before this ends.
 */
export async function runImport(cx: TaskCx, work: LiveWork): Promise<void> {
  const refused = new RefusedRows(cx.task.storePath, work.batchId, cx.task.locale, work.cut.head);
  const raw = connect(cx.task.storePath);
  try {
    raw.pragma(`wal_autocheckpoint = ${FOLDED_PAGES}`);
    const brought = await bringIn(cx, work, raw, refused);
    if (brought !== undefined) {
      foldLog(raw);
      return cx.tell({ type: 'done', result: { kind: 'import', batchId: work.batchId, ...brought } });
    }
    refused.discard();
    await undoInSteps(cx, raw, work.batchId);
    cx.tell({ type: 'cancelled' });
  } finally {
    raw.close();
  }
}

async function bringIn(
  cx: TaskCx,
  work: LiveWork,
  raw: SQLite.Database,
  refused: RefusedRows,
): Promise<{ groups: ImportGroups; refusedFile: string | null } | undefined> {
  const stamp = cx.stamp(raw);
  const { batchId: id, importKind: kind, fileName, reading } = work;
  await cx.turn.take(() =>
    startBatch(raw, {
      id,
      kind,
      fileName,
      sha256: work.cut.sha256,
      reading,
      staffId: stamp.staffId,
      now: stamp.now,
    }),
  );
  try {
    const groups = await importRows(
      raw,
      id,
      {
        kind,
        rules: takingRules(cx, work, raw),
        rows: cutFileRows(work.cut.path),
        refused: (row, why) => refused.add(row, why),
        progress: (step, rows) => cx.progress(step, rows, step === 'writing' ? work.cut.rows : null),
        cancelled: cx.cancelled,
        turn: cx.turn,
      },
      stamp,
    );
    if (groups === undefined) return undefined;
    const refusedFile = refused.close();
    await cx.turn.take(() => finishBatch(raw, id, { groups, refusedFile, now: stamp.now }));
    return { groups, refusedFile };
  } catch (error) {
    refused.discard();
    // On a full disk even this fails; the store then undoes the import when it next opens.
    await undoInSteps(cx, raw, id).catch(() => undefined);
    throw error;
  }
}

/** The log has grown by the whole import; folded back here, not at the next sale. The import is in either way. */
function foldLog(raw: SQLite.Database): void {
  try {
    raw.pragma('wal_checkpoint(passive)');
  } catch {
    // Main folds it when the counter is quiet.
  }
}

function takingRules(cx: TaskCx, work: DryWork | LiveWork, raw: SQLite.Database): TakingRules {
  const { now, calendar } = cx.task;
  const { reading } = work;
  const today = businessDateOf(now, calendar);
  return { reading, shop: rulesInForce(raw, today).rules, calendar, now, today };
}
