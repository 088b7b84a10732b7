import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rebuildLookup } from '@db/members/lookup-rows';
import { connect } from '@db/open';
import { businessDate } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LargeOrder } from '../../support/large-store';
import { largeStore } from '../../support/large-store-file';
import { idOf } from '../../support/member-rows';
import { aShop } from '../../support/shop';
import { brokenLaws } from '../ledger/laws-in-sql';

const ORDER: LargeOrder = { members: 400, bills: 3000, until: businessDate('2026-05-17'), points: true };
const TABLES = ['store', 'staff', 'member', 'purchase', 'points_entry', 'points_lot', 'points_move'];
const FOUND = ['member_lookup', 'member_reading'];

let folders: string[];
let raw: SQLite.Database;
let told: string[];
beforeAll(async () => {
  folders = ['one', 'two', 'unearned'].map((name) => mkdtempSync(join(tmpdir(), `shuke-${name}-`)));
  const [one, two, unearned] = folders as [string, string, string]; // made of three just now
  told = [];
  const progress = (what: string, done: number, total: number) => void told.push(`${what} ${done}/${total}`);
  raw = connect(await largeStore(one, { ...ORDER, progress }));
  await largeStore(two, ORDER);
  await largeStore(unearned, { ...ORDER, points: false });
});
afterAll(() => {
  raw.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const within = <T>(folder: string | undefined, read: (store: SQLite.Database) => T): T => {
  const store = connect(join(folder ?? '', 'store', 'shuke.db'), { readonly: true });
  try {
    return read(store);
  } finally {
    store.close();
  }
};
const rowsOf = (store: SQLite.Database, tables: readonly string[]) =>
  Object.fromEntries(tables.map((table) => [table, store.prepare(`select * from ${table}`).raw().all()]));
const number = (sql: string) => raw.prepare<[], number>(sql).pluck().get() ?? 0;

describe('npm run seed: a large store, here a small one', () => {
  test('performance, large stores: the same order makes the same rows', () => {
    const [mine, theirs] = folders
      .slice(0, 2)
      .map((at) => within(at, (it) => rowsOf(it, [...TABLES, ...FOUND])));
    expect(mine?.purchase).toHaveLength(3000);
    expect(theirs).toEqual(mine);
  });

  test('rules, Points: every law of the books holds, and every reference leads somewhere', () => {
    expect(brokenLaws(raw)).toEqual([]);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('has every index of a new store again', async () => {
    const objects = 'select name, sql from sqlite_master order by name';
    const empty = mkdtempSync(join(tmpdir(), 'shuke-empty-'));
    await largeStore(empty, { ...ORDER, members: 0, bills: 0 });
    expect(raw.prepare(objects).all()).toEqual(within(empty, (it) => it.prepare(objects).all()));
    rmSync(empty, { recursive: true, force: true });
  });

  test('rules, Points: the last bills earned by the rules, nothing lapses unsaid, nothing is bought before joining', () => {
    expect(number('select count(*) from points_lot where remaining > 0')).toBeGreaterThan(1000);
    expect(number("select count(*) from points_lot where last_day <= '2026-05-17'")).toBe(0);
    expect(
      number('select count(*) from purchase where points_earned not in (0, earning_base_fen / 100)'),
    ).toBe(0);
    expect(
      number(
        'select count(*) from purchase p join member m on m.id = p.member_id where p.business_date < m.joined_on',
      ),
    ).toBe(0);
  });

  test('a store without points has the same members and bills', () => {
    const bills = 'select id, member_id, total_fen, bought_at from purchase';
    const unearned = within(folders[2], (it) => it.prepare(bills).all());
    expect(unearned).toEqual(raw.prepare(bills).all());
    expect(within(folders[2], (it) => it.prepare('select count(*) from points_entry').pluck().get())).toBe(0);
  });

  test('looks like a shop: different phones, a third that never buys, a few who buy most', () => {
    expect(number('select count(distinct phone) from member')).toBe(400);
    const buyers = number('select count(distinct member_id) from purchase');
    expect(buyers).toBeGreaterThan(220);
    expect(buyers).toBeLessThanOrEqual(268);
    const most = number(
      'select sum(bills) from (select count(*) as bills from purchase group by member_id order by 1 desc limit 80)',
    );
    expect(most).toBeGreaterThan(2000);
  });

  test('what the counter shows is what a renewal of it would show', () => {
    const before = rowsOf(raw, FOUND);
    raw.exec('begin');
    rebuildLookup(raw, businessDate('2026-05-18'));
    const after = rowsOf(raw, FOUND);
    raw.exec('rollback');
    expect(before.member_lookup).toHaveLength(400);
    expect(after).toEqual(before);
  });

  test('tells how far it is, and makes no second store in the same place', async () => {
    expect(told).toEqual([
      ...['members 0/400', 'members 400/400', 'bills 0/3000', 'bills 3000/3000'],
      ...['lookup 0/400', 'lookup 400/400'],
    ]);
    await expect(largeStore(folders[0] ?? '', ORDER)).rejects.toThrow('a store is already there');
  });

  test('the app opens it and finds who is in it', async () => {
    const phone = raw.prepare<[], string>('select phone from member where n = 7').pluck().get() ?? '';
    const shop = await aShop({ userData: folders[1] ?? '', open: false });
    try {
      const found = await shop.client.members.lookup({ text: phone });
      expect(found.rows.map(({ id }) => id)).toEqual([idOf(1, 7)]);
      expect(shop.reported).toEqual([]);
    } finally {
      await shop.close();
    }
  });
});
