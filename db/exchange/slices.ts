import type SQLite from 'better-sqlite3';

/** The counter waits for a lock: a slice must end well within a frame. */
const SLICE_MS = 8;
/** Between slices, long enough for a waiting sale to take its turn. */
const PAUSE_MS = 2;

/**
 * Work of an import cut into immediate transactions of a few milliseconds. Between them the counter
 * may sell; whatever is written is whole after each.
 */
export class Slices {
  private since = 0;

  constructor(
    private readonly raw: SQLite.Database,
    private readonly opened: () => void = () => undefined,
  ) {}

  /** Does one small piece of work in the running slice, beginning one when none runs. */
  run<Result>(piece: () => Result): Result {
    if (!this.raw.inTransaction) {
      this.raw.exec('begin immediate');
      this.since = performance.now();
      this.opened();
    }
    return piece();
  }

  get full(): boolean {
    return this.raw.inTransaction && performance.now() - this.since > SLICE_MS;
  }

  end(): void {
    if (this.raw.inTransaction) this.raw.exec('commit');
  }

  /** After an error; SQLite may have rolled back by itself. */
  abandon(): void {
    if (this.raw.inTransaction) this.raw.exec('rollback');
  }
}

export const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, PAUSE_MS));
