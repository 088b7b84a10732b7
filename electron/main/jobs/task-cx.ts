import type SQLite from 'better-sqlite3';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { rulesInForce } from '../../../db/exchange/rules';
import { giveWay } from '../../../db/exchange/slices';
import { type UndoResult, undoImport } from '../../../db/exchange/undo';
import type { Stamp } from '../../../db/points/stamp';
import { Turn } from '../../../db/turn';
import type { JobMessage, Step, Task } from './task';

/** Where a task's messages go, and where its ids come from. */
export interface Surround {
  readonly tell: (message: JobMessage) => void;
  readonly newId: () => string;
}

/** What every task may use: how it says where it is, whether it may go on, under which stamp it writes. */
export interface TaskCx {
  readonly task: Task;
  readonly tell: (message: JobMessage) => void;
  readonly progress: (step: Step, done: number, total: number | null) => void;
  readonly cancelled: () => boolean;
  readonly turn: Turn;
  readonly stamp: (raw: SQLite.Database) => Stamp;
}

export function taskCx(task: Task, { tell, newId }: Surround): TaskCx {
  const flag = new Int32Array(task.cancel);
  const today = businessDateOf(task.now, task.calendar);
  return {
    task,
    tell,
    progress: throttled(tell),
    turn: new Turn(task.turn),
    cancelled: () => Atomics.load(flag, 0) !== 0,
    stamp: (raw) => ({
      now: task.now,
      today,
      staffId: task.staffId,
      ruleVersion: rulesInForce(raw, today).version,
      newId,
    }),
  };
}

/** Undoes an import while the counter goes on selling; not to be cancelled, only to be finished. */
export async function undoInSteps(cx: TaskCx, raw: SQLite.Database, batchId: string): Promise<UndoResult> {
  const steps = undoImport(raw, batchId, cx.stamp(raw), cx.turn);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    cx.progress('undoing', step.value.done, step.value.total);
    await giveWay(cx.turn);
  }
}

const TELL_EVERY_MS = 200;

/** A window needs no more than five pictures a second of how far a job is. */
function throttled(tell: Surround['tell']): TaskCx['progress'] {
  let last = Number.NEGATIVE_INFINITY;
  let lastStep: Step | undefined;
  return (step, done, total) => {
    const now = performance.now();
    if (step === lastStep && now - last < TELL_EVERY_MS) return;
    last = now;
    lastStep = step;
    tell({ type: 'progress', step, done, total });
  };
}
