import SQLite from 'better-sqlite3';
import { type Instant, instant } from '../domain/units';
import { APPLICATION_ID } from '../store-header';

/** What a whole store file says of itself. */
export interface StoreFacts {
  readonly storeId: string;
  readonly storeName: string;
  readonly schemaVersion: number;
  readonly members: number;
  readonly purchases: number;
  readonly pointsEntries: number;
  /** The newest thing recorded in it. */
  readonly lastAt: Instant;
  /** The end of its audit trail; null for a store that has none yet. */
  readonly audit: { readonly seq: number; readonly hash: string } | null;
  /** Pictures of complaints that it speaks of, by hash. */
  readonly photos: readonly string[];
}

/** A file that is no whole store: damaged, of another program, or its ledger does not balance. */
export class NotWholeError extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`not a whole store: ${why}`, options);
    this.name = 'NotWholeError';
  }
}

/** Each row is looked up in each of its indexes: with the driver's own 16 MB most pages are read many times over. */
const CACHE_KIB = 64_000;

/**
 * Opens a store file that nobody else has open and reads all of it: every page, every reference, every
 * member's ledger. Throws `NotWholeError`. Long for a large store: for a worker, or before the window.
 */
export function verifyStoreFile(path: string): StoreFacts {
  let raw: SQLite.Database;
  try {
    raw = new SQLite(path, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw new NotWholeError('it cannot be opened', { cause: error });
  }
  try {
    raw.pragma('temp_store = memory'); // nothing of the store goes to the system's folder for odds and ends
    raw.pragma(`cache_size = -${CACHE_KIB}`);
    checkWhole(raw);
    return factsOf(raw);
  } catch (error) {
    throw error instanceof NotWholeError ? error : new NotWholeError('it cannot be read', { cause: error });
  } finally {
    raw.close();
  }
}

/** Every page, every reference, every ledger of what an open connection sees. */
export function checkWhole(raw: SQLite.Database): void {
  if (raw.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new NotWholeError('it is of another program');
  if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok')
    throw new NotWholeError('pages are damaged');
  const broken = raw.pragma('foreign_key_check');
  if (!Array.isArray(broken) || broken.length > 0) throw new NotWholeError('rows point nowhere');
  if (raw.prepare(UNBALANCED).get() !== undefined) throw new NotWholeError('a ledger does not balance');
}

/** Law of the ledger: what a member's entries add up to is what is left in their lots less what they owe. */
const UNBALANCED = `
with
  entered as (select member_id, sum(points) as points from points_entry group by member_id),
  held as (select member_id, sum(remaining) as points from points_lot group by member_id),
  everybody as (select member_id from entered union select member_id from held
    union select member_id from points_debt)
select 1
from everybody b
left join entered e on e.member_id = b.member_id
left join held h on h.member_id = b.member_id
left join points_debt d on d.member_id = b.member_id
where coalesce(e.points, 0) <> coalesce(h.points, 0) - coalesce(d.owed, 0)
limit 1`;

/** Counts of what an open connection sees; a store of an older version has no audit trail and no pictures. */
export function factsOf(raw: SQLite.Database): StoreFacts {
  const store = raw
    .prepare<[], { id: string; name: string; created_at: number }>('select * from store')
    .get();
  if (store === undefined) throw new NotWholeError('it says not whose it is');
  const audit = auditHead(raw);
  const lastSale = number(raw, 'select max(recorded_at) from purchase');
  return {
    storeId: store.id,
    storeName: store.name,
    schemaVersion: Number(raw.pragma('user_version', { simple: true })),
    members: number(raw, "select count(*) from member where state = 'active'"),
    purchases: number(raw, 'select count(*) from purchase'),
    pointsEntries: number(raw, 'select count(*) from points_entry'),
    lastAt: instant(Math.max(store.created_at, audit?.at ?? 0, lastSale)),
    audit: audit && { seq: audit.seq, hash: audit.hash },
    photos: has(raw, 'complaint_photo')
      ? raw.prepare<[], string>('select distinct sha256 from complaint_photo order by 1').pluck().all()
      : [],
  };
}

/** The end of the audit trail; null where there is none yet. */
export function auditHead(raw: SQLite.Database) {
  if (!has(raw, 'audit_entry')) return null;
  const last = raw.prepare<[], { seq: number; hash: string; at: number }>(
    'select seq, hash, at from audit_entry order by seq desc limit 1',
  );
  return last.get() ?? null;
}

const has = (raw: SQLite.Database, table: string): boolean =>
  raw.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(table) !== undefined;

const number = (raw: SQLite.Database, sql: string): number =>
  raw.prepare<[], number | null>(sql).pluck().get() ?? 0;
