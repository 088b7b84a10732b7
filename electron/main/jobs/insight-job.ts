import { parentPort, workerData } from 'node:worker_threads';
import type { RunOrder } from '../insight-runs';
import { runInsight } from './run-insight';

/** The worker thread of a run of insight: it ends without an error when all is written. */
await runInsight(workerData as RunOrder, (progress) => parentPort?.postMessage(progress)); // what insight-runs.ts hands over
