/**
 * Whose turn it is to write. SQLite's busy handler only sleeps and tries again, so a sale could miss
 * every gap between the slices of an import and be refused after three seconds. The counter says here
 * that it is waiting; the import, in its own thread, then ends its slice and waits until the counter has begun.
 * So does a job for a single write of its own: another thread's slices may be at work beside it.
 */
export class Turn {
  private readonly waiting: Int32Array;

  /** `shared` crosses into a worker and makes the same turn there. */
  constructor(readonly shared: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.waiting = new Int32Array(shared);
  }

  /** Runs somebody's `begin`, or all of one short write; whoever writes in slices lets go meanwhile. */
  async take(begin: () => unknown): Promise<void> {
    Atomics.add(this.waiting, 0, 1);
    try {
      await begin();
    } finally {
      Atomics.sub(this.waiting, 0, 1);
    }
  }

  get wanted(): boolean {
    return Atomics.load(this.waiting, 0) > 0;
  }
}
