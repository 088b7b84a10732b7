import type { Worker } from 'node:worker_threads';
import { StoreClosedError } from '../store-session';
import type { AnswerOf, AskedOf, ReadName, ReadOrder } from './reads';
import type { WorkerEntry } from './worker-entry';

/**
 * Reads that take longer than main may be away from the counter (50 ms), each in a worker thread with
 * its own read-only connection. A store that closes does not wait for them.
 */
export class LongReads {
  private readonly running = new Set<Worker>();

  constructor(private readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker) {}

  /** Rejects with the worker's own error, or with `StoreClosedError` when the store was left meanwhile. */
  read<Name extends ReadName>(storePath: string, name: Name, asked: AskedOf<Name>): Promise<AnswerOf<Name>> {
    const order: ReadOrder = { storePath, name, asked };
    const worker = this.startWorker('read-job', order);
    this.running.add(worker);
    return new Promise<AnswerOf<Name>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        this.running.delete(worker);
        reject(new StoreClosedError()); // says nothing where the answer has come before
      });
    });
  }

  /** Lets go of the store's file. */
  async stop(): Promise<void> {
    await Promise.all([...this.running].map((worker) => worker.terminate()));
  }
}
