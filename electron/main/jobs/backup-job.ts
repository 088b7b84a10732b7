import { parentPort, workerData } from 'node:worker_threads';
import { BACKUP_TASKS, type BackupOrder } from './backup-task';

/** The worker thread of everything that reads or writes whole store files. */
const { name, asked } = workerData as BackupOrder; // what backup-worker.ts hands over
parentPort?.postMessage(await BACKUP_TASKS[name](asked as never)); // `BackupWorker.run` pairs the two by type
