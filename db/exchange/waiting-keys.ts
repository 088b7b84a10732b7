import type SQLite from 'better-sqlite3';
import { BulkInsert } from './bulk-insert';

/** Sorted at once: in 32 MB, and few enough for their place and a part of their key to share one exact number. */
const RUN = 1 << 22;
/** Hexadecimal digits of a key by which a run is sorted; whoever shares them stands in any order. */
const SORTED_DIGITS = 7;
/** Keys that one statement moves or removes. */
const STEP = 500;

/** Where the keys of an import's rows wait, in the order of the file, until `moveKeys` puts them in their places. */
export const waitingKeys = (raw: SQLite.Database): BulkInsert =>
  new BulkInsert(raw, 'import_key_waiting', ['kind', 'key', 'target_id', 'batch_id']);

export interface SortedKeys {
  /** In the order of their keys: that order and how far behind `first` each stands, in one number. */
  readonly places: Float64Array;
  readonly first: number;
  /** How many stood in the runs before. */
  readonly before: number;
}

/** The keys of an import that is whole, run by run; sorting one takes a second or so, so in no transaction. */
export function* sortedKeys(raw: SQLite.Database, batchId: string): Generator<SortedKeys, void, void> {
  const next = raw
    .prepare<[string, number, number], [n: number, digits: string]>(
      `select n, substr(key, 1, ${SORTED_DIGITS}) from import_key_waiting
       where batch_id = +? and n > ? order by n limit ?`,
    )
    .raw();
  const places = new Float64Array(RUN);
  let last = 0;
  for (let before = 0; ; ) {
    let first = 0;
    let count = 0;
    for (const [n, digits] of next.iterate(batchId, last, RUN)) {
      if (count === 0) first = n;
      if (n - first >= RUN) break;
      places[count++] = Number.parseInt(digits, 16) * RUN + (n - first);
      last = n;
    }
    if (count === 0) return;
    yield { places: places.subarray(0, count).sort(), first, before };
    before += count;
  }
}

/**
 * Moves a run of keys to where the next import looks for them; each step belongs in a transaction and says how
 * many have moved. Keys of who was erased meanwhile stay away.
 */
export function* moveKeys(
  raw: SQLite.Database,
  { places, first, before }: SortedKeys,
): Generator<number, void, void> {
  const move = raw.prepare<[string]>(
    `insert into import_key (kind, key, target_id, batch_id)
     select w.kind, w.key, w.target_id, w.batch_id from json_each(?) sorted cross join import_key_waiting w on w.n = sorted.value
     where w.kind = 'purchase' or not exists (select 1 from member m where m.id = w.target_id and m.state = 'erased')
     on conflict do nothing`,
  );
  for (let from = 0; from < places.length; from += STEP) {
    const some = places.subarray(from, from + STEP);
    move.run(`[${Array.from(some, (place) => (place % RUN) + first).join(',')}]`);
    yield before + from + some.length;
  }
}

/** Once they have moved: none waits any more. Steps as those of `moveKeys`; each says how many are gone. */
export function* removeWaiting(raw: SQLite.Database, batchId: string): Generator<number, void, void> {
  const remove = raw.prepare(
    'delete from import_key_waiting where n in (select n from import_key_waiting where batch_id = +? limit ?)',
  );
  let gone = 0;
  for (;;) {
    const { changes } = remove.run(batchId, STEP);
    if (changes === 0) return;
    gone += changes;
    yield gone;
  }
}

/** Of an import that is taken back, only the keys of what stays are kept; steps as those of `moveKeys`. */
export function* dropKeys(
  raw: SQLite.Database,
  batchId: string,
  kept: readonly string[],
): Generator<void, void, void> {
  const staying = JSON.stringify(kept);
  const free = raw.prepare(
    `delete from import_key where (kind, key) in (select kind, key from import_key
       where batch_id = +? and target_id not in (select value from json_each(?)) limit ${STEP})`,
  );
  while (free.run(batchId, staying).changes > 0) yield;
  // Those that had not moved yet.
  const next = raw
    .prepare<[string], string>(
      `select json_group_array(n) from (select n from import_key_waiting where batch_id = +? limit ${STEP})`,
    )
    .pluck();
  const keep = raw.prepare(
    `insert into import_key (kind, key, target_id, batch_id)
     select kind, key, target_id, batch_id from import_key_waiting
     where n in (select value from json_each(?)) and target_id in (select value from json_each(?))
     on conflict do nothing`,
  );
  const remove = raw.prepare('delete from import_key_waiting where n in (select value from json_each(?))');
  for (let list = next.get(batchId) ?? '[]'; list !== '[]'; list = next.get(batchId) ?? '[]') {
    if (kept.length > 0) keep.run(list, staying);
    remove.run(list);
    yield;
  }
}
