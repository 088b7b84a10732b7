import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuck } from '@db/hq/duckdb';
import { duckdbEngine } from '@db/hq/duckdb-engine';
import type { Batch, Engine, StoreNow } from '@db/hq/engine';
import type { PacketKindName } from '@domain/packets/entries';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aFolder } from './support';

let engine: Engine;
let folder: string;

beforeEach(async () => {
  folder = aFolder();
  engine = duckdbEngine(await openDuck(join(folder, 'hq.duckdb'), { spill: folder }));
  await engine.prepare();
});
afterEach(() => engine.close());

const STORE = '00000000-0000-7000-8000-000000000001';

const now = (from_entry: number, to_entry: number, epoch = 'AAAAAA'): StoreNow => ({
  store: STORE,
  name: '城西店',
  region: '西',
  epoch,
  from_entry,
  to_entry,
  sequence: 1,
  made_at: 0,
  business_date: '2026-11-22',
  members: 0,
  points_owed: 0,
  liability_fen: 0,
});

type Entry = readonly [entry: number, key: string, columns: object];

/** A packet's rows of one kind, as they come off the disk. */
function batch(
  kind: PacketKindName,
  entries: readonly Entry[],
  epoch = 'AAAAAA',
  lastEntry = entries.at(-1)![0],
): Batch {
  const file = join(folder, `${kind}-${epoch}-${entries[0]![0]}.ndjson`);
  const rows = entries.map(([entry, key, columns]) => ({
    store: STORE,
    epoch,
    entry,
    kind,
    key,
    ...columns,
  }));
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return {
    packets: [{ store: STORE, epoch, firstEntry: entries[0]![0], lastEntry }],
    files: new Map([[kind, file]]),
  };
}

const points = (many: number) => ({
  member_id: 'm',
  kind: 'earned',
  business_date: '2026-11-22',
  points: many,
});
const total = async () =>
  (await engine.rows('select coalesce(sum(points), 0) as total from points_now'))[0]?.total;

describe('exchange, apply: what counts becomes visible at one stroke', () => {
  it('facts that were loaded are not seen until the store is shown', async () => {
    await engine.load(batch('points', [[1, 'a', points(5)]]));
    expect(await total()).toBe(0);
    await engine.show([now(1, 1)], []);
    expect(await total()).toBe(5);
  });

  it('the same batch again changes nothing, also after the program was killed before it wrote its books', async () => {
    const same = batch('points', [
      [1, 'a', points(5)],
      [2, 'b', points(7)],
    ]);
    for (let time = 0; time < 3; time++) await engine.load(same);
    await engine.show([now(1, 2)], []);
    await engine.show([now(1, 2)], []);
    expect(await total()).toBe(12);
  });

  it('a batch that breaks off leaves nothing behind', async () => {
    const good = batch('points', [[1, 'a', points(5)]]);
    const files = new Map([...good.files, ['refund', join(folder, 'missing.ndjson')] as const]);
    await expect(engine.load({ ...good, files })).rejects.toThrow();
    await engine.show([now(1, 1)], []);
    expect(await total()).toBe(0);
  });
});

describe('exchange, entries: the last one of a key counts', () => {
  it('a member that changed is one member; one that is gone is none', async () => {
    const member = (tier: string) => ({
      member_no: '1',
      state: 'active',
      tier,
      source: 'counter',
      joined_on: '2026-01-02',
    });
    await engine.load(
      batch('member', [
        [1, 'a', member('silver')],
        [2, 'b', member('gold')],
        [3, 'a', member('gold')],
        [4, 'b', { gone: true }],
      ]),
    );
    await engine.show([now(1, 4)], []);
    expect(await engine.rows('select key, tier, joined_on, gender from member_now')).toEqual([
      { key: 'a', tier: 'gold', joined_on: '2026-01-02', gender: null },
    ]);
  });

  it('flags are 0 and 1, as the store writes them', async () => {
    await engine.load(
      batch('purchase', [
        [1, 'a', { imported: 1, paid_fen: 5 }],
        [2, 'b', { imported: 0, paid_fen: 7 }],
      ]),
    );
    await engine.show([now(1, 2)], []);
    expect(await engine.rows('select sum(paid_fen) as paid from purchase_now where imported = 1')).toEqual([
      { paid: 5 },
    ]);
  });

  it('a row of a ledger that is sent again, its member merged into another, counts once', async () => {
    await engine.load(
      batch('points', [
        [1, 'a', points(5)],
        [2, 'a', { ...points(5), member_id: 'kept' }],
      ]),
    );
    await engine.show([now(1, 2)], []);
    expect(await total()).toBe(5);
  });

  it('a ledger row counts until it is gone', async () => {
    await engine.load(
      batch('points', [
        [1, 'a', points(5)],
        [2, 'b', points(7)],
        [3, 'a', { gone: true }],
      ]),
    );
    await engine.show([now(1, 2)], []);
    expect(await total()).toBe(12);
    await engine.show([now(1, 3)], []);
    expect(await total()).toBe(7);
  });
});

describe('exchange, full: it replaces what was sent before', () => {
  it('entries before the full no longer count, and tidying removes them', async () => {
    await engine.load(batch('points', [[1, 'a', points(5)]]));
    await engine.load(batch('points', [[2, 'a', points(4)]]));
    await engine.load(batch('points', [[1, 'z', points(100)]], 'BBBBBB'));
    await engine.show([now(2, 2)], []);
    expect(await total()).toBe(4);
    expect(await engine.tidy()).toBe(2);
    expect(await engine.tidy()).toBe(0);
    expect(await total()).toBe(4);
  });

  it('packets of the branch that was ruled out are forgotten, and a store of which nothing counts is not seen', async () => {
    await engine.load(batch('points', [[1, 'a', points(5)]]));
    await engine.load(batch('points', [[2, 'b', points(9)]]));
    await engine.forget([{ store: STORE, epoch: 'AAAAAA', firstEntry: 2, lastEntry: 2 }]);
    await engine.load(batch('points', [[2, 'c', points(1)]]));
    await engine.show([now(1, 2)], []);
    expect(await total()).toBe(6);
    await engine.show([], [STORE]);
    expect(await total()).toBe(0);
  });
});
