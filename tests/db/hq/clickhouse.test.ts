import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickhouseEngine } from '@db/hq/clickhouse';
import { openDuck } from '@db/hq/duckdb';
import { duckdbEngine } from '@db/hq/duckdb-engine';
import type { Engine, EntryRange, Row, StoreNow } from '@db/hq/engine';
import { PACKET_KIND_NAMES, type PacketKindName } from '@domain/packets/entries';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { CLUSTER, type ClickHouse, startClickHouse } from '../../support/clickhouse';

const folder = mkdtempSync(join(tmpdir(), 'shuke-engines-'));
let clickhouse: ClickHouse | null = null;
let files = 0;

beforeAll(async () => {
  clickhouse = await startClickHouse(2);
});
afterAll(async () => {
  await clickhouse?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The same head office in DuckDB, in one ClickHouse server and in two that are a cluster. */
async function engines(context: TestContext, name: string): Promise<readonly Engine[]> {
  if (!clickhouse) return context.skip('no ClickHouse server on this system');
  const { servers } = clickhouse;
  const duck = await openDuck(join(folder, `${name}.duckdb`), { spill: folder });
  const all = [
    duckdbEngine(duck),
    clickhouseEngine({ servers: [servers[0]], database: `${name}_one`, cluster: null }),
    clickhouseEngine({ servers, database: `${name}_two`, cluster: CLUSTER }),
  ];
  for (const engine of all) await engine.prepare();
  return all;
}

const each = (all: readonly Engine[], act: (engine: Engine) => Promise<unknown>) => Promise.all(all.map(act));

/** What every engine answers, the same from all. */
async function answer(all: readonly Engine[], sql: string): Promise<readonly Row[]> {
  const [first, ...others] = await each(all, (engine) => engine.rows(sql));
  for (const other of others) expect(other).toEqual(first);
  return first as readonly Row[]; // what `rows` gave
}

const purchase = (entry: number, key: string, paid: number, store = 'a', epoch = 'E1') => ({
  ...{ store, epoch, entry, key, member_id: 'm1', receipt_no: null, business_date: '2026-01-05' },
  ...{ bought_at: 1_767_600_000_000, total_fen: paid, discount_fen: 0, points_worth_fen: 0, paid_fen: paid },
  ...{ points_earned: 1, points_redeemed: 0, imported: 0 },
});
const member = (entry: number, key: string, own: object, store = 'a', epoch = 'E1') => ({
  ...{ store, epoch, entry, key, member_no: '1', state: 'active', tier: 'base', class: null },
  ...{ source: 'walk_in', joined_on: '1969-07-20', gender: null, birth_year: null, name: null, phone: null },
  ...{ birth_month: null, birth_day: null, ...own },
});
const gone = (entry: number, key: string, store = 'a', epoch = 'E1') => ({
  ...{ store, epoch, entry, key, gone: true },
});

const range = (firstEntry: number, lastEntry: number, store = 'a', epoch = 'E1'): EntryRange => ({
  ...{ store, epoch, firstEntry, lastEntry },
});

/** Packets as the reader hands them over. */
async function load(
  all: readonly Engine[],
  packets: readonly EntryRange[],
  rows: Partial<Record<PacketKindName, readonly object[]>>,
): Promise<void> {
  const written = PACKET_KIND_NAMES.flatMap((kind) => {
    const lines = rows[kind]?.map((row) => `${JSON.stringify(row)}\n`);
    if (!lines) return [];
    files += 1;
    const file = join(folder, `${files}.ndjson`);
    writeFileSync(file, lines.join(''));
    return [[kind, file] as const];
  });
  await each(all, (engine) => engine.load({ packets, files: new Map(written) }));
}

const now = (to_entry: number, own: Partial<StoreNow> = {}): StoreNow => ({
  ...{ store: 'a', name: "Tom's \\ 茶", region: '华东', epoch: 'E1', from_entry: 1, to_entry, sequence: 1 },
  ...{
    made_at: 1_767_700_000_000,
    business_date: '2026-01-06',
    members: 2,
    points_owed: 3,
    liability_fen: 4,
  },
  ...own,
});
const PAID = 'select store, key, paid_fen from purchase_now order by store, key';
const STORES = 'select * from store_now order by store';

describe('exchange, Engines: the same facts are seen alike in DuckDB, ClickHouse, and a cluster of two shards', () => {
  it('shows nothing of a packet before its store, then all of it; twice is once', async (context) => {
    const all = await engines(context, 'shown');
    const packet = { purchase: [purchase(1, 'p1', 500), purchase(2, 'p2', 700)] };
    await load(all, [range(1, 2)], packet);
    expect(await answer(all, PAID)).toEqual([]);
    await load(all, [range(1, 2)], packet);
    await each(all, (engine) => engine.show([now(2), now(0, { store: 'b' })], []));
    await each(all, (engine) => engine.show([now(2)], []));
    expect(await answer(all, PAID)).toEqual([
      { store: 'a', key: 'p1', paid_fen: 500 },
      { store: 'a', key: 'p2', paid_fen: 700 },
    ]);
    expect(await answer(all, STORES)).toEqual([now(2), now(0, { store: 'b' })]);
    await each(all, (engine) => engine.show([], ['a']));
    expect(await answer(all, PAID)).toEqual([]);
    await each(all, (engine) => engine.close());
  });

  it('counts the last entry of a key, and none that is gone; a bill whose member was merged counts once', async (context) => {
    const all = await engines(context, 'latest');
    await load(all, [range(1, 9)], {
      member: [
        member(1, 'm1', { class: 'A', name: '王芳', birth_year: 1990 }),
        member(2, 'm2', { class: 'B' }),
        // Null is a state too: who leaves every class has none.
        member(5, 'm1', { name: '=1+1', tier: "o'gold\\\n" }),
        gone(6, 'm2'),
      ],
      purchase: [
        ...[purchase(3, 'p1', 100), purchase(4, 'p2', 200), gone(7, 'p2'), purchase(8, 'p3', 400)],
        { ...purchase(9, 'p1', 100), member_id: 'kept' },
      ],
    });
    await each(all, (engine) => engine.show([now(7)], []));
    expect(await answer(all, 'select * from member_now')).toEqual([
      expect.objectContaining({ key: 'm1', class: null, name: '=1+1', tier: "o'gold\\\n", birth_year: null }),
    ]);
    expect(await answer(all, 'select key from purchase_now')).toEqual([{ key: 'p1' }]);
    expect(
      await answer(all, "select cast(joined_on as varchar) as day from member_now where key = 'm1'"),
    ).toEqual([{ day: '1969-07-20' }]);
    await each(all, (engine) => engine.show([now(9)], []));
    expect(await answer(all, 'select sum(paid_fen) as paid from purchase_now')).toEqual([{ paid: 500 }]);
    expect(await answer(all, "select member_id from purchase_now where key = 'p1'")).toEqual([
      { member_id: 'kept' },
    ]);
    await each(all, (engine) => engine.close());
  });

  it('forgets what a settled fork ruled out, and tidies away what a full replaced', async (context) => {
    const all = await engines(context, 'tidied');
    await load(all, [range(1, 3), range(1, 1, 'a', 'E0'), range(1, 1, 'b')], {
      purchase: [
        ...[purchase(1, 'p1', 1), purchase(2, 'p1', 1), purchase(3, 'p2', 2)],
        ...[purchase(1, 'p0', 9, 'a', 'E0'), purchase(1, 'p1', 5, 'b')],
      ],
    });
    await each(all, (engine) => engine.show([now(3, { from_entry: 2 }), now(1, { store: 'b' })], []));
    await each(all, (engine) => engine.forget([range(3, 3), range(1, 1, 'c')]));
    await load(all, [range(3, 3)], { purchase: [purchase(3, 'p3', 30)] });
    const before = await answer(all, PAID);
    expect(before).toEqual([
      { store: 'a', key: 'p1', paid_fen: 1 },
      { store: 'a', key: 'p3', paid_fen: 30 },
      { store: 'b', key: 'p1', paid_fen: 5 },
    ]);
    expect(await each(all, (engine) => engine.tidy())).toEqual([2, 2, 2]);
    expect(await answer(all, 'select count(*) as many from purchase')).toEqual([{ many: 3 }]);
    expect(await answer(all, PAID)).toEqual(before);
    expect(await each(all, (engine) => engine.tidy())).toEqual([0, 0, 0]);
    await each(all, (engine) => engine.close());
  });

  it('puts every store on one shard, and some on each', async (context) => {
    const all = await engines(context, 'dealt');
    const stores = Array.from({ length: 40 }, (_, at) => `s${at}`);
    await load(all, [], {
      purchase: stores.flatMap((store) => [1, 2, 3].map((n) => purchase(n, `p${n}`, n, store))),
    });
    await each(all, (engine) =>
      engine.show(
        stores.map((store) => now(3, { store })),
        [],
      ),
    );
    expect(await answer(all, 'select count(*) as rows, sum(paid_fen) as paid from purchase_now')).toEqual([
      { rows: 120, paid: 240 },
    ]);
    const here = await Promise.all(
      (clickhouse?.servers ?? []).map(async (server) => {
        const shard = clickhouseEngine({ servers: [server], database: 'dealt_two', cluster: null });
        const rows = await shard.rows('select store, count() as rows from purchase_here group by store');
        await shard.close();
        return rows;
      }),
    );
    expect(here.every((rows) => rows.length > 5)).toBe(true);
    expect(here.flat().map(({ rows }) => rows)).toEqual(stores.map(() => 3));
    await each(all, (engine) => engine.close());
  });

  it('refuses to change anything in answer to a question', async (context) => {
    const all = await engines(context, 'asked');
    await each(all.slice(1), (engine) =>
      expect(engine.rows('drop table member')).rejects.toThrow(/readonly/i),
    );
    await each(all, (engine) => engine.close());
  });
});
