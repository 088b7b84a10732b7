import { z } from 'zod';
import { EXPORT_FORMATS, EXPORT_TABLES } from '../../db/domain/exchange/export';
import {
  DATE_FORMATS,
  EARNINGS,
  ENCODINGS,
  FIELDS,
  MAX_COLUMNS,
  SEPARATORS,
} from '../../db/domain/exchange/fields';
import { REJECTIONS } from '../../db/domain/exchange/rejections';
import { COLUMN_KINDS, fitsColumn } from '../../db/domain/exchange/table';
import { act, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, line, pointCount, prose } from './shapes';

const importKindShape = z.enum(['members', 'purchases']);
const encodingShape = z.enum(ENCODINGS);
const separatorShape = z.enum(SEPARATORS);
const dateFormatShape = z.enum(DATE_FORMATS);
const fieldShape = z.enum(FIELDS);

/** How a file is to be read; every part is guessed, shown and correctable. */
export const readingShape = z.strictObject({
  encoding: encodingShape,
  separator: separatorShape,
  header: z.boolean(),
  dateFormat: dateFormatShape,
  /** Per column: the field it carries, or null to leave it out. No field twice. */
  columns: z.array(fieldShape.nullable()).max(MAX_COLUMNS),
  /** Purchases of unknown people become new members. */
  createMembers: z.boolean(),
  /** What imported purchases earn: nothing, points as of their own day, or points whose time starts today. */
  points: z.enum(EARNINGS),
});

const groups = z.strictObject({
  rows: count,
  newMembers: count,
  knownMembers: count,
  newPurchases: count,
  alreadyThere: count,
  refused: count,
  money: amount,
  openingPoints: pointCount,
  earnedPoints: pointCount,
  refusedBy: z.array(z.strictObject({ why: z.enum(REJECTIONS), rows: count, firstLine: count })),
});
export type ImportGroups = z.output<typeof groups>;

export const fileRefusal = z.enum([
  'file_gone',
  'file_empty',
  'file_unreadable',
  'file_too_large',
  'file_is_workbook',
  'required_column_missing',
  'column_twice',
]);

/** Why long work has not come to its end. */
export const jobFailure = z.enum([
  'disk_full',
  'folder_gone',
  'folder_read_only',
  'file_gone',
  'file_unreadable',
  'interrupted',
  'unexpected',
]);

/** Why a drive or folder has not taken a packet; `read_back`: it gives back something else than was written. */
const packetTrouble = z.enum(['disk_full', 'not_writable', 'gone', 'read_back']);

/** Long work as the screen sees it; it survives leaving the screen. */
export const jobShape = z.strictObject({
  id,
  kind: z.enum(['dry_run', 'import', 'undo_import', 'export', 'packet']),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  step: z.enum(['reading', 'checking', 'writing', 'hashing', 'undoing', 'finishing', 'sending']),
  done: count,
  total: count.nullable(),
  startedAt: instantShape,
  result: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('dry_run'), groups }),
      z.strictObject({
        kind: z.literal('import'),
        batchId: id,
        groups,
        /** File with the refused rows and the reasons, when there are any. */
        refusedFile: z.string().nullable(),
      }),
      z.strictObject({
        kind: z.literal('undo_import'),
        members: count,
        purchases: count,
        /** Members left as they are because somebody built on them while the undo was running. */
        kept: count,
      }),
      z.strictObject({
        kind: z.literal('export'),
        folder: z.string(),
        files: z.array(z.strictObject({ name: z.string(), rows: count, bytes: count, sha256: z.string() })),
      }),
      z.strictObject({
        kind: z.literal('packet'),
        /** The packet for head office that was made; null when there was none to make. */
        made: z.string().nullable(),
        /** Where packets were copied to; null when they were only made. */
        folder: z.string().nullable(),
        /** Packets that lie there now, written and read back. */
        written: z.array(z.string()),
        /** Why the others do not: whatever it is, they are safe in the outbox. */
        trouble: packetTrouble.nullable(),
        /** Acknowledgements of head office that lay there and were taken. */
        acks: count,
      }),
    ])
    .nullable(),
  failure: jobFailure.nullable(),
  /** Line of the file at which reading failed; null when that is not the reason. */
  failureLine: count.nullable(),
});
export type JobView = z.output<typeof jobShape>;

const preview = z.strictObject({
  fileId: id,
  name: z.string(),
  bytes: count,
  reading: readingShape,
  headers: z.array(z.string()),
  rows: z.array(z.array(z.string())).max(20),
  /** Rows of the sample whose phones a spreadsheet has damaged. */
  damagedPhones: count,
  missing: z.array(fieldShape),
});
export type ImportPreview = z.output<typeof preview>;

/** A table as it stands on a screen; longer lists are written where they are read. */
const tableShape = z
  .strictObject({
    title: line(80),
    columns: z
      .array(z.strictObject({ name: line(80), kind: z.enum(COLUMN_KINDS) }))
      .min(1)
      .max(60),
    rows: z.array(z.array(z.union([z.string().max(100_000), z.number(), z.null()]))).max(10_000),
    /** What one must know to read it: period, as of when, how it was narrowed. */
    notes: z.array(z.strictObject({ name: line(80), text: prose(2000) })).max(40),
  })
  .refine(
    ({ columns, rows }) =>
      rows.every(
        (row) =>
          row.length === columns.length && columns.every(({ kind }, at) => fitsColumn(row[at] ?? null, kind)),
      ),
    'every row has a cell of its kind for each column',
  );
export type SavedTable = z.output<typeof tableShape>;

/** What of the store is written, and how. */
const exportAsked = z.strictObject({
  tables: z.array(z.enum(EXPORT_TABLES)).min(1),
  /** Business dates, both included; what has none is written whole. */
  period: z
    .strictObject({ from: dateShape, to: dateShape })
    .refine(({ from, to }) => from <= to)
    .nullable(),
  /** Only rows of members of this saved segment. */
  segmentId: id.nullable(),
  maskPhones: z.boolean(),
  format: z.enum(EXPORT_FORMATS),
});

export const exchangeRoom = room(() => ({
  /**
   * Asks where to and writes the table there, as a workbook or, where the name given ends in `.csv`, as
   * CSV; null when the person cancelled.
   */
  saveTable: act({
    input: tableShape,
    output: z.strictObject({ path: z.string(), rows: count }).nullable(),
    refusals: { file_not_written: z.strictObject({ why: z.enum(['disk_full', 'not_writable']) }) },
  }),
  /** Asks for a file and reads its beginning; null when the person cancelled. */
  chooseFile: act({
    input: z.strictObject({ kind: importKindShape }),
    output: preview.nullable(),
    /** `in_practice`: real people's data stay out of the practice store. */
    refusals: { file_refused: z.strictObject({ why: z.enum([...fileRefusal.options, 'in_practice']) }) },
  }),
  /** Reads the beginning again as corrected by the person. */
  previewFile: act({
    input: z.strictObject({ fileId: id, kind: importKindShape, reading: readingShape }),
    output: preview,
    refusals: { file_refused: z.strictObject({ why: fileRefusal }) },
  }),
  dryRun: act({
    input: z.strictObject({ fileId: id, kind: importKindShape, reading: readingShape }),
    output: jobShape,
    refusals: { file_refused: z.strictObject({ why: fileRefusal }), job_running: plain },
  }),
  runImport: act({
    input: z.strictObject({ fileId: id, kind: importKindShape, reading: readingShape }),
    output: jobShape,
    refusals: { file_refused: z.strictObject({ why: fileRefusal }), job_running: plain },
  }),
  undoImport: act({
    input: z.strictObject({ batchId: id }),
    output: jobShape,
    refusals: {
      job_running: plain,
      import_gone: plain,
      built_upon: z.strictObject({
        by: z.enum(['sales', 'points', 'coupons', 'complaints', 'care', 'refunds', 'later_import', 'edits']),
        rows: count,
      }),
    },
  }),
  imports: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id,
        kind: importKindShape,
        fileName: z.string(),
        state: z.enum(['running', 'done', 'undone', 'cancelled']),
        startedAt: instantShape,
        members: count,
        purchases: count,
        refused: count,
        refusedFile: z.string().nullable(),
      }),
    ),
  ),
  /** Asks for a folder and writes the readable export there; null when the person cancelled. */
  exportAll: act({
    input: exportAsked,
    output: jobShape.nullable(),
    refusals: {
      /** Nothing of the practice store leaves as a whole. */
      in_practice: plain,
      job_running: plain,
      segment_gone: plain,
      /** Under 100 MB are left where it would go, or where the store is: the counter needs them. */
      little_room: z.strictObject({ freeBytes: count }),
    },
  }),
  exports: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id,
        folder: z.string(),
        madeAt: instantShape,
        format: z.enum(EXPORT_FORMATS),
        /** Null when that table was not asked for. */
        members: count.nullable(),
        purchases: count.nullable(),
        lastDate: dateShape.nullable(),
        /** How many tables were written, and how they were narrowed. */
        tables: count,
        period: z.strictObject({ from: dateShape, to: dateShape }).nullable(),
        segment: z.string().nullable(),
      }),
    ),
  ),
  job: query(z.strictObject({ jobId: id }), jobShape.nullable()),
  runningJob: query(z.strictObject({}), jobShape.nullable()),
  cancelJob: act({ input: z.strictObject({ jobId: id }), output: z.strictObject({}), refusals: {} }),
  showFile: act({
    input: z.strictObject({ path: z.string().max(4096) }),
    output: z.strictObject({}),
    refusals: { file_gone: plain },
  }),
}));
