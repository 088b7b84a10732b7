import type { Worker } from 'node:worker_threads';
import type { Instant } from '../../../db/domain/units';
import type { WorkerEntry } from './worker-entry';

export interface SampleOrder {
  readonly path: string;
  readonly name: string;
  readonly now: Instant;
  readonly zone: string;
  /** For practice: fewer people, and the scene of the fish oil is still to come. */
  readonly practice: boolean;
}

/** Makes the sample store in a worker; rejects with the worker's own error when it could not. */
export function makeSample(
  startWorker: (entry: WorkerEntry, data: unknown) => Worker,
  order: SampleOrder,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('seed-job', order);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the sample store's worker ended with ${code}`)),
    );
  });
}
