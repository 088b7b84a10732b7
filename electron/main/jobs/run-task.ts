import { interruptedBatches } from '../../../db/exchange/batches';
import { builtUpon } from '../../../db/exchange/built-upon';
import { connect } from '../../../db/open';
import { faultWords } from '../support/fault-words';
import { runExport } from './export-task';
import { failureOf } from './failures';
import { runDryRun, runImport } from './import-task';
import { runPacket } from './packet-task';
import type { Task } from './task';
import { type Surround, type TaskCx, taskCx, undoInSteps } from './task-cx';

/** Does a task from beginning to end and tells how it ended; never throws. Runs in a worker, or anywhere. */
export async function runTask(task: Task, surround: Surround): Promise<void> {
  try {
    await run(taskCx(task, surround));
  } catch (error) {
    surround.tell({ type: 'failed', ...failureOf(error), error: faultWords(error) });
  }
}

function run(cx: TaskCx): Promise<void> {
  const { work } = cx.task;
  if (work.kind === 'dry_run') return runDryRun(cx, work);
  if (work.kind === 'import') return runImport(cx, work);
  if (work.kind === 'export') return runExport(cx, work);
  if (work.kind === 'packet') return runPacket(cx, work);
  return work.kind === 'recover' ? runRecovery(cx) : runUndo(cx, work.batchId);
}

async function runUndo(cx: TaskCx, batchId: string): Promise<void> {
  const raw = connect(cx.task.storePath);
  try {
    const built = builtUpon(raw, batchId);
    if (built !== undefined) return cx.tell({ type: 'built_upon', ...built });
    cx.tell({ type: 'accepted' });
    cx.tell({ type: 'done', result: { kind: 'undo_import', ...(await undoInSteps(cx, raw, batchId)) } });
  } finally {
    raw.close();
  }
}

async function runRecovery(cx: TaskCx): Promise<void> {
  const raw = connect(cx.task.storePath);
  try {
    // As at the opening of a store, but the counter sells meanwhile and goes first.
    for (const batchId of interruptedBatches(raw)) await undoInSteps(cx, raw, batchId);
    cx.tell({ type: 'done', result: null });
  } finally {
    raw.close();
  }
}
