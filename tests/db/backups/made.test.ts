import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyErasures, erasuresOf, rememberErasure, takeErasures } from '@db/backups/erasure-journal';
import { backupsIn, backupsOf } from '@db/backups/folder';
import { keysIn } from '@db/backups/keys';
import { makeBackup, newestWholeBackup } from '@db/backups/make';
import { changeStanding, readStanding } from '@db/backups/standing-file';
import { checkWhole, verifyStoreFile } from '@db/backups/verify';
import { instant } from '@domain/units';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

const made = (ms = 0) => makeBackup(store.raw, store.path, instant(STORE_NOW + ms));
const MEMBER = '0190a5d0-0000-7000-8000-0000000000aa';

describe('trust, Durability: a backup is one only when it reads back whole', () => {
  it('the newest that reads back is offered, an older one where the newest is damaged', () => {
    const [older, newer] = [made(), made(60_000)];
    expect(newestWholeBackup(store.path)?.id).toBe(newer.id);
    const bytes = readFileSync(newer.path);
    bytes.fill(0xa5, 4096, 4096 * 8);
    writeFileSync(newer.path, bytes);
    expect(newestWholeBackup(store.path)?.id).toBe(older.id);
  });

  it('two of one second are two; half-made and foreign files are none', () => {
    const [one, two] = [made(), made()];
    expect(one.id).not.toBe(two.id);
    writeFileSync(join(backupsOf(store.path), 'shuke-20260519T040000Z.db.part'), 'half');
    writeFileSync(join(backupsOf(store.path), 'holiday.db'), 'other');
    mkdirSync(join(backupsOf(store.path), 'shuke-20260520T040000Z.db'));
    expect(backupsIn(backupsOf(store.path), 'plain').map(({ id }) => id)).toEqual([two.id, one.id]);
  });

  it('one of an older Shuke, without anything beside it, is still one', () => {
    const { id, path } = made();
    writeFileSync(path.replace('.db', '.json'), '{"format": 0');
    const [found] = backupsIn(backupsOf(store.path), 'plain');
    expect(found).toMatchObject({ id, manifest: null, madeAt: STORE_NOW });
    expect(newestWholeBackup(store.path)?.id).toBe(id);
  });

  it('a ledger that does not balance is no whole store, although every page is', () => {
    const path = join(store.folder, 'other.db');
    store.raw.prepare('vacuum into ?').run(path);
    const raw = new SQLite(path);
    raw.pragma('foreign_keys = off');
    expect(() => checkWhole(raw)).not.toThrow();
    raw.exec(`drop trigger points_debt_empty;
      insert into member (n, id, member_no, name, source, joined_on, created_at, updated_at, staff_id)
      select 1, '${MEMBER}', '000001', '张三', 'walk_in', '2026-05-18', 0, 0, id from staff;
      insert into points_debt values ('${MEMBER}', 5)`);
    raw.close();
    expect(() => verifyStoreFile(path)).toThrow('a ledger does not balance');
  });

  it('rows that point nowhere, another program’s file, an absent one: none is whole', () => {
    const path = join(store.folder, 'other.db');
    store.raw.prepare('vacuum into ?').run(path);
    const raw = new SQLite(path);
    raw.pragma('foreign_keys = off');
    raw.exec(`insert into points_debt values ('${MEMBER}', 0)`);
    raw.close();
    expect(() => verifyStoreFile(path)).toThrow('rows point nowhere');
    const other = new SQLite(join(store.folder, 'x.db'));
    other.exec('create table t (a)');
    other.close();
    expect(() => verifyStoreFile(join(store.folder, 'x.db'))).toThrow('another program');
    expect(() => verifyStoreFile(join(store.folder, 'absent.db'))).toThrow('cannot be opened');
  });

  it('says whose it is, without opening it for writing', () => {
    const { path } = made();
    const before = readdirSync(backupsOf(store.path));
    expect(keysIn(path)).toMatchObject({ storeName: '街角小店', owners: [], recoveryHash: null });
    expect(readdirSync(backupsOf(store.path))).toEqual(before);
    expect(keysIn(join(store.folder, 'absent.db'))).toBeNull();
  });
});

describe('what is remembered beside the store', () => {
  it('who was erased: each once, whatever a power cut has left of a line, also on another drive', () => {
    const other = '0190a5d0-0000-7000-8000-0000000000bb';
    rememberErasure(store.path, MEMBER);
    writeFileSync(join(store.folder, 'erasures.txt'), '\n0190a5d0-0000-70', { flag: 'a' });
    rememberErasure(store.path, other);
    rememberErasure(store.path, other);
    expect(erasuresOf(store.path)).toEqual([MEMBER, other]);
    const drive = join(store.folder, 'drive');
    mkdirSync(drive);
    copyErasures(store.path, drive);
    const elsewhere = join(store.folder, 'elsewhere');
    mkdirSync(elsewhere);
    rememberErasure(join(elsewhere, 'shuke.db'), other);
    takeErasures(join(elsewhere, 'shuke.db'), drive);
    expect(erasuresOf(join(elsewhere, 'shuke.db'))).toEqual([other, MEMBER]);
    expect(erasuresOf(join(drive, 'nobody', 'shuke.db'))).toEqual([]);
  });

  it('how the backups stand: part by part, and nothing where it was lost', () => {
    const failed = { code: 'disk_full' as const, at: STORE_NOW };
    changeStanding(store.path, { failed });
    changeStanding(store.path, { wrongPins: { owner: 2 } });
    expect(readStanding(store.path)).toMatchObject({ failed, wrongPins: { owner: 2 }, second: null });
    writeFileSync(join(backupsOf(store.path), 'standing.json'), '{"failed":');
    expect(readStanding(store.path).failed).toBeNull();
  });
});
