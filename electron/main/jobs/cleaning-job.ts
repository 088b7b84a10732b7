import { workerData } from 'node:worker_threads';
import type { CleaningOrder } from '../erasures';
import { runCleaning } from './run-cleaning';

/** The worker thread that cleans up after an erasure: it ends without an error when no trace is left. */
await runCleaning(workerData as CleaningOrder); // what erasures.ts hands over
