import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';

export type Tell = (message: unknown) => void;

/**
 * A worker without its thread: the same work over a connection of its own, here and as soon as nothing else is
 * to be done. It is not cut off, only waited for. What a thread is for (the counter sells meanwhile, it dies, it
 * is ended) is tested with threads.
 */
export class WorkHere extends EventEmitter {
  private working: Promise<void> = Promise.resolve();
  private hasEnded = false;

  /** One that is kept waits for the next order when it has carried out one. */
  constructor(
    private readonly work: (order: unknown, tell: Tell) => Promise<void>,
    private readonly isKept = false,
  ) {
    super();
  }

  /** Main hears a worker, hands it orders and ends it, nothing else. */
  asWorker(order: unknown): Worker {
    this.postMessage(order);
    return this as unknown as Worker;
  }

  postMessage(order: unknown): void {
    const copy = structuredClone(order);
    this.working = new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.carryOut(copy));
  }

  async terminate(): Promise<void> {
    await this.working;
    this.end(1);
  }

  private async carryOut(order: unknown): Promise<void> {
    try {
      await this.work(order, (message) => this.emit('message', structuredClone(message)));
      if (!this.isKept) this.end(0);
    } catch (error) {
      this.emit('error', error);
      this.end(1);
    }
  }

  private end(code: number): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.emit('exit', code);
  }
}

/** A worker that ends at once. */
export const idle = (): Worker => new WorkHere(async () => undefined).asWorker(null);
