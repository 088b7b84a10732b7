import type { Worker } from 'node:worker_threads';
import { StoreClosedError } from '../store-session';
import type { AskedOfTask, BackupOrder, BackupTask, TaskAnswer } from './backup-task';
import type { WorkerEntry } from './worker-entry';

/** One piece of work on whole store files at a time, each in a worker thread of its own. */
export class BackupWorker {
  private worker: Worker | undefined;

  constructor(private readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker) {}

  /** Rejects with the worker's own error, or with `StoreClosedError` when it was cut off. */
  run<Name extends BackupTask>(name: Name, asked: AskedOfTask<Name>): Promise<TaskAnswer<Name>> {
    const order: BackupOrder = { name, asked };
    const worker = this.startWorker('backup-job', order);
    this.worker = worker;
    return new Promise<TaskAnswer<Name>>((resolve, reject) => {
      let answer: { readonly value: TaskAnswer<Name> } | undefined;
      worker.once('message', (value: TaskAnswer<Name>) => {
        answer = { value };
      });
      worker.once('error', reject);
      // Not before it has let go of every file: whoever waits may want to move one.
      worker.once('exit', () => {
        if (this.worker === worker) this.worker = undefined;
        if (answer === undefined) reject(new StoreClosedError());
        else resolve(answer.value);
      });
    });
  }

  /** Cuts off what runs; a file that was half-made is never taken for a backup. */
  async stop(): Promise<void> {
    await this.worker?.terminate();
  }
}
