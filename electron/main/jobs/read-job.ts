import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadOrder } from './reads';
import { runRead } from './run-read';

/** The worker thread of reads that would hold up the counter: one as it begins, and then one with each message. */
for (let order: ReadOrder = workerData; parentPort !== null; [order] = await once(parentPort, 'message'))
  parentPort.postMessage(await runRead(order)); // what long-reads.ts hands over
