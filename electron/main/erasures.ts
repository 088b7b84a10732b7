import type { Worker } from 'node:worker_threads';
import { settledErasures, type Unclean, uncleanErasures } from '../../db/rights/erasures';
import type { WorkerEntry } from './jobs/worker-entry';
import type { Shop, Sources } from './shop';

/** What the worker that cleans up is handed. */
export interface CleaningOrder {
  readonly storePath: string;
  /** The store's `Turn`: it gives way to the counter. */
  readonly turn: SharedArrayBuffer;
  readonly memberIds: readonly string[];
  readonly words: readonly string[];
  readonly photos: readonly string[];
}

interface Around {
  readonly openShop: () => Shop | undefined;
  readonly sources: Sources;
  readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker;
  readonly cleaned: () => void;
  readonly failed: (error: unknown) => void;
}

/** A try that failed is made again after a minute. */
const AGAIN_MS = 60_000;

/**
 * What an erasure leaves to be done once it is committed: its traces in files, search indexes and the log, in a
 * worker. Interrupted by whatever, it is done when the store is opened again, and a try that failed after a minute.
 */
export class Erasures {
  private run: Promise<void> | undefined;
  private wanted = false;
  private worker: Worker | undefined;
  private stopping = false;
  private later: NodeJS.Timeout | undefined;

  constructor(private readonly around: Around) {}

  /** Cleans up whatever is not clean yet; nothing where that is being done. */
  wake(): void {
    this.wanted = true;
    this.run ??= this.goOn()
      .catch((error: unknown) => {
        if (this.stopping) return;
        this.around.failed(error);
        this.later = setTimeout(() => this.wake(), AGAIN_MS).unref();
      })
      .finally(() => {
        this.run = undefined;
      });
  }

  /** When what could be done is. */
  async settled(): Promise<void> {
    await this.run;
  }

  /** Before the store closes: cut off anywhere, it is begun again. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.later);
    await this.worker?.terminate();
    await this.run;
    this.stopping = false;
  }

  private async goOn(): Promise<void> {
    while (this.wanted && !this.stopping) {
      this.wanted = false;
      const shop = this.around.openShop();
      if (shop === undefined) return;
      const unclean = await uncleanErasures(shop.opened.db);
      if (unclean.length > 0) await this.clean(shop, unclean);
    }
  }

  private async clean({ opened }: Shop, unclean: readonly Unclean[]): Promise<void> {
    const memberIds = unclean.map(({ memberId }) => memberId);
    const words = unclean.flatMap(({ leftovers }) => leftovers.words);
    const photos = unclean.flatMap(({ leftovers }) => leftovers.photos);
    await this.inWorker({ storePath: opened.path, turn: opened.turn.shared, memberIds, words, photos });
    const now = this.around.sources.clock();
    await opened.db.transaction().execute((tx) => settledErasures(tx, memberIds, now));
    this.around.cleaned();
  }

  private inWorker(order: CleaningOrder): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = this.around.startWorker('cleaning-job', order);
      this.worker = worker;
      worker.once('error', reject);
      worker.once('exit', (code) => {
        this.worker = undefined;
        if (code === 0) resolve();
        else reject(new Error(`the worker that cleans up ended with ${code}`));
      });
    });
  }
}
