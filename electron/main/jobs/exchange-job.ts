import { parentPort, workerData } from 'node:worker_threads';
import { bulkIds } from './bulk-ids';
import { runTask } from './run-task';
import type { JobMessage, Task } from './task';

/** The worker thread of every import, undo and export: a task comes in, messages go out. */
const task = workerData as Task; // a structured clone of what `Jobs` gave
const tell = (message: JobMessage) => parentPort?.postMessage(message);

void runTask(task, { tell, newId: bulkIds(Date.now) });
