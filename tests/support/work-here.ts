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
import { idle, type Tell, WorkHere } from './threadless';
import { startPrepared } from './worker';

/** What each thread does with its order, as its file says (`electron/main/jobs/*-job.ts`). */
const WORK: Partial<Record<WorkerEntry, (order: never, tell: Tell) => Promise<void>>> = {
  'backup-job': async ({ name, asked }: BackupOrder, tell) => tell(await BACKUP_TASKS[name](asked as never)),
  'cleaning-job': (order: CleaningOrder) => runCleaning(order),
  'exchange-job': (task: Task, tell) => runTask(task, { tell, newId: bulkIds(Date.now) }),
  'insight-job': (order: RunOrder, tell) => runInsight(order, tell),
  'read-job': async (order: ReadOrder, tell) => tell(await runRead(order)),
};

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
    entry === 'insight-job' ? idle() : workHere(entry, data),
} as const;
