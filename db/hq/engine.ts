import type { PacketKindName } from '../domain/packets/entries';

/** Entries of one packet; both ends count. */
export interface EntryRange {
  readonly store: string;
  readonly epoch: string;
  readonly firstEntry: number;
  readonly lastEntry: number;
}

/** Packets on their way into the tables, all at once: one file of rows for each kind that has any. */
export interface Batch {
  readonly packets: readonly EntryRange[];
  /**
   * NDJSON of `factColumns(kind)`: `store` and `epoch` stand in each row; what else stands there is ignored.
   * Flags are 0 and 1; `gone` is true or not there.
   */
  readonly files: ReadonlyMap<PacketKindName, string>;
}

/** What of a store counts, and what it said about itself in the latest packet of it. */
export interface StoreNow {
  readonly store: string;
  readonly name: string;
  readonly region: string;
  readonly epoch: string;
  readonly from_entry: number;
  /** One below `from_entry` when the store has nothing. */
  readonly to_entry: number;
  readonly sequence: number;
  /** Epoch ms UTC, by the store's clock. */
  readonly made_at: number;
  readonly business_date: string;
  /** By the store's own screen at that moment. */
  readonly members: number;
  readonly points_owed: number;
  /** By the store's own rule for what a point is worth, fen. */
  readonly liability_fen: number;
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Where the facts of all stores are kept. Tables: `member, purchase, refund, points, complaint, coupon`
 * (factColumns), `store_now` (StoreNow); and a view `<kind>_now` of each, which has the columns of the
 * table without `epoch, entry, gone`: the rows between the two entries of `store_now`, the last of each
 * key, without those that are gone. Reports ask the views.
 */
export interface Engine {
  /** Makes the tables and views that are not there. */
  readonly prepare: () => Promise<void>;
  /** Facts that nobody sees yet. Done twice it changes nothing, also when the first time broke off. */
  readonly load: (batch: Batch) => Promise<void>;
  /** Rows of packets that a settled fork ruled out. */
  readonly forget: (ranges: readonly EntryRange[]) => Promise<void>;
  /** From here on these entries count: each store at one stroke. `gone`: stores of which nothing counts any more. */
  readonly show: (stores: readonly StoreNow[], gone: readonly string[]) => Promise<void>;
  /** Removes rows that count no longer. How many. */
  readonly tidy: () => Promise<number>;
  /** Asks and changes nothing; whole numbers come as numbers, dates as YYYY-MM-DD. Throws what the engine has to say. */
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}
