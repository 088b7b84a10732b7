import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Books, booksIn, type RegisteredStore } from '../../db/hq/books';
import { clickhouseEngine } from '../../db/hq/clickhouse';
import { type Duck, openDuck } from '../../db/hq/duckdb';
import { duckdbEngine } from '../../db/hq/duckdb-engine';
import type { Engine } from '../../db/hq/engine';
import type { Office } from '../../db/hq/intake';
import { Shelf } from '../../db/hq/shelf';
import { type OpenPacket, openPacket } from '../../db/packets/read';
import type { RejectedPacket } from '../../db/packets/rejection';
import { isOffice, keysOf, officeOf } from './folder';
import { type Call, Told } from './say';

/** The books, and the facts where no server keeps them. */
const BOOKS = 'hq.duckdb';

export interface OpenedOffice extends Office {
  readonly stores: readonly RegisteredStore[];
  /** Checks all of it; answers why it is not taken. */
  readonly open: (path: string) => Promise<OpenPacket | RejectedPacket>;
}

/**
 * Opens head office for a command, and closes it when that has ended. One program at a time: a second
 * one is told so. What an earlier one left half-way on its way into the engine is thrown away.
 */
export async function withOffice<T>(call: Call, work: (office: OpenedOffice) => Promise<T>): Promise<T> {
  const { folder } = call;
  if (!isOffice(folder)) throw new Told(call.words.noOffice(folder));
  const duck = await opened(call, false);
  const spill = spillOf(folder);
  try {
    // After the lock of the file: nobody else has anything in there.
    rmSync(spill, { recursive: true, force: true });
    mkdirSync(spill, { mode: 0o700 });
    const books = booksIn(duck);
    await books.prepare();
    const engine = engineOf(folder, duck);
    try {
      await prepare(engine, call);
      return await work(await officeWith(folder, books, engine, call.now));
    } finally {
      await engine.close();
    }
  } finally {
    duck.close();
    rmSync(spill, { recursive: true, force: true });
  }
}

/** The engine alone, which can be asked and changes nothing. */
export async function withFacts<T>(call: Call, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { folder } = call;
  if (!isOffice(folder)) throw new Told(call.words.noOffice(folder));
  // Whoever asks before anything was taken in gets empty tables.
  if (!existsSync(join(folder, BOOKS))) await withOffice(call, async () => undefined);
  const duck = await opened(call, true);
  try {
    const engine = engineOf(folder, duck);
    try {
      return await work(engine);
    } finally {
      await engine.close();
    }
  } finally {
    duck.close();
  }
}

/** A server that is away, or refuses, is no bug of the reader's: whoever runs it is told which, and why. */
async function prepare(engine: Engine, { folder, words }: Call): Promise<void> {
  try {
    await engine.prepare();
  } catch (error) {
    const { clickhouse } = officeOf(folder);
    if (clickhouse === null || !(error instanceof Error)) throw error;
    // Of a name with several addresses there is a code and no message.
    const why = error.message || ('code' in error ? String(error.code) : error.name);
    throw new Told(words.noServer(clickhouse.servers.join(', '), why));
  }
}

async function officeWith(
  folder: string,
  books: Books,
  engine: Engine,
  now: () => number,
): Promise<OpenedOffice> {
  const stores = await books.stores();
  const keys = new Map(stores.map(({ store, publicKey }) => [store, publicKey]));
  const { identity } = keysOf(folder);
  const spill = spillOf(folder);
  const open = (path: string) =>
    openPacket(path, {
      identities: [identity],
      registered: (store) => keys.get(store) ?? null,
      scratch: spill,
    });
  const reopen = async (path: string) => {
    const packet = await open(path);
    if ('code' in packet) throw new Error(`${path} on the shelf: ${packet.code}, ${packet.params.detail}`);
    return packet;
  };
  return { books, engine, shelf: new Shelf(folder), spill, stores, open, reopen, now };
}

const spillOf = (folder: string): string => join(folder, 'work');

function engineOf(folder: string, duck: Duck): Engine {
  const { clickhouse } = officeOf(folder);
  if (clickhouse === null) return duckdbEngine(duck);
  const { SHUKE_CLICKHOUSE_USER: username, SHUKE_CLICKHOUSE_PASSWORD: password } = process.env;
  return clickhouseEngine({
    ...clickhouse,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  });
}

async function opened({ folder, words }: Call, readOnly: boolean): Promise<Duck> {
  try {
    return await openDuck(join(folder, BOOKS), { spill: spillOf(folder), readOnly });
  } catch (error) {
    if (error instanceof Error && error.message.includes('lock')) throw new Told(words.busy);
    throw error;
  }
}
