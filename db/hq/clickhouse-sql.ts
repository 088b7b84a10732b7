import {
  type ColumnType,
  PACKET_KIND_NAMES,
  PACKET_KINDS,
  type PacketKindName,
} from '../domain/packets/entries';
import type { EntryRange, StoreNow } from './engine';
import { factColumns } from './tables';

/** Where the tables are: one server, or shards that know each other as a cluster. */
export interface Layout {
  readonly database: string;
  /** Name in `remote_servers` of the servers; null for one server alone. */
  readonly cluster: string | null;
}

/** Dates are text: ClickHouse's own begin in 1970, and a member may have joined before. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'String',
  integer: 'Int64',
  date: 'String',
  flag: 'UInt8',
};

/** A text as ClickHouse says it. The only place where a value gets into SQL: 18.16 knows no query parameters. */
export const literal = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')}'`;

interface Column {
  readonly name: string;
  readonly type: string;
}

const NOW_COLUMNS: readonly Column[] = [
  ...['store', 'name', 'region', 'epoch'].map((name) => ({ name, type: 'String' })),
  ...['from_entry', 'to_entry', 'sequence', 'made_at'].map((name) => ({ name, type: 'Int64' })),
  { name: 'business_date', type: 'String' },
  ...['members', 'points_owed', 'liability_fen'].map((name) => ({ name, type: 'Int64' })),
];

/** The table that takes rows, on its own server; what everybody asks has the name without the ending. */
export const keptIn = ({ database, cluster }: Layout, name: string): string =>
  `${database}.${name}${cluster === null ? '' : '_here'}`;

/** What each server has, in the order in which it is made. Facts of one store all lie on one server. */
export function tablesOf(layout: Layout): string[] {
  return [
    ...PACKET_KIND_NAMES.flatMap((kind) => [
      kept(layout, kind, factsOf(kind), 'ReplacingMergeTree() order by (store, epoch, entry)'),
      ...spread(layout, kind, factsOf(kind)),
    ]),
    kept(layout, 'store_shown', SHOWN_COLUMNS, 'ReplacingMergeTree(shown) order by store'),
    ...spread(layout, 'store_shown', SHOWN_COLUMNS),
    `create view if not exists ${keptIn(layout, 'store_now')} as select ${namesOf(NOW_COLUMNS)}
       from ${keptIn(layout, 'store_shown')} final where counts = 1`,
    ...spread(layout, 'store_now', NOW_COLUMNS),
    ...PACKET_KIND_NAMES.flatMap((kind) => [
      `create view if not exists ${keptIn(layout, `${kind}_now`)} as ${seenOf(layout, kind)}`,
      ...spread(layout, `${kind}_now`, seenColumns(kind)),
    ]),
  ];
}

/** `shown` rises with each time a store is shown: the highest row of a store is the one. */
const SHOWN_COLUMNS: readonly Column[] = [
  ...NOW_COLUMNS,
  { name: 'counts', type: 'UInt8' },
  { name: 'shown', type: 'UInt64' },
];

const namesOf = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(', ');
const declared = (columns: readonly Column[]): string =>
  columns.map(({ name, type }) => `${name} ${type}`).join(', ');

const kept = (layout: Layout, name: string, columns: readonly Column[], engine: string): string =>
  `create table if not exists ${keptIn(layout, name)} (${declared(columns)}) engine = ${engine}`;

/** What a cluster is asked through, and what deals rows out: a view is worked out where its rows lie. */
function spread({ database, cluster }: Layout, name: string, columns: readonly Column[]): string[] {
  if (cluster === null) return [];
  const engine = `Distributed(${cluster}, ${database}, ${name}_here, cityHash64(store))`;
  return [`create table if not exists ${database}.${name} (${declared(columns)}) engine = ${engine}`];
}

const isOwn = (kind: PacketKindName) => (column: { readonly name: string }) =>
  column.name in PACKET_KINDS[kind].columns;

/** A row that is gone has nothing in its own columns; `gone` itself is 0 where a packet says nothing. */
const factsOf = (kind: PacketKindName): Column[] =>
  factColumns(kind).map(({ name, type, optional }) => ({
    name,
    type: optional && name !== 'gone' ? `Nullable(${TYPES[type]})` : TYPES[type],
  }));

const seenColumns = (kind: PacketKindName): Column[] => [
  { name: 'store', type: 'String' },
  { name: 'key', type: 'String' },
  ...factsOf(kind).filter(isOwn(kind)),
];

/**
 * The last entry of a key counts: a state changes, and a bill moves with a member who is merged into another.
 * `argMax` passes over what is null, so each column is asked twice: whether it is, and what it is.
 */
function seenOf(layout: Layout, kind: PacketKindName): string {
  const own = factsOf(kind).filter(isOwn(kind));
  const counted = (table: string) => `${table} all inner join
    (select store, epoch, from_entry, to_entry from ${keptIn(layout, 'store_now')}) using (store, epoch)`;
  const inside = 'entry >= from_entry and entry <= to_entry';
  const table = keptIn(layout, kind);
  const last = own.map(
    ({ name }) =>
      `argMax(isNull(${name}), entry) as no_${name}, argMax(assumeNotNull(${name}), entry) as last_${name}`,
  );
  const told = own.map(({ name }) => `if(no_${name}, null, last_${name}) as ${name}`);
  return `select store, key, ${told.join(', ')} from (
    select store, key, argMax(gone, entry) as last_gone, ${last.join(', ')}
    from ${counted(table)} where ${inside} group by store, key) where last_gone = 0`;
}

/** Rows of another epoch than the one that counts, or of before its last full, each once: from where to where. */
export const unseenIn = (layout: Layout, kind: PacketKindName): string =>
  `select store, epoch, min(entry) as first_entry, max(entry) as last_entry, count() as many
    from (select store, epoch, entry from ${keptIn(layout, kind)} final)
    all left join (select store, epoch, from_entry, 1 as counted from ${keptIn(layout, 'store_now')})
    using (store, epoch) where counted = 0 or entry < from_entry group by store, epoch`;

export const within = ({ store, epoch, firstEntry, lastEntry }: EntryRange): string =>
  `(store = ${literal(store)} and epoch = ${literal(epoch)} and entry >= ${firstEntry} and entry <= ${lastEntry})`;

/** Rows of `store_shown`; a store of which nothing counts any more has but its name there. */
export const shownRow = (now: StoreNow, shown: number) => ({ ...now, counts: 1, shown });
export const goneRow = (store: string, shown: number) => ({ store, counts: 0, shown });
