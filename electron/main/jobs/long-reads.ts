import type { Worker } from 'node:worker_threads';
import { StoreClosedError } from '../store-session';
import type { AnswerOf, AskedOf, ReadName, ReadOrder } from './reads';
import type { WorkerEntry } from './worker-entry';

/** A screen of figures asks for about so many at once. */
const KEPT = 4;
/** Whoever looks at figures turns the page within this; a thread that nobody needs costs memory. */
const KEPT_MS = 30_000;

/**
 * Reads that take longer than main may be away from the counter (50 ms), each in a worker thread with its own
 * read-only connection. A thread loads its code for longer than most reads take, so it is kept for the next one.
 * A store that closes does not wait for them.
 */
export class LongReads {
  private readonly threads = new Set<Worker>();
  /** Those that have answered, each until it is let go. */
  private readonly waiting = new Map<Worker, NodeJS.Timeout>();

  constructor(private readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker) {}

  /** Rejects with the worker's own error, or with `StoreClosedError` when the store was left meanwhile. */
  read<Name extends ReadName>(storePath: string, name: Name, asked: AskedOf<Name>): Promise<AnswerOf<Name>> {
    const worker = this.threadWith({ storePath, name, asked });
    return new Promise<AnswerOf<Name>>((resolve, reject) => {
      const closed = () => reject(new StoreClosedError());
      worker.once('exit', closed).once('error', reject);
      worker.once('message', (answer: AnswerOf<Name>) => {
        worker.off('exit', closed).off('error', reject);
        this.keep(worker);
        resolve(answer);
      });
    });
  }

  /** Lets go of the store's file. */
  async stop(): Promise<void> {
    await Promise.all([...this.threads].map((worker) => this.end(worker)));
  }

  /** A thread at work on it. */
  private threadWith(order: ReadOrder): Worker {
    const kept = this.waiting.keys().next().value;
    if (kept !== undefined) {
      this.leaveWaiting(kept);
      kept.postMessage(order);
      return kept;
    }
    const worker = this.startWorker('read-job', order);
    this.threads.add(worker);
    // One that fails while it waits has nobody who asked; unheard, its error would end main.
    worker.on('error', () => this.leaveWaiting(worker));
    worker.once('exit', () => {
      this.threads.delete(worker);
      this.leaveWaiting(worker);
    });
    return worker;
  }

  private keep(worker: Worker): void {
    if (this.waiting.size >= KEPT) void this.end(worker);
    else this.waiting.set(worker, setTimeout(() => void this.end(worker), KEPT_MS).unref());
  }

  /** Nothing is handed to it any more. */
  private end(worker: Worker): Promise<number> {
    this.leaveWaiting(worker);
    return worker.terminate();
  }

  private leaveWaiting(worker: Worker): void {
    clearTimeout(this.waiting.get(worker));
    this.waiting.delete(worker);
  }
}
