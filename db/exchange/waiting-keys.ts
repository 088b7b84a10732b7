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

/**
 * Moves the keys of an import that is whole to where the next one looks for them; each step belongs in a
 * transaction and says how many have moved. Keys of who was erased meanwhile stay away.
 */
export function* moveKeys(raw: SQLite.Database, batchId: string): Generator<number, void, void> {
  const move = raw.prepare<[string]>(
    `insert into import_key (kind, key, target_id, batch_id)
     select w.kind, w.key, w.target_id, w.batch_id from json_each(?) sorted cross join import_key_waiting w on w.n = sorted.value
     where w.kind = 'purchase' or not exists (select 1 from member m where m.id = w.target_id and m.state = 'erased')
     on conflict do nothing`,
  );
  let moved = 0;
  for (let run = sortedRun(raw, batchId, 0); run.places.length > 0; run = sortedRun(raw, batchId, run.last)) {
    for (let from = 0; from < run.places.length; from += STEP) {
      const places = run.places.subarray(from, from + STEP);
      move.run(`[${places.map((place) => (place % RUN) + run.first).join(',')}]`);
      moved += places.length;
      yield moved;
    }
  }
  const remove = raw.prepare(
    'delete from import_key_waiting where n in (select n from import_key_waiting where batch_id = +? limit ?)',
  );
  while (remove.run(batchId, STEP).changes > 0) yield moved;
}

interface SortedRun {
  /** In the order of their keys: that order and how far behind `first` each stands, in one number. */
  readonly places: Float64Array;
  readonly first: number;
  readonly last: number;
}

/** The next keys behind a place, sorted. */
function sortedRun(raw: SQLite.Database, batchId: string, after: number): SortedRun {
  const next = raw.prepare<[string, number, number], [n: number, digits: string]>(
    `select n, substr(key, 1, ${SORTED_DIGITS}) from import_key_waiting
     where batch_id = +? and n > ? order by n limit ?`,
  );
  const places = new Float64Array(RUN);
  let first = after;
  let last = after;
  let count = 0;
  for (const [n, digits] of next.raw().iterate(batchId, after, RUN)) {
    if (count === 0) first = n;
    if (n - first >= RUN) break;
    places[count++] = Number.parseInt(digits, 16) * RUN + (n - first);
    last = n;
  }
  return { places: places.subarray(0, count).sort(), first, last };
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
