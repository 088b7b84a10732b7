import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeBackup, newestWholeBackup } from '@db/backups/make';
import { migrate, versionOf } from '@db/migrate';
import { MIGRATIONS } from '@db/migrations/index';
import { connect, createStore, openStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { faultOf, StoreFaultError } from '@db/store-fault';
import { instant } from '@domain/units';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

const A_STORE = {
  id: '0190a5d0-0000-7000-8000-000000000003',
  name: '新店',
  calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
  sample: false,
  owner: { id: '0190a5d0-0000-7000-8000-000000000004', name: '店主' },
  now: STORE_NOW,
};

const open = (path: string) => openStore(path, STORE_NOW);

/** The fault with which opening ends; fails when it opens. */
function faultAtOpening(path: string): string {
  try {
    void open(path).close();
  } catch (error) {
    if (error instanceof StoreFaultError) return error.code;
    throw error;
  }
  throw new Error('the store opened');
}

describe('opening a store that is not as it should be changes nothing in it', () => {
  let store: StoreFile;
  let path: string;
  beforeEach(async () => {
    store = aStoreFile();
    path = join(store.folder, 'copy.db');
    store.raw.pragma('wal_checkpoint(truncate)');
    copyFileSync(store.path, path);
  });
  afterEach(() => store.close());

  it('refuses a store from a newer Shuke and leaves it byte-identical', async () => {
    const raw = new SQLite(path);
    raw.pragma('user_version = 99990');
    raw.close();
    const before = readFileSync(path);
    await store.release();
    expect(faultAtOpening(path)).toBe('newer_version');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['a text file', Buffer.from('会员,手机\n张三,138\n'.repeat(200))],
    ['an empty file', Buffer.alloc(0)],
    ['a file of zeros', Buffer.alloc(8192)],
  ])('says that %s is no store, and leaves it byte-identical', async (_what, content) => {
    writeFileSync(path, content);
    await store.release();
    expect(faultAtOpening(path)).toBe('not_a_database');
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it('says that the database of another program is no store', async () => {
    const other = join(store.folder, 'other.db');
    const raw = new SQLite(other);
    raw.exec('create table photo (id integer)');
    raw.close();
    await store.release();
    expect(faultAtOpening(other)).toBe('not_a_database');
  });

  it('says that a store with overwritten pages is damaged, and leaves it byte-identical', async () => {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 * 3, 4096 * 12);
    writeFileSync(path, bytes);
    await store.release();
    expect(faultAtOpening(path)).toBe('damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('refuses a store that is open already, from whatever user-data folder', () => {
    expect(faultAtOpening(store.path)).toBe('already_open');
  });

  it('opens again as soon as the other one has closed', async () => {
    const again = store.path;
    const kept = readFileSync(again).length;
    await store.release();
    const reopened = open(again);
    expect(reopened.raw.prepare('select name from store').pluck().get()).toBe('街角小店');
    expect(kept).toBeGreaterThan(0);
    await reopened.close();
  });

  it('reads synchronous FULL back after every reopening: a WAL file otherwise falls to NORMAL', async () => {
    await store.release();
    for (let time = 0; time < 3; time += 1) {
      const reopened = open(path);
      expect(reopened.raw.pragma('synchronous', { simple: true })).toBe(2);
      await reopened.close();
    }
  });
});

describe('errors of the machine get the name that their screen has', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['SQLITE_CANTOPEN', 'read_only'],
    ['SQLITE_READONLY_DIRECTORY', 'read_only'],
    ['EROFS', 'read_only'],
    ['EACCES', 'read_only'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'not_a_database'],
    ['SQLITE_BUSY', 'already_open'],
    ['SQLITE_CONSTRAINT', undefined],
  ])('%s is %s', (code, fault) => {
    expect(faultOf(Object.assign(new Error('x'), { code }))).toBe(fault);
  });

  it('keeps it when the error comes out of a worker thread, where errors lose their class', async () => {
    const died = await new Promise((resolve) => {
      const worker = new Worker(
        `throw Object.assign(new Error('store fault'), { name: 'StoreFaultError', code: 'disk_full' })`,
        { eval: true },
      );
      worker.once('error', resolve);
    });
    expect(faultOf(died)).toBe('disk_full');
  });
});

describe('migrations', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shuke-migrate-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const tables = (raw: SQLite.Database) =>
    raw
      .prepare("select name from sqlite_schema where type = 'table' and name like 'step_%' order by 1")
      .pluck()
      .all();
  const steps = [
    { version: 10, sql: 'create table step_one (a integer) strict' },
    { version: 20, sql: 'create table step_two (a integer) strict' },
  ];

  it('applies what is pending, in order, once', () => {
    const raw = connect(join(folder, 'm.db'));
    let backups = 0;
    migrate(raw, () => backups++, steps.slice(0, 1));
    migrate(raw, () => backups++, steps);
    migrate(raw, () => backups++, steps);
    expect(tables(raw)).toEqual(['step_one', 'step_two']);
    expect(versionOf(raw)).toBe(20);
    expect(backups).toBe(1); // a new store has nothing to lose, an up-to-date one needs none
    raw.close();
  });

  it('takes all pending steps or none: a failure in the second leaves the store as it was', () => {
    const raw = connect(join(folder, 'm.db'));
    migrate(raw, () => undefined, steps.slice(0, 1));
    const broken = [
      ...steps,
      { version: 30, sql: 'create table step_three (a integer) strict; insert into nowhere values (1)' },
    ];
    expect(() => migrate(raw, () => undefined, broken)).toThrow(new StoreFaultError('migration_failed'));
    expect(tables(raw)).toEqual(['step_one']);
    expect(versionOf(raw)).toBe(10);
    raw.close();
  });

  it('does not begin when the backup fails', () => {
    const raw = connect(join(folder, 'm.db'));
    migrate(raw, () => undefined, steps.slice(0, 1));
    const full = () => {
      throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    };
    expect(() => migrate(raw, full, steps)).toThrow('full');
    expect(versionOf(raw)).toBe(10);
    raw.close();
  });

  it('backs up a store before it changes it, and the backup reads back whole', async () => {
    const store = aStoreFile();
    const older = { raw: store.raw, version: versionOf(store.raw) };
    const next = [
      ...MIGRATIONS,
      { version: older.version + 10, sql: 'create table later (a integer) strict' },
    ];
    migrate(store.raw, () => makeBackup(store.raw, store.path, instant(STORE_NOW)), next);
    const backup = newestWholeBackup(store.path);
    expect(backup?.path).toMatch(/shuke-20260518T040000Z\.db$/);
    const copy = new SQLite(backup?.path ?? '', { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(older.version);
    expect(copy.prepare('select name from store').pluck().get()).toBe('街角小店');
    copy.close();
    await store.close();
  });
});

describe('making a store', () => {
  it('leaves nothing under the final name when it is interrupted, and begins anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuke-new-'));
    const path = join(folder, 'shuke.db');
    expect(() =>
      createStore(path, STORE_NOW, () => {
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    expect(existsSync(path)).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes nothing from the log of a store whose file was taken away, and keeps that log', async () => {
    const old = aStoreFile();
    old.raw.exec("update store set name = '老店'");
    const log = readFileSync(`${old.path}-wal`);
    await old.release();
    rmSync(old.path);
    writeFileSync(`${old.path}-wal`, log);
    const made = createStore(old.path, STORE_NOW, (raw) => fillNewStore(raw, A_STORE));
    expect(made.raw.prepare('select name from store').pluck().get()).toBe('新店');
    await made.close();
    expect(readFileSync(`${old.path}.left-${STORE_NOW}-wal`).equals(log)).toBe(true);
    await old.close();
  });

  it('never overwrites a store', async () => {
    const store = aStoreFile();
    expect(() => createStore(store.path, STORE_NOW, () => undefined)).toThrow('already there');
    await store.close();
  });
});
