import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises';
import type SQLite from 'better-sqlite3';
import { isBusy } from '../store-fault';
import { Turn } from '../turn';

/**
 * A slice ends by itself after so long, and at once when the counter wants to write. Each is synced to
 * the disk: left to pile up, the sync would fall on the next sale.
 */
const SLICE_MS = 20;
/** Somebody else may write in slices, too, and begin his next one as soon as the last is over: gaps are that short. */
const GAP_MS = 1;
/** Far longer than any slice and any cut of the log. */
const PATIENCE_MS = 60_000;

/** What is to be done at the two ends of each transaction. */
interface Edges {
  readonly begin: () => void;
  readonly flush: () => void;
}
const NONE: Edges = { begin: () => undefined, flush: () => undefined };

/**
 * Work of an import cut into immediate transactions of a few milliseconds. Between them the counter
 * may sell; whatever is written is whole after each.
 */
export class Slices {
  private since = 0;

  constructor(
    private readonly raw: SQLite.Database,
    private readonly turn: Turn = new Turn(),
    private readonly edges: Edges = NONE,
  ) {}

  /** Does one small piece of work in the running slice, beginning one when none runs. */
  run<Result>(piece: () => Result): Result {
    if (!this.raw.inTransaction) {
      this.begin();
      this.since = performance.now();
      this.edges.begin();
    }
    return piece();
  }

  /** SQLite's own waiting asks more and more seldom, and would give up beside another's slices after three seconds. */
  private begin(): void {
    const timeout = this.raw.pragma('busy_timeout', { simple: true });
    this.raw.pragma('busy_timeout = 0');
    try {
      if (this.hasBegun()) return;
      const until = performance.now() + PATIENCE_MS;
      // The next gap is the counter's where it waits, too.
      do sleep(GAP_MS);
      while ((this.turn.wanted && performance.now() < until) || !this.hasBegun(until));
    } finally {
      this.raw.pragma(`busy_timeout = ${timeout}`);
    }
  }

  private hasBegun(until = Number.POSITIVE_INFINITY): boolean {
    try {
      this.raw.exec('begin immediate');
      return true;
    } catch (error) {
      if (isBusy(error) && performance.now() < until) return false;
      throw error;
    }
  }

  get full(): boolean {
    return this.raw.inTransaction && (this.turn.wanted || performance.now() - this.since > SLICE_MS);
  }

  end(): void {
    if (!this.raw.inTransaction) return;
    this.edges.flush();
    this.raw.exec('commit');
  }

  /** After an error; SQLite may have rolled back by itself. */
  abandon(): void {
    if (this.raw.inTransaction) this.raw.exec('rollback');
  }
}

const asleep = new Int32Array(new SharedArrayBuffer(4));
const sleep = (ms: number): void => void Atomics.wait(asleep, 0, 0, ms);

/** Between two slices: the counter goes first for as long as it waits, and this thread hears its messages. */
export async function giveWay(turn: Turn): Promise<void> {
  await breathe();
  while (turn.wanted) await wait(1);
}
