import type { PosReading } from '../domain/pos/fields';
import { NO_COUNTS, type PosCounts, type PosOutcome } from '../domain/pos/outcome';
import type { Marker, SeenFile } from '../domain/pos/watching';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import type { Reader } from '../schema';
import { fileFrom, type PosFileRow, refusedFrom, unclaimedFrom } from './mapping';

/** The till that is watched, as the owner has set it up. */
export interface PosSource {
  readonly name: string;
  readonly folder: string;
  readonly pattern: string;
  readonly reading: PosReading;
  /** Receipts of before this day are passed by. */
  readonly from: BusinessDate;
  readonly stillSeconds: number;
  readonly marker: Marker;
  readonly grows: boolean;
  readonly paused: boolean;
  readonly since: Instant;
}

export async function posSource(db: Reader): Promise<PosSource | null> {
  const row = await db.selectFrom('pos_source').selectAll().executeTakeFirst();
  if (row === undefined) return null;
  return {
    name: row.name,
    folder: row.folder,
    pattern: row.pattern,
    reading: JSON.parse(row.reading) as PosReading, // written by `putSource` only
    from: businessDate(row.from_date),
    stillSeconds: row.still_seconds,
    marker: row.marker,
    grows: row.grows === 1,
    paused: row.paused === 1,
    since: instant(row.since),
  };
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Files that were read, newest first. */
export async function posFiles(db: Reader, page: Page): Promise<{ total: number; rows: PosFileRow[] }> {
  const read = db.selectFrom('pos_file').where('read_at', 'is not', null);
  const { total } = await read.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await read
    .selectAll()
    .orderBy('read_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { total, rows: rows.flatMap(fileFrom) };
}

/** One file that was read; null when there is none. */
export async function posFile(db: Reader, fileId: string): Promise<PosFileRow | null> {
  const row = await db.selectFrom('pos_file').selectAll().where('id', '=', fileId).executeTakeFirst();
  return row === undefined ? null : (fileFrom(row)[0] ?? null);
}

/** What was read of the file of this name when it last had this size and time; null when it is to be read. */
export async function fileRemembered(db: Reader, seen: SeenFile): Promise<PosFileRow | null> {
  const row = await db
    .selectFrom('pos_file')
    .selectAll()
    .where('name', '=', seen.name)
    .where('bytes', '=', seen.bytes)
    .where('modified_at', '=', seen.modifiedAt)
    .where('place', '=', 'left')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : (fileFrom(row)[0] ?? null);
}

/** What was refused of a file, in its order. */
export async function refusedOf(db: Reader, fileId: string, page: Page) {
  const of = db.selectFrom('pos_refused').where('file_id', '=', fileId);
  const { total } = await of.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await of.selectAll().orderBy('line').limit(page.limit).offset(page.offset).execute();
  return { total, rows: rows.map(refusedFrom) };
}

/** What became of the receipts of the files that were read on that business day. */
export async function countsOfDay(db: Reader, day: BusinessDate): Promise<PosCounts> {
  const rows = await db.selectFrom('pos_file').select('counts').where('business_date', '=', day).execute();
  const sums: Record<PosOutcome, number> = { ...NO_COUNTS };
  for (const row of rows) {
    const counts = JSON.parse(row.counts) as PosCounts; // written by `endFile` only
    for (const outcome of Object.keys(sums) as PosOutcome[]) sums[outcome] += counts[outcome]; // its own keys
  }
  return sums;
}

/** Receipts that still wait for a member: since that day, not returned, and not recorded by hand meanwhile. */
const waiting = (db: Reader, since: BusinessDate) =>
  db
    .selectFrom('pos_receipt as told')
    .where('told.state', '=', 'waiting')
    .where('told.business_date', '>=', since)
    .whereRef('told.back_fen', '<', 'told.told_fen')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('receipt')
            .select('receipt.purchase_id')
            .whereRef('receipt.business_date', '=', 'told.business_date')
            .whereRef('receipt.receipt_no', '=', 'told.receipt_no'),
        ),
      ),
    );

export async function unclaimedCount(db: Reader, since: BusinessDate): Promise<number> {
  const row = await waiting(db, since)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

/** Newest first; with a number only those that begin with it. */
export async function unclaimedReceipts(
  db: Reader,
  { since, receiptNo, offset, limit }: Page & { readonly since: BusinessDate; readonly receiptNo: string },
) {
  // A range instead of `like`: what people type may hold % and _.
  const found = waiting(db, since).$if(receiptNo !== '', (query) =>
    query.where('told.receipt_no', '>=', receiptNo).where('told.receipt_no', '<', `${receiptNo}\u{10ffff}`),
  );
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .selectAll('told')
    .orderBy('told.bought_at', 'desc')
    .orderBy('told.receipt_no')
    .limit(limit)
    .offset(offset)
    .execute();
  return { total, rows: rows.map(unclaimedFrom) };
}
