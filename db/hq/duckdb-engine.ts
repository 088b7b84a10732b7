import {
  type ColumnType,
  PACKET_KIND_NAMES,
  PACKET_KINDS,
  type PacketKindName,
} from '../domain/packets/entries';
import { type Duck, quoted } from './duckdb';
import type { Engine, EntryRange, StoreNow } from './engine';
import { factColumns } from './tables';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  integer: 'bigint',
  date: 'date',
  flag: 'tinyint',
};

/**
 * The engine that needs nothing installed: tables in the same DuckDB file as the books.
 * A batch is one transaction, so a program that is killed leaves all of it or nothing.
 */
export function duckdbEngine(duck: Duck): Engine {
  return {
    prepare: () =>
      duck.together(async () => {
        for (const kind of PACKET_KIND_NAMES) await duck.run(tableOf(kind));
        await duck.run(STORE_NOW);
        await duck.run(LOADED);
        for (const kind of PACKET_KIND_NAMES) await duck.run(viewOf(kind));
      }),
    load: ({ packets, files }) =>
      duck.together(async () => {
        await remove(duck, await loadedAmong(duck, packets));
        for (const [kind, file] of files) await duck.run(insertOf(kind, file));
        if (packets.length > 0)
          await duck.run(`insert into loaded values ${packets.map(rangeRow).join(', ')}`);
      }),
    forget: (ranges) => duck.together(() => remove(duck, ranges)),
    show: (stores, gone) =>
      duck.together(async () => {
        const names = [...stores.map(({ store }) => store), ...gone].map(quoted);
        if (names.length > 0) await duck.run(`delete from store_now where store in (${names.join(', ')})`);
        if (stores.length > 0)
          await duck.run(`insert into store_now values ${stores.map(nowRow).join(', ')}`);
      }),
    tidy: () => duck.together(() => removeUnseen(duck)),
    rows: (sql) => duck.rows(sql),
    close: async () => duck.close(),
  };
}

const STORE_NOW = `create table if not exists store_now (store varchar, name varchar, region varchar, epoch varchar,
  from_entry bigint, to_entry bigint, sequence bigint, made_at bigint, business_date date,
  members bigint, points_owed bigint, liability_fen bigint)`;

/** Which packets are in the tables: what a killed program had loaded and not yet written into its books is not doubled. */
const LOADED = `create table if not exists loaded (store varchar, epoch varchar, first_entry bigint, last_entry bigint)`;

function tableOf(kind: PacketKindName): string {
  const columns = factColumns(kind).map(
    ({ name, type, optional }) => `"${name}" ${TYPES[type]}${optional ? '' : ' not null'}`,
  );
  return `create table if not exists "${kind}" (${columns.join(', ')})`;
}

function insertOf(kind: PacketKindName, file: string): string {
  const columns = factColumns(kind);
  const shape = columns.map(({ name, type }) => `"${name}": ${quoted(TYPES[type])}`).join(', ');
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  return `insert into "${kind}" (${names}) select ${names}
    from read_json(${quoted(file)}, format = 'newline_delimited', columns = {${shape}})`;
}

/** The last entry of a key counts: a state changes, and a bill moves with a member who is merged into another. */
function viewOf(kind: PacketKindName): string {
  const own = Object.keys(PACKET_KINDS[kind].columns).map((name) => `f."${name}"`);
  const seen = `"${kind}" f join store_now n
    on n.store = f.store and n.epoch = f.epoch and f.entry between n.from_entry and n.to_entry`;
  return `create or replace view "${kind}_now" as select f.store, f.key, ${own.join(', ')} from ${seen}
    join (select f.store, f.key, max(f.entry) as entry from ${seen} group by f.store, f.key) l
    on l.store = f.store and l.key = f.key and l.entry = f.entry where f.gone is not true`;
}

async function loadedAmong(duck: Duck, packets: readonly EntryRange[]): Promise<EntryRange[]> {
  const rows = await duck.rows('select store, epoch, first_entry from loaded');
  const loaded = new Set(rows.map(({ store, epoch, first_entry }) => `${store} ${epoch} ${first_entry}`));
  return packets.filter(({ store, epoch, firstEntry }) => loaded.has(`${store} ${epoch} ${firstEntry}`));
}

async function remove(duck: Duck, ranges: readonly EntryRange[]): Promise<void> {
  if (ranges.length === 0) return;
  const listed = `(values ${ranges.map(rangeRow).join(', ')}) r(store, epoch, first_entry, last_entry)`;
  const isIn = 'r.store = f.store and r.epoch = f.epoch';
  for (const kind of PACKET_KIND_NAMES) {
    await duck.run(
      `delete from "${kind}" f using ${listed} where ${isIn} and f.entry between r.first_entry and r.last_entry`,
    );
  }
  await duck.run(`delete from loaded f using ${listed} where ${isIn} and f.first_entry = r.first_entry`);
}

async function removeUnseen(duck: Duck): Promise<number> {
  const isSeen = 'n.store = f.store and n.epoch = f.epoch and n.from_entry <= f.entry';
  let removed = 0;
  for (const kind of PACKET_KIND_NAMES) {
    const unseen = `not exists (select 1 from store_now n where ${isSeen})`;
    const [row] = await duck.rows(`select count(*) as many from "${kind}" f where ${unseen}`);
    removed += Number(row?.many);
    await duck.run(`delete from "${kind}" f where ${unseen}`);
  }
  const isRangeSeen = 'n.store = f.store and n.epoch = f.epoch and n.from_entry <= f.first_entry';
  await duck.run(`delete from loaded f where not exists (select 1 from store_now n where ${isRangeSeen})`);
  return removed;
}

const rangeRow = ({ store, epoch, firstEntry, lastEntry }: EntryRange): string =>
  `(${quoted(store)}, ${quoted(epoch)}, ${firstEntry}, ${lastEntry})`;

function nowRow(now: StoreNow): string {
  const { store, name, region, epoch, from_entry, to_entry, sequence, made_at, business_date } = now;
  const texts = [store, name, region, epoch].map(quoted).join(', ');
  const { members, points_owed, liability_fen } = now;
  return `(${texts}, ${from_entry}, ${to_entry}, ${sequence}, ${made_at}, ${quoted(business_date)},
    ${members}, ${points_owed}, ${liability_fen})`;
}
