import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { makeBackup } from './backups/make';
import { storeDialect } from './dialect';
import type { Instant } from './domain/units';
import { makeFolder, moveIntoPlace, SCANNER_PATIENCE_MS } from './durable-file';
import { latestVersion, migrate, versionOf } from './migrate';
import type { Schema } from './schema';
import { codeOf, faultOf, StoreFaultError } from './store-fault';
import { APPLICATION_ID } from './store-header';
import { Turn } from './turn';
import { unsafePlace } from './unsafe-place';

/** Up to this size every opening reads the whole file; a larger one would keep the counter waiting. */
const CHECKED_AT_OPEN_BYTES = 64 * 1024 * 1024;
/** Opening needs room for the write-ahead log and its index. */
const LEAST_FREE_BYTES = 2 * 1024 * 1024;

export interface OpenedStore {
  readonly path: string;
  readonly raw: SQLite.Database;
  readonly db: Kysely<Schema>;
  /** Every transaction of `db` takes it; imports in a worker give way to it. */
  readonly turn: Turn;
  readonly close: () => Promise<void>;
}

/**
 * Opens the store at `path`, migrating it first if it is older. Throws `StoreFaultError` with the
 * reason when it cannot; the file is then as it was before.
 */
export function openStore(path: string, now: Instant): OpenedStore {
  const folder = dirname(path);
  let owner: SQLite.Database | undefined;
  let raw: SQLite.Database | undefined;
  try {
    checkPlace(folder);
    checkHeader(path);
    checkRoom(folder);
    owner = takeOwnership(folder);
    raw = connect(path);
    checkContent(raw, path);
    migrate(raw, () => makeBackup(openedOrThrow(raw), path, now));
    checkWritable(raw);
    return opened(path, raw, owner);
  } catch (error) {
    raw?.close();
    owner?.close();
    const code = faultOf(error);
    if (code === undefined) throw error;
    throw error instanceof StoreFaultError ? error : new StoreFaultError(code, { cause: error });
  }
}

/** Makes a new store beside its final name and moves it there whole; `fill` writes its first rows. */
export function createStore(path: string, now: Instant, fill: (raw: SQLite.Database) => void): OpenedStore {
  if (existsSync(path)) throw new Error('a store is already there');
  const unfinished = `${path}.new`;
  try {
    checkPlace(dirname(path));
    makeFolder(dirname(path));
    for (const leftover of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`])
      rmSync(leftover, { force: true });
    writeFileSync(unfinished, emptyStore(), { flush: true });
    const raw = connect(unfinished);
    try {
      raw.transaction(fill).immediate(raw);
    } finally {
      raw.close();
    }
    setAside(path, now);
    moveIntoPlace(unfinished, path, SCANNER_PATIENCE_MS);
  } catch (error) {
    const code = faultOf(error);
    if (code === undefined) throw error;
    throw new StoreFaultError(code, { cause: error });
  }
  return openStore(path, now);
}

let empty: Buffer | undefined;

/** The file of a store without rows, as the migrations make it: the same for every store of a process. */
function emptyStore(): Buffer {
  if (empty !== undefined) return empty;
  const raw = connect(':memory:');
  try {
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(raw, () => undefined);
    empty = raw.serialize();
  } finally {
    raw.close();
  }
  return empty;
}

/**
 * The log of a store whose file was taken away: SQLite would play it into the new one, page by page.
 * It may hold the last sales of the old store, so it is kept under another name.
 */
function setAside(path: string, now: Instant): void {
  for (const end of ['-wal', '-shm'])
    if (existsSync(path + end)) renameSync(path + end, `${path}.left-${now}${end}`);
}

/**
 * A connection with every pragma of the house. `synchronous` is FULL on every open: a WAL file
 * reopened otherwise runs at NORMAL, and a power cut then loses acknowledged sales.
 */
export function connect(path: string, options: { readonly?: boolean } = {}): SQLite.Database {
  const raw = new SQLite(path, { readonly: options.readonly ?? false, timeout: 3000 });
  try {
    if (options.readonly !== true) raw.pragma('journal_mode = wal');
    raw.pragma('synchronous = full');
    raw.pragma('foreign_keys = on');
    raw.pragma('recursive_triggers = on');
    raw.pragma('trusted_schema = off');
    raw.pragma('cell_size_check = on');
    raw.pragma('fullfsync = on');
    raw.pragma('checkpoint_fullfsync = on');
    // The automatic checkpoint lands on a sale and is its p99; main checkpoints when the counter is idle.
    raw.pragma('wal_autocheckpoint = 16384');
    raw.pragma('cache_size = -32000');
    raw.pragma('temp_store = memory');
    // What is deleted or overwritten is gone from its page at once: an erased person leaves nothing between the rows.
    raw.pragma('secure_delete = on');
  } catch (error) {
    raw.close();
    throw error;
  }
  return raw;
}

/** The header is read before SQLite may write anything: a foreign or newer file stays byte-identical. */
function checkHeader(path: string): void {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  let length: number;
  try {
    length = readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  if (length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new StoreFaultError('not_a_database');
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new StoreFaultError('not_a_database');
  if (header.readUInt32BE(60) > latestVersion()) throw new StoreFaultError('newer_version');
}

/** Where others write or lock as they please, a store is lost sooner or later. */
function checkPlace(folder: string): void {
  const unsafe = unsafePlace(folder);
  if (unsafe !== null) throw new StoreFaultError(unsafe);
}

function checkRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < LEAST_FREE_BYTES) throw new StoreFaultError('disk_full');
}

/**
 * Electron's single-instance lock is per user-data folder; two copies with different folders would
 * share one store. An exclusive transaction on a file beside it frees itself even after kill -9.
 */
function takeOwnership(folder: string): SQLite.Database {
  const owner = new SQLite(join(folder, 'owner.lock'), { timeout: 0 });
  try {
    owner.exec('begin exclusive');
  } catch (error) {
    owner.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw new StoreFaultError('already_open', { cause: error });
    throw error;
  }
  return owner;
}

function checkContent(raw: SQLite.Database, path: string): void {
  if (versionOf(raw) > latestVersion()) throw new StoreFaultError('newer_version');
  if (
    statSync(path).size <= CHECKED_AT_OPEN_BYTES &&
    raw.pragma('quick_check(1)', { simple: true }) !== 'ok'
  ) {
    throw new StoreFaultError('damaged');
  }
  if (raw.prepare('select 1 from store').get() === undefined) throw new StoreFaultError('damaged');
}

function checkWritable(raw: SQLite.Database): void {
  raw.exec('begin immediate; rollback');
}

function openedOrThrow(raw: SQLite.Database | undefined): SQLite.Database {
  if (raw === undefined) throw new Error('no connection');
  return raw;
}

function opened(path: string, raw: SQLite.Database, owner: SQLite.Database): OpenedStore {
  const turn = new Turn();
  const db = new Kysely<Schema>({ dialect: storeDialect(raw, turn) });
  return {
    path,
    raw,
    db,
    turn,
    close: async () => {
      await db.destroy();
      raw.close(); // kysely closes it only if it was ever used
      owner.close();
    },
  };
}
