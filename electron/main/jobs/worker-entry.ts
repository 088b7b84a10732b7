/** Files of the worker_threads that main may start. */
export type WorkerEntry =
  | 'backup-job'
  | 'cleaning-job'
  | 'exchange-job'
  | 'insight-job'
  | 'read-job'
  | 'seed-job';
