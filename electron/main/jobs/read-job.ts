import { parentPort, workerData } from 'node:worker_threads';
import type { ReadOrder } from './reads';
import { runRead } from './run-read';

/** The worker thread of a read that would hold up the counter. */
parentPort?.postMessage(await runRead(workerData as ReadOrder)); // what long-reads.ts hands over
