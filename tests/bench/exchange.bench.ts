import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JobView } from '@contract/exchange';
import { connect } from '@db/open';
import { ended, imported, resultOf, tried } from '../integration/exchange/support';
import { EVERYTHING } from '../support/exports';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { type Served, serve } from './counter';
import { type BenchTable, ms, percentile } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_IMPORT_MEMBERS ?? 50_000);
const PURCHASES = MEMBERS * Number(process.env.SHUKE_BENCH_IMPORT_BILLS_EACH ?? 4);
/** What is told per row whatever their number is measured on fewer: those that earn points, and a second look. */
const EARNING = Math.min(PURCHASES / 4, 100_000);
const AGAIN = Math.min(PURCHASES, 500_000);
/** People who were there before the import: to them is sold meanwhile. */
const REGULARS = 200;
const QUIET_SALES = 400;
const PAUSE_MS = 40;
/** Lines that are written to a file at once. */
const LINES = 10_000;
/** The program of SQLite's own distribution, when the machine has it. */
const PROGRAM = 'sqlite3';
const TABLES = ['member', 'purchase', 'purchase_line', 'refund', 'points_entry', 'complaint'];

interface Done {
  readonly ms: number;
  readonly job: JobView;
  readonly served: Served;
}

/**
 * Import and export as the screen asks for them, by the real reading process and the real worker, while a lookup and
 * a sale follow each other at the counter; beside what the sqlite3 program does with the same rows by itself.
 */
export default async function exchangeBench(): Promise<BenchTable> {
  // A store that stays open has its trail verified and its histories brought up to date by the reader beside it.
  await prepareWorkers('exchange-job', 'read-job');
  const shop = await aShop();
  try {
    const folder = shop.userData;
    const regulars = await signedUp(shop);
    const quiet = await serve(shop, regulars, PAUSE_MS, (sales) => sales < QUIET_SALES);
    const beside = (work: () => Promise<JobView>) => during(shop, regulars, work);
    const [members, purchases, same, more] = ['members', 'purchases', 'same', 'more'].map((name) =>
      join(folder, `${name}.csv`),
    ) as [string, string, string, string]; // four names
    writeMembers(members);
    writePurchases(purchases, 0, PURCHASES);
    writePurchases(same, 0, AGAIN);
    writePurchases(more, PURCHASES, EARNING);
    const bills = { kind: 'purchases', reading: { points: 'none' } } as const;
    const importedMembers = await beside(() => imported(shop, members, { kind: 'members' }));
    const importedPurchases = await beside(() => imported(shop, purchases, bills));
    const again = await beside(() => tried(shop, same, bills));
    const exported = await beside(() => exportAll(shop, join(folder, 'out')));
    const earning = await beside(() =>
      imported(shop, more, { kind: 'purchases', reading: { points: 'from_today' } }),
    );
    if (shop.reported.length > 0) throw new Error(shop.reported[0]);
    shop.raw().pragma('wal_checkpoint(truncate)');
    const path = shop.main.app.session.path();
    const cli = yardstick(folder, path);
    const exportedRows = resultOf(exported.job, 'export').files.reduce((sum, { rows }) => sum + rows, 0);

    const line = (what: string, rows: number, { ms: time, served }: Done, theirs: number | undefined) => [
      what,
      rows.toLocaleString('en'),
      `${(time / 1000).toFixed(1)} s`,
      rate(rows, time),
      theirs === undefined ? '–' : rate(rows, theirs),
      theirs === undefined ? '–' : `${(time / theirs).toFixed(2)} ×`,
      ...counter(served),
      `${Math.max(0, served.peakMb - quiet.peakMb)} MB`,
    ];
    return {
      title: `Import and export with the counter answering, ${MEMBERS.toLocaleString('en')} members`,
      columns: [
        ...['work', 'rows', 'time', 'rows/s', 'sqlite3 program, rows/s', 'time beside it'],
        ...['lookup p99', 'sale p50', 'sale p99', 'main away p99', 'sales', 'memory beyond rest'],
      ],
      rows: [
        ['nothing', '', '', '', '', '', ...counter(quiet), `${quiet.peakMb} MB`],
        line('members: checked, matched, found at the counter', MEMBERS, importedMembers, cli?.member),
        line('purchases: checked, matched, undoable', PURCHASES, importedPurchases, cli?.purchase),
        line('dry run of the same purchases again', AGAIN, again, undefined),
        line('export: quoted, guarded, masked, read back', exportedRows, exported, cli?.export),
        line('purchases that earn points', EARNING, earning, undefined),
      ],
      notes: [
        'The import runs in transactions of 20 ms and gives way whenever the counter wants to write; the yardstick has the file to itself, in one transaction, and nobody buys meanwhile.',
        'Bars: p99 of a sale within 3 times that with nothing beside it; main never away for over 16 ms (p99); members within 1.5 times, purchases within 1.25 times, export within 1.2 times the yardstick.',
        cli === undefined
          ? 'The sqlite3 program is not there: no yardstick.'
          : "Yardstick: `.import` of the finished rows into tables with the store's columns, then the same indexes (no checks, no keys, no ledger); export: `.mode csv`, the same tables.",
        `The store: ${Math.round(statSync(path).size / 1e6)} MB. Memory: by how much the process, main and the worker together, grew beyond what it had with nothing beside it; the reading process is one of its own. Set SHUKE_BENCH_IMPORT_MEMBERS and SHUKE_BENCH_IMPORT_BILLS_EACH for another size.`,
      ],
    };
  } finally {
    await shop.close();
  }
}

const rate = (rows: number, time: number): string => Math.round(rows / (time / 1000)).toLocaleString('en');

const counter = ({ lookups, sales, late }: Served): string[] => [
  ...[percentile(lookups, 0.99), percentile(sales, 0.5), percentile(sales, 0.99)].map(ms),
  ms(percentile(late, 0.99)),
  String(sales.length),
];

/** From asking for the work to its end, with the counter open all the while. */
async function during(
  shop: TestShop,
  regulars: Awaited<ReturnType<typeof signedUp>>,
  work: () => Promise<JobView>,
): Promise<Done> {
  const started = performance.now();
  let isOver = false;
  const working = work()
    .then((job) => ({ job, ms: performance.now() - started }))
    .finally(() => {
      isOver = true;
    });
  const served = await serve(shop, regulars, PAUSE_MS, () => !isOver);
  const done = await working;
  const [, , sale, away] = counter(served);
  process.stdout.write(
    `  ${done.job.state} in ${(done.ms / 1000).toFixed(1)} s; sale p99 ${sale}, at most ${ms(Math.max(...served.sales))}, main away p99 ${away}, at most ${served.peakMb} MB\n`,
  );
  return { ...done, served };
}

async function signedUp(shop: TestShop): Promise<{ id: string; phone: string }[]> {
  const regulars: { id: string; phone: string }[] = [];
  for (let n = 0; n < REGULARS; n++) {
    const phone = `188${String(n * 7919).padStart(8, '0')}`;
    regulars.push({ id: await shop.member(`熟客${n}`, { phone }), phone });
  }
  return regulars;
}

async function exportAll(shop: TestShop, folder: string): Promise<JobView> {
  mkdirSync(folder);
  shop.dialogs.folder = folder;
  const answer = await shop.client.exchange.exportAll(EVERYTHING);
  if (!answer.ok || answer.value === null) throw new Error(JSON.stringify(answer));
  return ended(shop, answer.value);
}

const phoneOf = (n: number): string => `13${String(100_000_000 + n * 7).slice(0, 9)}`;
const dateOf = (n: number): string =>
  `2025-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;

const writeMembers = (path: string): void =>
  writeLines(
    path,
    '会员号,姓名,手机,生日,入会日期',
    MEMBERS,
    (n) => `K${n},王小${'明红华丽强'[n % 5]}${n % 100},${phoneOf(n)},05-0${(n % 9) + 1},${dateOf(n)}`,
  );

const writePurchases = (path: string, from: number, count: number): void =>
  writeLines(path, '手机,消费日期,金额,小票号', count, (at) => {
    const n = from + at;
    const cents = String(n % 100).padStart(2, '0');
    return `${phoneOf((n * 7919) % MEMBERS)},${dateOf(n)},${(n * 37) % 500}.${cents},R${n}`;
  });

/** Ten million lines are longer than a string may be: written in pieces. */
function writeLines(path: string, title: string, count: number, line: (n: number) => string): void {
  const file = openSync(path, 'w');
  writeSync(file, `${title}\r\n`);
  for (let from = 0; from < count; from += LINES) {
    const lines = Array.from({ length: Math.min(LINES, count - from) }, (_, at) => line(from + at));
    writeSync(file, `${lines.join('\r\n')}\r\n`);
  }
  closeSync(file);
}

/** Milliseconds that the sqlite3 program takes; undefined where there is none. */
function yardstick(
  folder: string,
  path: string,
): { member: number; purchase: number; export: number } | undefined {
  if (spawnSync(PROGRAM, ['--version']).error !== undefined) return undefined;
  const csv = (table: string) => join(folder, `cli-${table}.csv`);
  const started = performance.now();
  cli(
    path,
    TABLES.flatMap((table) => ['.mode csv', `.output ${csv(table)}`, `select * from ${table};`]),
  );
  const exported = performance.now() - started;
  const load = (table: string) => {
    const target = join(folder, `cli-${table}.db`);
    const { bare, indexes } = bareTable(path, table);
    cli(target, ['pragma journal_mode = wal;', bare]);
    const from = performance.now();
    cli(target, ['pragma synchronous = full;', '.mode csv', `.import ${csv(table)} ${table}`, ...indexes]);
    return performance.now() - from;
  };
  return { member: load('member'), purchase: load('purchase'), export: exported };
}

/** The table with its columns and indexes, without checks and triggers, and without uniqueness (a CSV knows no NULL). */
function bareTable(path: string, table: string): { readonly bare: string; readonly indexes: string[] } {
  const raw = connect(path, { readonly: true });
  try {
    const columns = raw.pragma(`table_info(${table})`) as { name: string; type: string; pk: number }[];
    const defined = columns.map(({ name, type, pk }) => `${name} ${type}${pk ? ' primary key' : ''}`);
    const unique = columns.filter(({ name }) => name === 'id' || name === 'member_no');
    const indexes = raw
      .prepare<[string], string>(
        "select sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null",
      )
      .pluck()
      .all(table);
    return {
      bare: `create table ${table} (${defined.join(', ')});`,
      indexes: [
        ...indexes.map((sql) => `${sql.replace(/unique index/i, 'index')};`),
        ...unique.map(({ name }) => `create index own_${name} on ${table} (${name});`),
      ],
    };
  } finally {
    raw.close();
  }
}

function cli(path: string, lines: readonly string[]): void {
  const ran = spawnSync(PROGRAM, [path], { input: `${lines.join('\n')}\n.quit\n`, encoding: 'utf8' });
  if (ran.status !== 0 || ran.stderr.includes('rror'))
    throw new Error(`sqlite3: ${ran.stderr.slice(0, 400)}`);
}
