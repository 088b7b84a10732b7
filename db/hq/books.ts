import type { Due } from '../domain/hq/late';
import type { SeenPacket, Settlement } from '../domain/hq/seen';
import type { PacketManifest } from '../domain/packets/manifest';
import type { Duck, DuckValue } from './duckdb';
import type { Row } from './engine';

/** A store that head office has let in, as its registration sheet says. */
export interface RegisteredStore {
  readonly store: string;
  readonly name: string;
  readonly region: string;
  /** Ed25519, base64. */
  readonly publicKey: string;
  readonly due: Due;
  /** Epoch ms UTC. */
  readonly registeredAt: number;
}

export interface TakenPacket extends SeenPacket {
  readonly store: string;
  /** Where it is kept, below head office's folder. */
  readonly file: string;
  readonly fileSha256: string;
  /** Its rows are in the engine. */
  readonly isLoaded: boolean;
}

export interface NewPacket extends Omit<TakenPacket, 'isLoaded'> {
  readonly manifest: PacketManifest;
}

/**
 * What head office knows of its stores and their packets, whatever engine keeps the facts. A packet is written
 * here before its rows are loaded; `pending` names the stores whose facts may lie behind the books, so that
 * a program that was killed is made good by the next one.
 */
export interface Books {
  readonly prepare: () => Promise<void>;
  readonly stores: () => Promise<readonly RegisteredStore[]>;
  readonly register: (store: RegisteredStore) => Promise<void>;
  readonly packetsOf: (store: string) => Promise<readonly TakenPacket[]>;
  /** Hashes of all files that were ever taken. */
  readonly filesTaken: () => Promise<ReadonlySet<string>>;
  readonly manifestOf: (hash: string) => Promise<PacketManifest>;
  readonly take: (packets: readonly NewPacket[], at: number) => Promise<void>;
  readonly settlementsOf: (store: string) => Promise<readonly Settlement[]>;
  readonly settle: (store: string, settlement: Settlement, at: number) => Promise<void>;
  readonly pending: () => Promise<readonly string[]>;
  readonly done: (
    stores: readonly string[],
    loaded: readonly string[],
    forgotten: readonly string[],
  ) => Promise<void>;
  /** A file that was not taken, and why. */
  readonly refuse: (refused: RefusedFile) => Promise<void>;
  readonly refusedOf: (store: string) => Promise<readonly RefusedFile[]>;
  /** The next number of the rule packets; the number is used up. */
  readonly nextRules: () => Promise<number>;
}

export interface RefusedFile {
  readonly fileSha256: string;
  readonly file: string;
  /** As its name says; null when it says nothing. */
  readonly store: string | null;
  readonly why: string;
  readonly at: number;
}

const TABLES = [
  'create schema if not exists books',
  `create table if not exists books.store (store varchar primary key, name varchar, region varchar,
    public_key varchar, due varchar, registered_at bigint)`,
  `create table if not exists books.packet (hash varchar primary key, store varchar, epoch varchar, sequence bigint,
    epoch_started_at bigint, parent_epoch varchar, parent_sequence bigint, parent_hash varchar, kind varchar,
    previous varchar, first_entry bigint, last_entry bigint, made_at bigint, file varchar, file_sha256 varchar,
    manifest varchar, taken_at bigint, loaded boolean)`,
  'create table if not exists books.settlement (store varchar, settlement varchar, "at" bigint)',
  'create table if not exists books.pending (store varchar primary key)',
  `create table if not exists books.refused (file_sha256 varchar primary key, file varchar, store varchar,
    why varchar, "at" bigint)`,
  'create table if not exists books.rules (number bigint)',
];

export function booksIn(duck: Duck): Books {
  const ask = async <T>(
    read: (row: Row) => T,
    sql: string,
    values: readonly DuckValue[] = [],
  ): Promise<T[]> => (await duck.rows(sql, values)).map(read);
  return {
    prepare: () =>
      duck.together(async () => {
        for (const table of TABLES) await duck.run(table);
      }),
    stores: () => ask(storeOf, 'select * from books.store order by name, store'),
    register: ({ store, name, region, publicKey, due, registeredAt }) =>
      duck.run('insert or replace into books.store values (?, ?, ?, ?, ?, ?)', [
        store,
        name,
        region,
        publicKey,
        due,
        registeredAt,
      ]),
    packetsOf: (store) =>
      ask(
        packetOf,
        'select * exclude (manifest) from books.packet where store = ? order by epoch_started_at, epoch, sequence, hash',
        [store],
      ),
    filesTaken: async () =>
      new Set(await ask((row) => String(row.file_sha256), 'select file_sha256 from books.packet')),
    manifestOf: async (hash) => {
      const [text] = await ask(
        (row) => String(row.manifest),
        'select manifest from books.packet where hash = ?',
        [hash],
      );
      if (text === undefined) throw new Error(`there is no packet ${hash}`);
      return JSON.parse(text) as PacketManifest; // checked when it was taken, and written by these books
    },
    take: (packets, at) =>
      duck.together(async () => {
        for (const packet of packets) await takeOne(duck, packet, at);
        for (const store of new Set(packets.map((packet) => packet.store))) await pend(duck, store);
      }),
    settlementsOf: (store) =>
      ask(
        (row) => JSON.parse(String(row.settlement)) as Settlement, // written by `settle` below
        'select settlement from books.settlement where store = ? order by "at"',
        [store],
      ),
    settle: (store, settlement, at) =>
      duck.together(async () => {
        await duck.run('insert into books.settlement values (?, ?, ?)', [
          store,
          JSON.stringify(settlement),
          at,
        ]);
        await pend(duck, store);
      }),
    pending: () => ask((row) => String(row.store), 'select store from books.pending order by store'),
    done: (stores, loaded, forgotten) =>
      duck.together(async () => {
        await mark(duck, loaded, true);
        await mark(duck, forgotten, false);
        await among(duck, 'delete from books.pending where store', stores);
      }),
    refuse: ({ fileSha256, file, store, why, at }) =>
      duck.run('insert or replace into books.refused values (?, ?, ?, ?, ?)', [
        fileSha256,
        file,
        store,
        why,
        at,
      ]),
    refusedOf: (store) =>
      ask(refusedOf, 'select * from books.refused where store = ? order by file, file_sha256', [store]),
    nextRules: () =>
      duck.together(async () => {
        const [last] = await duck.rows('select coalesce(max(number), 0) as number from books.rules');
        const number = Number(last?.number) + 1;
        await duck.run('insert into books.rules values (?)', [number]);
        return number;
      }),
  };
}

async function takeOne(duck: Duck, packet: NewPacket, at: number): Promise<void> {
  const { hash, store, epoch, sequence, epochStartedAt, parent, kind, previous } = packet;
  const { firstEntry, lastEntry, madeAt, file, fileSha256, manifest } = packet;
  await duck.run(
    `insert or ignore into books.packet values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)`,
    [
      hash,
      store,
      epoch,
      sequence,
      epochStartedAt,
      parent?.epoch ?? null,
      parent?.sequence ?? null,
      parent?.hash ?? null,
      kind,
      previous,
      firstEntry,
      lastEntry,
      madeAt,
      file,
      fileSha256,
      JSON.stringify(manifest),
      at,
    ],
  );
}

const pend = (duck: Duck, store: string): Promise<void> =>
  duck.run('insert or ignore into books.pending values (?)', [store]);

const mark = (duck: Duck, hashes: readonly string[], loaded: boolean): Promise<void> =>
  among(duck, `update books.packet set loaded = ${loaded} where hash`, hashes);

async function among(duck: Duck, sql: string, values: readonly string[]): Promise<void> {
  if (values.length > 0) await duck.run(`${sql} in (${values.map(() => '?').join(', ')})`, values);
}

function storeOf(row: Row): RegisteredStore {
  return {
    store: String(row.store),
    name: String(row.name),
    region: String(row.region),
    publicKey: String(row.public_key),
    due: row.due as Due, // written by `register` above
    registeredAt: Number(row.registered_at),
  };
}

function packetOf(row: Row): TakenPacket {
  return {
    hash: String(row.hash),
    store: String(row.store),
    epoch: String(row.epoch),
    sequence: Number(row.sequence),
    epochStartedAt: Number(row.epoch_started_at),
    parent:
      row.parent_hash === null
        ? null
        : {
            epoch: String(row.parent_epoch),
            sequence: Number(row.parent_sequence),
            hash: String(row.parent_hash),
          },
    kind: row.kind as TakenPacket['kind'], // written by `takeOne` above
    previous: row.previous === null ? null : String(row.previous),
    firstEntry: Number(row.first_entry),
    lastEntry: Number(row.last_entry),
    madeAt: Number(row.made_at),
    file: String(row.file),
    fileSha256: String(row.file_sha256),
    isLoaded: row.loaded === true,
  };
}

function refusedOf(row: Row): RefusedFile {
  return {
    fileSha256: String(row.file_sha256),
    file: String(row.file),
    store: row.store === null ? null : String(row.store),
    why: String(row.why),
    at: Number(row.at),
  };
}
