import { basename, dirname } from 'node:path';
import { type ImportKind, missingFields, type Reading } from '../../../db/domain/exchange/fields';
import { type NoParams, Refusal, refuse } from '../../../db/domain/refusal';
import { batchState } from '../../../db/exchange/batches';
import { exportRows, handedOut, importRows } from '../../../db/exchange/queries';
import { readOn } from '../../../db/reading';
import { type Segment, segmentById } from '../../../db/segments/queries';
import type { ImportPreview } from '../../contract/exchange';
import type { AppCx, RoomHandlers } from '../context';
import { littleRoom } from '../disk-room';
import type { ChosenFile } from '../jobs/chosen-files';
import { askReader } from '../reader/ask-reader';
import { type FileRefusal, sizeOfFile } from '../reader/chosen-file';
import type { ReadMessage, ReadOrder } from '../reader/order';
import { inPages, saveTable } from '../tables/save-table';

const FILES = [{ name: 'CSV', extensions: ['csv', 'txt', 'tsv', 'tab', 'dat'] }];

type Why = FileRefusal | 'required_column_missing' | 'column_twice';
const refuseFile = (why: Why): Refusal<'file_refused', { why: Why }> => refuse('file_refused', { why });
const locale = (cx: AppCx) => cx.preferences.get().locale;

export const exchangeHandlers: RoomHandlers<'exchange'> = {
  saveTable: async (cx, { rows, ...head }) => {
    const saved = await saveTable(cx, head, inPages(rows));
    if (saved !== null && !(saved instanceof Refusal)) await cx.audit({ after: { rows: saved.rows } });
    return saved;
  },

  chooseFile: async (cx, { kind }) => {
    if (cx.session.shop().practice) return refuse('file_refused', { why: 'in_practice' as const });
    const path = await cx.dialogs.openFile(FILES);
    if (path === null) return null;
    const preview = await previewed(cx, { path, importKind: kind, corrected: null });
    if (typeof preview === 'string') return refuseFile(preview);
    const file: ChosenFile = { path, name: basename(path), kind, reading: preview.reading };
    return shown(cx, cx.sources.newId(), file, preview);
  },

  previewFile: async (cx, { fileId, kind, reading }) => {
    const file = cx.jobs.files.find(fileId);
    if (file === undefined) return refuseFile('file_gone');
    if (hasTwice(reading)) return refuseFile('column_twice');
    const corrected = { reading, before: file.reading };
    const preview = await previewed(cx, { path: file.path, importKind: kind, corrected });
    if (typeof preview === 'string') return refuseFile(preview);
    return shown(cx, fileId, { ...file, kind, reading: preview.reading }, preview);
  },

  dryRun: async (cx, asked) => {
    const file = await readable(cx, asked);
    return file instanceof Refusal ? file : cx.jobs.start({ kind: 'dry_run', ...file }, locale(cx));
  },

  runImport: async (cx, asked) => {
    const file = await readable(cx, asked);
    if (file instanceof Refusal) return file;
    const batchId = cx.sources.newId();
    const job = cx.jobs.start({ kind: 'import', batchId, ...file }, locale(cx));
    if (!(job instanceof Refusal))
      await cx.audit({ about: { kind: 'import', id: batchId }, after: file.importKind });
    return job;
  },

  undoImport: async (cx, { batchId }) => {
    if (cx.jobs.running() !== null) return refuse('job_running');
    if (batchState(cx.session.shop().opened.raw, batchId) !== 'done') return refuse('import_gone');
    const job = await cx.jobs.startUndo({ kind: 'undo_import', batchId }, locale(cx));
    if (!(job instanceof Refusal)) await cx.audit({ about: { kind: 'import', id: batchId } });
    return job;
  },

  imports: async ({ db }) => {
    const rows = await importRows(db);
    return rows.map((row) => ({ ...row, state: row.state === 'undoing' ? 'running' : row.state }));
  },

  exportAll: async (cx, { segmentId, format, ...asked }) => {
    if (cx.session.shop().practice) return refuse('in_practice');
    if (cx.jobs.running() !== null) return refuse('job_running');
    const segment = await segmentToExport(cx, segmentId);
    if (segment instanceof Refusal) return segment;
    const folder = await cx.dialogs.chooseFolder();
    if (folder === null) return null;
    const free = littleRoom(cx.freeBytes, [folder, dirname(cx.session.shop().opened.path)]);
    if (free !== null) return refuse('little_room', { freeBytes: free });
    const runId = cx.sources.newId();
    const filter = { ...asked, segment };
    const job = cx.jobs.start({ kind: 'export', runId, folder, format, filter }, locale(cx));
    if (!(job instanceof Refusal))
      await cx.audit({
        about: { kind: 'export', id: runId },
        after: { ...asked, segment: segment?.name ?? null, format },
      });
    return job;
  },

  exports: ({ db }) => exportRows(db),
  job: ({ app }, { jobId }) => app.jobs.find(jobId),
  runningJob: ({ app }) => app.jobs.running(),

  cancelJob: (cx, { jobId }) => {
    cx.jobs.cancel(jobId);
    return {};
  },

  /** Shows only what main itself has written: a path from the window is compared, never used. */
  showFile: async (cx, { path }) => {
    const known = (await handedOut(cx.session.shop().opened.db)).find((own) => own === path);
    if (known === undefined) return refuse('file_gone');
    cx.dialogs.showInFolder(known);
    return {};
  },
};

async function segmentToExport(
  cx: AppCx,
  segmentId: string | null,
): Promise<Segment | null | Refusal<'segment_gone', NoParams>> {
  if (segmentId === null) return null;
  const segment = await readOn(cx.session.shop().opened.db, segmentById(segmentId));
  return segment ?? refuse('segment_gone');
}

type Preview = Extract<ReadMessage, { type: 'preview' }>['preview'];
type PreviewOrder = Omit<Extract<ReadOrder, { kind: 'preview' }>, 'kind'>;

/** The beginning of a file as the reading process sees it: main itself opens no file that somebody has chosen. */
async function previewed({ startReader }: AppCx, order: PreviewOrder): Promise<Preview | Why> {
  const answer = await askReader(startReader, { kind: 'preview', ...order });
  if (answer.type === 'preview') return answer.preview;
  return answer.type === 'refused' ? answer.why : 'file_unreadable';
}

/** Keeps the file as it is now shown, and answers what the window sees of it. */
function shown(cx: AppCx, fileId: string, file: ChosenFile, preview: Preview): ImportPreview {
  cx.jobs.files.remember(fileId, file);
  return { fileId, name: file.name, ...preview };
}

/** A file and a reading with which a job can begin, or why it cannot. */
async function readable(
  cx: AppCx,
  { fileId, kind, reading }: { fileId: string; kind: ImportKind; reading: Reading },
): Promise<
  | { path: string; fileName: string; importKind: ImportKind; reading: Reading }
  | Refusal<'file_refused', { why: Why }>
> {
  const file = cx.jobs.files.find(fileId);
  if (file === undefined) return refuseFile('file_gone');
  const size = await sizeOfFile(file.path);
  if (typeof size === 'string') return refuseFile(size);
  if (hasTwice(reading)) return refuseFile('column_twice');
  if (missingFields(kind, reading.columns).length > 0) return refuseFile('required_column_missing');
  return { path: file.path, fileName: file.name, importKind: kind, reading };
}

function hasTwice({ columns }: Reading): boolean {
  const given = columns.filter((field) => field !== null);
  return new Set(given).size < given.length;
}
