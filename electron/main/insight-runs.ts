import type { Worker } from 'node:worker_threads';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import type { BusinessDate, Instant } from '../../db/domain/units';
import type { RunStep } from '../../db/insights/run';
import { runDue } from '../../db/insights/standing';
import type { WorkerEntry } from './jobs/worker-entry';
import type { Shop, Sources } from './shop';

/** What the worker of a run is handed. */
export interface RunOrder {
  readonly storePath: string;
  /** The store's `Turn`: a run that writes gives way to the counter. */
  readonly turn: SharedArrayBuffer;
  readonly now: Instant;
  readonly asOf: BusinessDate;
}

export interface RunProgress {
  readonly step: RunStep;
  readonly done: number;
  readonly total: number | null;
}

interface Around {
  readonly openShop: () => Shop | undefined;
  readonly sources: Sources;
  readonly startWorker: (entry: WorkerEntry, data: unknown) => Worker;
  /** When what a run builds upon is written: levels, of the daily pass. */
  readonly before: () => Promise<void>;
  /** How far the run is has changed. */
  readonly progressed: () => void;
  /** Everything that is read from the last run is another now. */
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const FIRST: RunProgress = { step: 'histories', done: 0, total: null };

/**
 * When insight is computed anew: once a day after the daily pass, after an import or its undo, after a change of
 * the rules it goes by, and when somebody asks. One run at a time, each in a worker of its own; it may be cut off at
 * any moment and is then due again. One that failed by itself is tried again on another day or under other rules.
 */
export class InsightRuns {
  private run: Promise<void> | undefined;
  private wanted = false;
  private again = false;
  private stopping = false;
  private worker: Worker | undefined;
  private progress: RunProgress | null = null;
  /** What the run that failed last was wanted for. */
  private failedFor: string | null = null;

  constructor(private readonly around: Around) {}

  running(): RunProgress | null {
    return this.progress;
  }

  /** The last run of the open store broke off. */
  hasFailed(): boolean {
    return this.failedFor !== null;
  }

  /** Runs if a run is due. */
  wake(): void {
    this.wanted = true;
    this.run ??= this.goOn()
      .catch(this.around.failed)
      .finally(() => {
        this.run = undefined;
        this.progress = null; // whoever asked is told so, also where it could not even begin
      });
  }

  /** Runs in any case; after the one at work, which may have read what has changed before it did. */
  wakeAgain(): void {
    this.again = true;
    this.wake();
  }

  /** Somebody asks for it: the one at work will do. */
  ask(): RunProgress {
    if (this.progress === null) {
      this.progress = FIRST;
      this.wakeAgain();
    }
    return this.progress;
  }

  /** When the run that was due is over. */
  async settled(): Promise<void> {
    await this.run;
  }

  /** Before the store closes: cuts off the run, which the store then knows to be unfinished. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.worker?.terminate();
    await this.run;
    this.stopping = false;
    this.again = false;
    this.failedFor = null;
  }

  private async goOn(): Promise<void> {
    while (this.wanted && !this.stopping) {
      await this.around.before();
      const shop = this.around.openShop();
      const again = this.again;
      this.wanted = false;
      this.again = false;
      if (shop === undefined) break;
      const today = businessDateOf(this.around.sources.clock(), shop.calendar);
      const due = await runDue(shop.opened.db, today);
      if (this.stopping) break;
      if (again || (due !== null && due !== this.failedFor)) await this.work(shop, today, due);
    }
  }

  private async work({ opened }: Shop, asOf: BusinessDate, due: string | null): Promise<void> {
    const now = this.around.sources.clock();
    const order: RunOrder = { storePath: opened.path, turn: opened.turn.shared, now, asOf };
    this.tell(FIRST);
    try {
      await this.inWorker(order);
      this.failedFor = null;
    } catch (error) {
      if (this.stopping) return;
      this.failedFor = due ?? 'asked for';
      this.around.failed(error);
    } finally {
      this.worker = undefined;
      this.progress = null;
      this.around.done();
    }
  }

  private inWorker(order: RunOrder): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = this.around.startWorker('insight-job', order);
      this.worker = worker;
      worker.on('message', (progress: RunProgress) => this.tell(progress));
      worker.once('error', reject);
      worker.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`the worker of a run ended with ${code}`)),
      );
    });
  }

  private tell(progress: RunProgress): void {
    this.progress = progress;
    this.around.progressed();
  }
}
