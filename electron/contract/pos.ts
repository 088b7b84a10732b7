import { z } from 'zod';
import { DATE_FORMATS, ENCODINGS, MAX_COLUMNS, SEPARATORS } from '../../db/domain/exchange/fields';
import { POS_FIELDS, ROW_KINDS } from '../../db/domain/pos/fields';
import { POS_FILE_FAILURES, POS_OUTCOMES, POS_REASONS, WAITING_REASONS } from '../../db/domain/pos/outcome';
import { MARKERS, POS_HEALTHS } from '../../db/domain/pos/watching';
import { recordedSale } from './purchases';
import { act, command, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, line, signedAmount } from './shapes';
import { ownCard } from './staff';

const nothing = z.strictObject({});
const posField = z.enum(POS_FIELDS);
const page = { offset: count, limit: z.int().min(1).max(200) };

/** How the sales files of the till are read; see `PosReading`. */
const posReading = z.strictObject({
  encoding: z.enum(['auto', ...ENCODINGS]),
  separator: z.enum(['auto', ...SEPARATORS]),
  header: z.boolean(),
  dateFormat: z.enum(DATE_FORMATS),
  rowsAre: z.enum(ROW_KINDS),
  columns: z.array(posField.nullable()).max(MAX_COLUMNS).readonly(),
  headers: z.array(z.string().max(1001)).max(MAX_COLUMNS).readonly(),
});

/** What the owner has said about the till; its folder is known by main alone. */
const sourceSettings = {
  /** What the shop calls its till. */
  name: line(40).pipe(z.string().min(1)),
  /** Names of its files: `*.csv`, several set apart by `;`. */
  pattern: line(80).pipe(z.string().min(1)),
  reading: posReading,
  /** Receipts of before this day are passed by. */
  from: dateShape,
  /** So long a file's size and time stand still before it is read, in seconds. */
  stillSeconds: z.int().min(1).max(600),
  /** `ok`/`done`: a file is whole when one of the same name with `.ok` or `.done` behind it stands beside it. */
  marker: z.enum(MARKERS),
  /** The till goes on writing to the same file all day: it is read where it lies and never moved. */
  grows: z.boolean(),
};

const posSource = z.strictObject({
  ...sourceSettings,
  folder: z.string(),
  paused: z.boolean(),
  since: instantShape,
});
export type PosSource = z.output<typeof posSource>;

const counts = z.record(z.enum(POS_OUTCOMES), count);

const posFile = z.strictObject({
  id,
  name: z.string(),
  bytes: count,
  /** When it was last read. */
  readAt: instantShape,
  /** Null when its rows were read, whatever became of each. */
  failure: z.enum(POS_FILE_FAILURES).nullable(),
  counts,
  /** Where it is now: moved to `shuke-done` or `shuke-refused`, or left where it lay. */
  place: z.enum(['done', 'refused', 'left']),
});
export type PosFile = z.output<typeof posFile>;

/** A refused receipt; `booked` and `told` where two amounts differ. */
const posRefused = z.strictObject({
  line: count,
  receiptNo: z.string(),
  why: z.enum(POS_REASONS),
  booked: amount.nullable(),
  told: signedAmount.nullable(),
});

const unclaimed = z.strictObject({
  id,
  receiptNo: z.string(),
  boughtAt: instantShape,
  businessDate: dateShape,
  /** What is left of it after refunds at the till. */
  paid: amount,
  why: z.enum(WAITING_REASONS),
  /** The bill recorded by hand that may be this one. */
  maybe: id.nullable(),
});
export type UnclaimedReceipt = z.output<typeof unclaimed>;

const preview = z.strictObject({
  folderId: id,
  folder: z.string(),
  /** Files of the folder that the pattern names, newest first, up to twenty. */
  files: z.array(z.strictObject({ name: z.string(), bytes: count, modifiedAt: instantShape })),
  /** The file that is shown; null when there is none yet. */
  shown: z
    .strictObject({
      name: z.string(),
      reading: posReading,
      /** How `auto` was read. */
      encoding: z.enum(ENCODINGS),
      separator: z.enum(SEPARATORS),
      rows: z.array(z.array(z.string())).max(20),
      missing: z.array(posField),
      /** The first receipts as they would be posted now; none while a field is missing. */
      receipts: z.array(
        z.strictObject({
          line: count,
          receiptNo: z.string(),
          /** Null where its row could not be read. */
          boughtAt: instantShape.nullable(),
          paid: signedAmount.nullable(),
          memberName: z.string().nullable(),
          outcome: z.enum(POS_OUTCOMES),
          why: z.enum([...POS_REASONS, ...WAITING_REASONS]).nullable(),
        }),
      ),
    })
    .nullable(),
});
export type PosPreview = z.output<typeof preview>;

/** Why a file cannot be shown. */
const notShown = z.enum(['file_gone', 'file_empty', 'file_unreadable', 'file_too_large', 'file_is_workbook']);

export const posRoom = room(() => ({
  /** Who is watched and how it goes; every cashier sees it. */
  state: query(
    nothing,
    z.strictObject({
      source: posSource.nullable(),
      health: z.enum(POS_HEALTHS),
      /** Files cannot be moved out of the folder; they are remembered instead. */
      readOnly: z.boolean(),
      lastFile: posFile.nullable(),
      /** Receipts of the files that were read on this business day. */
      today: counts,
      /** Receipts that wait for a member. */
      unclaimed: count,
    }),
  ),
  /** Files that were read, newest first. */
  files: query(z.strictObject(page), z.strictObject({ total: count, rows: z.array(posFile) })),
  /** What was refused of one file. */
  refused: query(
    z.strictObject({ fileId: id, ...page }),
    z.strictObject({ total: count, rows: z.array(posRefused) }),
  ),
  /** Receipts that wait for a member, newest first; with a number only those that begin with it. */
  unclaimed: query(
    z.strictObject({ receiptNo: line(40), ...page }),
    z.strictObject({ total: count, rows: z.array(unclaimed) }),
  ),
  /** Gives a waiting receipt to a member: booked once, with its own time and business day. */
  claim: command({
    input: z.strictObject({ receiptId: id, memberId: id }),
    output: recordedSale,
    refusals: {
      /** Booked, dismissed or returned by now. */
      receipt_gone: plain,
      receipt_taken: z.strictObject({
        ...{ purchaseId: id, total: amount, boughtAt: instantShape },
        byTill: z.boolean(),
      }),
      /** Older than the days within which a receipt can be given to a member. */
      claim_too_late: z.strictObject({ days: count }),
      member_gone: plain,
      ...ownCard,
    },
    changes: ['pos', 'purchases', 'points', 'coupons', 'members'],
  }),
  /** Says that a waiting receipt is nobody's. */
  dismiss: command({
    input: z.strictObject({ receiptId: id, reason: line(200).pipe(z.string().min(1)) }),
    output: nothing,
    refusals: { receipt_gone: plain },
    changes: ['pos'],
  }),
  /** Asks for the till's folder and shows its newest file; null when the person cancelled. */
  chooseFolder: act({
    input: nothing,
    output: preview.nullable(),
    refusals: { sample_store: plain, folder_gone: plain, file_refused: z.strictObject({ why: notShown }) },
  }),
  /** Shows a file of the chosen folder (null: of the one that is watched), read as the person has corrected it. */
  previewFile: act({
    input: z.strictObject({
      folderId: id.nullable(),
      pattern: line(80).pipe(z.string().min(1)),
      /** Null: the newest. */
      name: z.string().max(255).nullable(),
      /** Null: guessed. */
      reading: posReading.nullable(),
      from: dateShape,
    }),
    output: preview,
    refusals: { folder_gone: plain, file_refused: z.strictObject({ why: notShown }) },
  }),
  /** Watches the chosen folder (null: the one before) from now on. */
  setSource: act({
    input: z.strictObject({ folderId: id.nullable(), ...sourceSettings }),
    output: nothing,
    refusals: {
      sample_store: plain,
      folder_gone: plain,
      required_column_missing: z.strictObject({ missing: z.array(posField) }),
      column_twice: plain,
    },
  }),
  pause: act({
    input: z.strictObject({ paused: z.boolean() }),
    output: nothing,
    refusals: { no_source: plain },
  }),
  /** Reads a file once more: a refused one is put back first. */
  retryFile: act({
    input: z.strictObject({ fileId: id }),
    output: nothing,
    refusals: { no_source: plain, file_gone: plain },
  }),
  /** Shows a file, or where it was refused its reasons, in the system's file manager. */
  showFile: act({
    input: z.strictObject({ fileId: id }),
    output: nothing,
    refusals: { file_gone: plain },
  }),
}));
