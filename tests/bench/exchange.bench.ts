import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { connect, createStore, type OpenedStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import type { ImportKind, Reading } from '@domain/exchange/fields';
import { instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { build } from 'vite';
import type { AskedWork, JobMessage, JobResult, Task, Work } from '../../electron/main/jobs/task';
import { cutFilePath, removeCutFile } from '../../electron/main/reader/cut-file-place';
import { readSample } from '../../electron/main/reader/file-sample';
import { obey } from '../../electron/main/reader/obey';
import type { CutFile } from '../../electron/main/reader/order';
import { guessedPreview } from '../../electron/main/reader/preview';
import { exportWork } from '../support/exports';
import { type BenchTable, median, ms, percentile } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_IMPORT_MEMBERS ?? 50_000);
const PURCHASES = MEMBERS * 4;
const NOW = instant(Date.parse('2026-05-18T04:00:00Z'));
const STAFF = uuidv7();
/** The program of SQLite's own distribution, when the machine has it. */
const PROGRAM = 'sqlite3';
const TABLES = ['member', 'purchase', 'purchase_line', 'refund', 'points_entry', 'complaint'];

interface Timed {
  readonly ms: number;
  readonly result: JobResult | null;
}

/** Import and export through the real worker, beside what the sqlite3 program does with the same rows. */
export default async function exchangeBench(): Promise<BenchTable> {
  const job = await bundledJob();
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  const path = join(folder, 'shuke.db');
  const store = createStore(path, NOW, (raw) =>
    fillNewStore(raw, {
      id: uuidv7(),
      name: 'bench',
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      sample: false,
      owner: { id: STAFF, name: 'owner' },
      now: NOW,
    }),
  );
  const run = (work: AskedWork) => timed(job, store, work);
  try {
    const [members, purchases] = [join(folder, 'members.csv'), join(folder, 'purchases.csv')];
    writeFileSync(members, memberRows());
    writeFileSync(purchases, purchaseRows());
    const quiet = await commits(store, 400);
    const importedMembers = await run(await importWork(members, 'members'));
    const busy: number[] = [];
    const selling = setInterval(() => void commits(store, 1).then((times) => busy.push(...times)), 200);
    const importedPurchases = await run(await importWork(purchases, 'purchases'));
    clearInterval(selling);
    const again = await run(await importWork(purchases, 'purchases', 'dry_run'));
    const out = join(folder, 'out');
    mkdirSync(out);
    const exported = await run(exportWork(uuidv7(), out));
    const exportedRows =
      exported.result?.kind === 'export'
        ? exported.result.files.reduce((sum, file) => sum + file.rows, 0)
        : 0;
    const earning = await run(await importWork(morePurchases(folder), 'purchases', 'import', 'from_today'));
    store.raw.pragma('wal_checkpoint(truncate)');
    const cli = yardstick(folder, path);

    const rate = (rows: number, time: number | undefined) =>
      time === undefined ? '–' : Math.round(rows / (time / 1000)).toLocaleString('en');
    const line = (what: string, rows: number, time: number, theirs: number | undefined) => [
      what,
      rows.toLocaleString('en'),
      rate(rows, time),
      rate(rows, theirs),
      theirs === undefined ? '–' : `${(time / theirs).toFixed(2)} ×`,
    ];
    return {
      title: 'Import and export',
      columns: ['work', 'rows', 'rows/s', 'sqlite3 program, rows/s', 'time beside it'],
      rows: [
        line(
          'import of members: checked, matched, found at the counter',
          MEMBERS,
          importedMembers.ms,
          cli?.member,
        ),
        line(
          'import of purchases: checked, matched, undoable',
          PURCHASES,
          importedPurchases.ms,
          cli?.purchase,
        ),
        line('import of purchases that earn points', PURCHASES / 4, earning.ms, undefined),
        line('dry run of the same purchases again', PURCHASES, again.ms, undefined),
        line('export: quoted, guarded, masked, read back', exportedRows, exported.ms, cli?.export),
      ],
      notes: [
        `A durable commit of one row beside it: quiet p50 ${ms(median(quiet))}, p99 ${ms(percentile(quiet, 0.99))}; ` +
          `while purchases are imported p50 ${ms(median(busy))}, p99 ${ms(percentile(busy, 0.99))} (${busy.length} commits).`,
        'The import runs in transactions of 20 ms and gives way whenever the counter wants to write; the yardstick has the file to itself, in one transaction.',
        cli === undefined
          ? 'The sqlite3 program is not there: no yardstick.'
          : "Yardstick: `.import` of the finished rows into tables with the store's columns and indexes (no checks, no keys, no ledger); export: `.mode csv`, the same tables.",
        `Peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; the store: ${Math.round(statSync(path).size / 1e6)} MB.`,
      ],
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The job's own file, bundled as the build does it; benchmarks run from the project's folder. */
async function bundledJob(): Promise<string> {
  const root = process.cwd();
  const folder = join(root, 'node_modules/.cache/shuke-bench/exchange-job');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(root, 'electron/main/jobs/exchange-job.ts'),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: 'exchange-job.mjs' } },
    },
  });
  return join(folder, 'exchange-job.mjs');
}

const phoneOf = (n: number): string => `13${String(100_000_000 + n * 7).slice(0, 9)}`;
const dateOf = (n: number): string =>
  `2025-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;

function memberRows(): string {
  const rows = ['会员号,姓名,手机,生日,入会日期'];
  for (let n = 0; n < MEMBERS; n++)
    rows.push(`K${n},王小${'明红华丽强'[n % 5]}${n % 100},${phoneOf(n)},05-0${(n % 9) + 1},${dateOf(n)}`);
  return `${rows.join('\r\n')}\r\n`;
}

function purchaseRows(from = 0, count = PURCHASES): string {
  const rows = ['手机,消费日期,金额,小票号'];
  for (let n = from; n < from + count; n++) {
    rows.push(
      `${phoneOf((n * 7919) % MEMBERS)},${dateOf(n)},${(n * 37) % 500}.${String(n % 100).padStart(2, '0')},R${n}`,
    );
  }
  return `${rows.join('\r\n')}\r\n`;
}

function morePurchases(folder: string): string {
  const path = join(folder, 'more.csv');
  writeFileSync(path, purchaseRows(PURCHASES, PURCHASES / 4));
  return path;
}

async function importWork(
  path: string,
  importKind: ImportKind,
  kind: 'import' | 'dry_run' = 'import',
  points: Reading['points'] = 'none',
): Promise<AskedWork> {
  const sample = await readSample(path);
  if (typeof sample === 'string') throw new Error(sample);
  const preview = await guessedPreview(sample, importKind);
  if (typeof preview === 'string') throw new Error(preview);
  const file = { path, fileName: 'file.csv', importKind, reading: { ...preview.reading, points } };
  return kind === 'import' ? { kind, batchId: uuidv7(), ...file } : { kind, ...file };
}

/** As main does it: the file is cut, then a worker takes its rows. The reading process itself is left out. */
async function timed(job: string, store: OpenedStore, asked: AskedWork): Promise<Timed> {
  const started = performance.now();
  if (asked.kind === 'export' || asked.kind === 'packet') return taskTimed(job, store, asked, started);
  const { path, ...work } = asked;
  const cut = await cutOf(path, work.reading, cutFilePath(store.path, uuidv7()));
  const timed = await taskTimed(job, store, { ...work, cut }, started);
  removeCutFile(cut.path);
  return timed;
}

function cutOf(path: string, reading: Reading, to: string): Promise<CutFile> {
  return new Promise((resolve, reject) => {
    void obey({ kind: 'cut', path, reading, to }, (message) => {
      if (message.type === 'cut') resolve({ path: to, ...message });
      else if (message.type !== 'progress') reject(new Error(message.type));
    });
  });
}

function taskTimed(job: string, store: OpenedStore, work: Work, started: number): Promise<Timed> {
  const task: Task = {
    work,
    storePath: store.path,
    calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
    staffId: STAFF,
    locale: 'en',
    now: NOW,
    cancel: new SharedArrayBuffer(4),
    turn: store.turn.shared,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(job, { workerData: task });
    worker.on('error', reject);
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'failed') reject(new Error(message.error));
      if (message.type === 'done') resolve({ ms: performance.now() - started, result: message.result });
    });
  });
}

/** What the counter pays for one durable row, in milliseconds. */
async function commits(store: OpenedStore, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const started = performance.now();
    await store.db
      .transaction()
      .execute((tx) =>
        tx
          .insertInto('command_outcome')
          .values({ request_id: uuidv7(), channel: 'bench', outcome: '{}', done_at: 0 })
          .execute(),
      );
    times.push(performance.now() - started);
  }
  return times;
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
    cli(target, ['pragma journal_mode = wal;', ...bareTable(path, table)]);
    const from = performance.now();
    cli(target, ['pragma synchronous = full;', '.mode csv', `.import ${csv(table)} ${table}`]);
    return performance.now() - from;
  };
  return { member: load('member'), purchase: load('purchase'), export: exported };
}

/** The table with its columns and indexes, without checks and triggers, and without uniqueness (a CSV knows no NULL). */
function bareTable(path: string, table: string): string[] {
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
    return [
      `create table ${table} (${defined.join(', ')});`,
      ...indexes.map((sql) => `${sql.replace(/unique index/i, 'index')};`),
      ...unique.map(({ name }) => `create index own_${name} on ${table} (${name});`),
    ];
  } finally {
    raw.close();
  }
}

function cli(path: string, lines: readonly string[]): void {
  const ran = spawnSync(PROGRAM, [path], { input: `${lines.join('\n')}\n.quit\n`, encoding: 'utf8' });
  if (ran.status !== 0 || ran.stderr.includes('rror'))
    throw new Error(`sqlite3: ${ran.stderr.slice(0, 400)}`);
}
