import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { CleaningOrder } from '../../electron/main/erasures';
import type { RunOrder } from '../../electron/main/insight-runs';
import { BACKUP_TASKS, type BackupOrder } from '../../electron/main/jobs/backup-task';
import { bulkIds } from '../../electron/main/jobs/bulk-ids';
import type { ReadOrder } from '../../electron/main/jobs/reads';
import { runCleaning } from '../../electron/main/jobs/run-cleaning';
import { runInsight } from '../../electron/main/jobs/run-insight';
import { runRead } from '../../electron/main/jobs/run-read';
import { runTask } from '../../electron/main/jobs/run-task';
import type { Task } from '../../electron/main/jobs/task';
import type { WorkerEntry } from '../../electron/main/jobs/worker-entry';
import { readHere } from './read-here';
import { startPrepared } from './worker';

type Tell = (message: unknown) => void;

/** What each thread does with its order, as its file says (`electron/main/jobs/*-job.ts`). */
const WORK: Partial<Record<WorkerEntry, (order: never, tell: Tell) => Promise<void>>> = {
  'backup-job': async ({ name, asked }: BackupOrder, tell) => tell(await BACKUP_TASKS[name](asked as never)),
  'cleaning-job': (order: CleaningOrder) => runCleaning(order),
  'exchange-job': (task: Task, tell) => runTask(task, { tell, newId: bulkIds(Date.now) }),
  'insight-job': (order: RunOrder, tell) => runInsight(order, tell),
  'read-job': async (order: ReadOrder, tell) => tell(await runRead(order)),
};

/**
 * A worker without its thread: the same work over a connection of its own, here and as soon as nothing else is
 * to be done. It is not cut off, only waited for. What a thread is for (the counter sells meanwhile, it dies, it
 * is ended) is tested with threads.
 */
class WorkHere extends EventEmitter {
  private working: Promise<void> = Promise.resolve();
  private hasEnded = false;

  /** One that is kept waits for the next order when it has carried out one. */
  constructor(
    private readonly work: (order: unknown, tell: Tell) => Promise<void>,
    private readonly isKept = false,
  ) {
    super();
  }

  /** Main hears a worker, hands it orders and ends it, nothing else. */
  asWorker(order: unknown): Worker {
    this.postMessage(order);
    return this as unknown as Worker;
  }

  postMessage(order: unknown): void {
    const copy = structuredClone(order);
    this.working = new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.carryOut(copy));
  }

  async terminate(): Promise<void> {
    await this.working;
    this.end(1);
  }

  private async carryOut(order: unknown): Promise<void> {
    try {
      await this.work(order, (message) => this.emit('message', structuredClone(message)));
      if (!this.isKept) this.end(0);
    } catch (error) {
      this.emit('error', error);
      this.end(1);
    }
  }

  private end(code: number): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.emit('exit', code);
  }
}

function workHere(entry: WorkerEntry, data: unknown): Worker {
  const work = WORK[entry];
  if (work === undefined) return startPrepared(entry, data);
  // The order is of the entry, as `startWorker` has it from its caller.
  return new WorkHere((order, tell) => work(order as never, tell), entry === 'read-job').asWorker(data);
}

/** A shop whose long work needs neither threads nor processes: a test of what that work does is made in a tenth of the time. */
export const INSIGHT_HERE = { startWorker: workHere, startReader: readHere } as const;

/** The same where insight, which is computed by itself in the background, is no part of the test. */
export const HERE = {
  ...INSIGHT_HERE,
  startWorker: (entry: WorkerEntry, data: unknown) =>
    entry === 'insight-job' ? new WorkHere(async () => undefined).asWorker(data) : workHere(entry, data),
} as const;
