import type SQLite from 'better-sqlite3';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { wallTimeIn } from '../../../db/domain/calendar/wall-clock';
import type { Instant } from '../../../db/domain/units';
import { insertExportRun } from '../../../db/exchange/batches';
import { type ExportTable, tablesToExport } from '../../../db/exchange/export-reading';
import type { Manifest } from '../../../db/exchange/queries';
import { connect } from '../../../db/open';
import { UnfinishedFolder } from './export-files';
import { EXPORT_WORDS } from './export-words';
import { type OnStep, writeCsv, writeWorkbook } from './export-writers';
import type { Work } from './task';
import type { TaskCx } from './task-cx';

type ExportWork = Extract<Work, { kind: 'export' }>;
type Files = Manifest['files'];

/**
 * Writes the readable export: one snapshot of the store, every file read back before the folder gets
 * its name. Cancelled or failed, nothing of it stays.
 */
export async function runExport(cx: TaskCx, work: ExportWork): Promise<void> {
  const raw = connect(cx.task.storePath, { readonly: true });
  let manifest: Manifest | undefined;
  let finished = false;
  let folder: UnfinishedFolder | undefined;
  try {
    raw.exec('begin');
    const store = storeOf(raw);
    folder = new UnfinishedFolder(work.folder, folderName(store.name, cx.task.now, store.zone));
    const files = await writeTables(cx, work, { raw, store, folder });
    if (files !== undefined) {
      manifest = manifestOf(raw, { store, files, work, now: cx.task.now });
      folder.text('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
      cx.progress('finishing', files.length, files.length);
      await folder.finish();
      finished = true;
    }
  } finally {
    if (!finished) folder?.discard();
    raw.close();
  }
  if (manifest === undefined || folder === undefined) return cx.tell({ type: 'cancelled' });
  await record(cx, work, folder.path, manifest);
  const files = manifest.files.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 }));
  cx.tell({ type: 'done', result: { kind: 'export', folder: folder.path, files } });
}

interface Out {
  readonly raw: SQLite.Database;
  readonly store: StoreOf;
  readonly folder: UnfinishedFolder;
}

async function writeTables(cx: TaskCx, work: ExportWork, out: Out): Promise<Files | undefined> {
  const { now, calendar } = cx.task;
  const tables = tablesToExport(out.raw, work.filter, businessDateOf(now, calendar));
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  const onStep = (rows: number): boolean => {
    done += rows;
    cx.progress('writing', done, total);
    return !cx.cancelled();
  };
  cx.progress('writing', 0, total);
  const files =
    work.format === 'csv' ? csvFiles(out.folder, tables, onStep) : workbook(cx, work, out, tables, onStep);
  if (files === undefined || cx.cancelled()) return undefined;
  for (const [at, file] of files.entries()) {
    cx.progress('hashing', at, files.length);
    await out.folder.verify(file);
    if (cx.cancelled()) return undefined;
  }
  return files;
}

function csvFiles(
  folder: UnfinishedFolder,
  tables: readonly ExportTable[],
  onStep: OnStep,
): Files | undefined {
  const files: Files[number][] = [];
  for (const table of tables) {
    const file = writeCsv(folder, table, onStep);
    if (file === undefined) return undefined;
    files.push(file);
  }
  return files;
}

function workbook(
  { task }: TaskCx,
  { filter }: ExportWork,
  { store, folder }: Out,
  tables: readonly ExportTable[],
  onStep: OnStep,
): Files | undefined {
  const words = EXPORT_WORDS[task.locale];
  const { period, segment, maskPhones } = filter;
  const lines = [
    [words.store, store.name],
    [words.made, `${wallTimeIn(store.zone)(task.now)} (${store.zone})`],
    [words.period, period === null ? words.everyDay : `${period.from} – ${period.to}`],
    [words.whose, segment === null ? words.everybody : segment.name],
    [words.phones, maskPhones ? words.masked : words.full],
  ] as const;
  const file = writeWorkbook(folder, tables, { locale: task.locale, lines }, onStep);
  return file && [file];
}

type StoreOf = Manifest['store'];

function storeOf(raw: SQLite.Database): StoreOf {
  const store = raw
    .prepare<[], Omit<StoreOf, 'sample'> & { sample: number }>('select id, name, zone, sample from store')
    .get();
  if (store === undefined) throw new Error('a store has its own row');
  return { ...store, sample: store.sample === 1 };
}

function manifestOf(
  raw: SQLite.Database,
  { store, files, work, now }: { store: StoreOf; files: Files; work: ExportWork; now: Instant },
): Manifest {
  const last = raw.prepare<[], string | null>('select max(business_date) from purchase').pluck().get();
  const { tables, period, segment, maskPhones } = work.filter;
  return {
    format: 'shuke-readable',
    format_version: 2,
    store,
    schema_version: Number(raw.pragma('user_version', { simple: true })),
    made_at: new Date(now).toISOString(),
    last_business_date: last ?? null,
    phones: maskPhones ? 'masked' : 'full',
    filter: { tables, period, segment: segment && { id: segment.id, name: segment.name } },
    ...(work.format === 'csv'
      ? { csv: { encoding: 'UTF-8 with BOM', line_end: 'CRLF', text_prefix: "'" } }
      : {}),
    files,
  };
}

async function record(cx: TaskCx, work: ExportWork, folder: string, manifest: Manifest): Promise<void> {
  const raw = connect(cx.task.storePath);
  try {
    const { now, staffId } = cx.task;
    const run = { id: work.runId, folder, manifest: JSON.stringify(manifest), now, staffId };
    await cx.turn.take(() => insertExportRun(raw, run));
  } finally {
    raw.close();
  }
}

/** `shuke-<store>-<YYYYMMDD-HHMMSS>` in the store's own time; what no system allows in a name is left out. */
function folderName(store: string, now: Instant, zone: string): string {
  const shop = store.replace(/[\p{Cc}<>:"/\\|?*\s.]+/gu, '_').slice(0, 40);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(now);
  return `shuke-${shop}-${parts.replace(/[-:]/g, '').replace(' ', '-')}`;
}
