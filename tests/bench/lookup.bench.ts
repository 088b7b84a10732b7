import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LookupIndex } from '@db/members/lookup-index';
import { rebuildLookup } from '@db/members/lookup-rows';
import { createStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { type MemberQuery, readQuery } from '@domain/members/query';
import { businessDate, instant } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { likeScan } from '../support/like-scan';
import { chances, crowd, idOf, insertBills, insertMembers, pick, visits } from '../support/member-rows';
import { type BenchTable, median, ms, percentile } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_MEMBERS ?? 100_000);
const TODAY = businessDate('2026-05-18');
/** Queries of each kind; p99 needs some hundreds. */
const QUERIES = 400;
/** LIKE scans are slow; a few show their size. */
const SCANS = MEMBERS > 200_000 ? 2 : 8;

interface Row {
  readonly phone: string;
  readonly name_key: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly card_no: string | null;
}

type Draw = (row: Row, chance: () => number) => string;
const inner = (text: string, length: number, chance: () => number): string => {
  const from = Math.floor(chance() * Math.max(1, text.length - length + 1));
  return text.slice(from, from + length);
};

const KINDS: readonly (readonly [string, Draw])[] = [
  ['phone prefix, 1 digit', (row) => row.phone.slice(0, 1)],
  ['phone prefix, 3', (row) => row.phone.slice(0, 3)],
  ['phone prefix, 7', (row) => row.phone.slice(0, 7)],
  ['full phone', (row) => row.phone],
  ['full phone, nobody has it', (_, chance) => `19${String(Math.floor(chance() * 1e9)).padStart(9, '0')}`],
  ['tail, 4', (row) => row.phone.slice(-4)],
  ['part of phone, 4', (row, chance) => inner(row.phone, 4, chance)],
  ['part of phone, 6', (row, chance) => inner(row.phone, 6, chance)],
  ['0000000', () => '0000000'],
  ['surname', (row) => Array.from(row.name_key)[0] ?? ''],
  ['two Han characters', (row) => Array.from(row.name_key).slice(0, 2).join('')],
  ['given name', (row) => Array.from(row.name_key).slice(1).join('')],
  ['whole name', (row) => row.name_key],
  ['pinyin, 4 letters', (row) => (row.pinyin.split(' ')[0] ?? '').slice(0, 4)],
  ['pinyin, whole', (row) => row.pinyin.split(' ')[0] ?? ''],
  ['initials, 2', (row) => row.initials.slice(0, 2)],
  ['initials, 3', (row) => (row.initials.split(' ')[0] ?? '').slice(0, 3)],
  ['card', (row) => row.card_no ?? '668800000000'],
];

/** Lookup as you type, in SQL and memory alone; the window adds its own. */
export default async function lookupBench(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  const store = createStore(join(folder, 'shuke.db'), instant(0), (raw) =>
    fillNewStore(raw, {
      id: idOf(0, 1),
      name: 'bench',
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      sample: true,
      owner: { id: idOf(0, 2), name: 'bench' },
      now: instant(0),
    }),
  );
  try {
    return measure(store.raw);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(raw: SQLite.Database): BenchTable {
  raw.pragma('synchronous = off'); // the seeding only; nothing below writes
  const bills = Math.min(MEMBERS * 10, 2_000_000);
  const ids = insertMembers(raw, crowd(MEMBERS));
  insertBills(raw, visits(ids, bills, TODAY));
  const rebuild = timed(() => rebuildLookup(raw, TODAY));
  raw.pragma('wal_checkpoint(truncate)');

  const opened = timed(() => new LookupIndex(raw));
  const index = opened.value;
  const firstCold = timed(() => index.find(readQuery('138'), TODAY)).took;
  const memory = heap();
  const waiting: (() => void)[] = [];
  const steps: number[] = [];
  index.warm((step) => waiting.push(step));
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) steps.push(timed(step).took);
  const grown = (heap() - memory) / 2 ** 20;

  const yardstick = yardstickOf(raw);
  const rows = KINDS.map(([kind, draw]) => row(raw, index, kind, draw, yardstick.p50));
  return {
    title: `Lookup as you type, ${MEMBERS.toLocaleString('en')} members, ${bills.toLocaleString('en')} bills`,
    columns: ['query', 'LIKE scan p50', 'p50', 'p99', 'p50 ÷ yardstick', 'rows'],
    rows: [
      ['20 rows by id, one bare statement (yardstick)', '', ms(yardstick.p50), ms(yardstick.p99), '1', '20'],
      ...rows,
    ],
    notes: [
      `${QUERIES} queries of each kind, drawn from the members there are, each the median of five runs; the same answers as the LIKE scan (checked on ${SCANS} of each kind here, on thousands in the tests).`,
      `Index opened in ${ms(opened.took)}, first answer cold ${ms(firstCold)}, hot set and scores loaded in ${steps.length} steps of at most ${ms(Math.max(...steps))}, ${grown.toFixed(1)} MB.`,
      `All lookup rows, readings and grams made anew in ${(rebuild.took / 1000).toFixed(1)} s.`,
    ],
  };
}

function row(
  raw: SQLite.Database,
  index: LookupIndex,
  kind: string,
  draw: Draw,
  yardstick: number,
): string[] {
  const queries = drawn(raw, draw);
  const scans = queries.slice(0, SCANS).map((query) => {
    const scan = timed(() => likeScan(raw, query));
    const found = index.find(query, TODAY).map((hit) => hit.id);
    if (found.join() !== scan.value.join())
      throw new Error(`another answer than the LIKE scan: ${JSON.stringify(query)}`);
    return scan.took;
  });
  for (const query of queries) index.find(query, TODAY);
  let shown = 0;
  const times = queries.map((query) => {
    shown += index.find(query, TODAY).length;
    return usual(() => index.find(query, TODAY));
  });
  const p50 = median(times);
  return [
    kind,
    ms(median(scans)),
    ms(p50),
    ms(percentile(times, 0.99)),
    (p50 / yardstick).toFixed(1),
    (shown / queries.length).toFixed(1),
  ];
}

function drawn(raw: SQLite.Database, draw: Draw): MemberQuery[] {
  const chance = chances(7);
  const row = raw.prepare<[number], Row>('select * from member_lookup where n = ?');
  return Array.from({ length: QUERIES }, () => {
    const found = row.get(1 + Math.floor(chance() * MEMBERS));
    if (found === undefined) throw new Error('no such member');
    return readQuery(draw(found, chance));
  });
}

/** What fetching twenty known rows costs: nothing can answer faster. */
function yardstickOf(raw: SQLite.Database): { p50: number; p99: number } {
  const chance = chances(11);
  const numbers = Array.from({ length: MEMBERS }, (_, at) => at + 1);
  const bare = raw.prepare<[string], unknown>(
    `select m.id, l.name, l.phone, l.member_no, l.tier, l.points, l.open_complaints, l.last_visit, l.visits
     from json_each(?) listed cross join member_lookup l on l.n = listed.value cross join member m on m.n = l.n`,
  );
  const times = Array.from({ length: QUERIES }, () => {
    const list = JSON.stringify(Array.from({ length: 20 }, () => pick(numbers, chance())));
    return usual(() => bare.all(list));
  });
  return { p50: median(times), p99: percentile(times, 0.99) };
}

/** The median of five runs: what the query costs, without what else the machine was doing. */
const usual = (run: () => unknown): number => median(Array.from({ length: 5 }, () => timed(run).took));

function timed<T>(run: () => T): { readonly took: number; readonly value: T } {
  const start = performance.now();
  const value = run();
  return { took: performance.now() - start, value };
}

function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
