import type SQLite from 'better-sqlite3';
import type { Instant } from '../../../db/domain/units';
import { insertExportRun } from '../../../db/exchange/batches';
import { exportTables } from '../../../db/exchange/export-tables';
import type { Manifest } from '../../../db/exchange/queries';
import { connect } from '../../../db/open';
import { UnfinishedFolder } from './export-files';
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
    const files = await writeTables(cx, work, raw, folder);
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
  record(cx, work, folder.path, manifest);
  const files = manifest.files.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 }));
  cx.tell({ type: 'done', result: { kind: 'export', folder: folder.path, files } });
}

async function writeTables(
  cx: TaskCx,
  work: ExportWork,
  raw: SQLite.Database,
  folder: UnfinishedFolder,
): Promise<Files | undefined> {
  const tables = exportTables(raw, work.maskPhones);
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  const files: Files[number][] = [];
  for (const table of tables) {
    const file = folder.table(table, (rows) => {
      done += rows;
      cx.progress('writing', done, total);
      return !cx.cancelled();
    });
    if (file === undefined) return undefined;
    if (file.rows !== table.rows)
      throw new Error(`${table.file}: ${file.rows} of ${table.rows} rows written`);
    files.push({ ...file, sums: table.sums });
  }
  for (const [at, file] of files.entries()) {
    cx.progress('hashing', at, files.length);
    await folder.verify(file);
    if (cx.cancelled()) return undefined;
  }
  return files;
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
  return {
    format: 'shuke-readable',
    format_version: 1,
    store,
    schema_version: Number(raw.pragma('user_version', { simple: true })),
    made_at: new Date(now).toISOString(),
    last_business_date: last ?? null,
    phones: work.maskPhones ? 'masked' : 'full',
    csv: { encoding: 'UTF-8 with BOM', line_end: 'CRLF', text_prefix: "'" },
    files,
  };
}

function record(cx: TaskCx, work: ExportWork, folder: string, manifest: Manifest): void {
  const raw = connect(cx.task.storePath);
  try {
    const { now, staffId } = cx.task;
    insertExportRun(raw, { id: work.runId, folder, manifest: JSON.stringify(manifest), now, staffId });
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
