import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';

/** The store file read by somebody else than Shuke. */
export interface Books {
  readonly all: <Row>(sql: string, ...parameters: readonly unknown[]) => Row[];
  /** The first column of the one row, exact however large. */
  readonly sum: (sql: string, ...parameters: readonly unknown[]) => bigint;
  readonly close: () => void;
}

/**
 * Opens a copy of the store (with its write-ahead log, as a killed process leaves it). Only when no
 * Shuke has it open: a copy of a living file may be torn.
 */
export function booksIn(userData: string, which: 'store' | 'sample' = 'store'): Books {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-books-'));
  for (const part of ['shuke.db', 'shuke.db-wal']) {
    const file = join(userData, which, part);
    if (existsSync(file)) cpSync(file, join(folder, part));
  }
  // Writable, so that SQLite may recover the log; it is a copy.
  const raw = new SQLite(join(folder, 'shuke.db'), { fileMustExist: true });
  raw.pragma('query_only = on');
  return booksOf(raw, () => rmSync(folder, { recursive: true, force: true }));
}

/** Those of a store that Shuke has open: read beside it, as SQLite lets another process read. */
export const livingBooksIn = (userData: string): Books =>
  booksOf(
    new SQLite(join(userData, 'store', 'shuke.db'), { readonly: true, fileMustExist: true }),
    () => undefined,
  );

function booksOf(raw: SQLite.Database, closed: () => void): Books {
  return {
    all: <Row>(sql: string, ...parameters: readonly unknown[]) =>
      // The caller names the columns it has asked for.
      raw.prepare(sql).all(...parameters) as Row[],
    sum: (sql, ...parameters) => {
      const [value] = raw
        .prepare(sql)
        .raw(true)
        .safeIntegers(true)
        .get(...parameters) as [bigint | null];
      return value ?? 0n;
    },
    close: () => {
      raw.close();
      closed();
    },
  };
}

const LAWS: Readonly<Record<string, string>> = {
  'the file is whole': `select integrity_check as what from pragma_integrity_check where integrity_check <> 'ok'`,
  'no row points nowhere': 'select * from pragma_foreign_key_check',
  // Each ledger is summed up once: no index leads from a member to lots that are used up.
  'balance = sum of entries = lots minus debt': `
    with entries as (select member_id, sum(points) as points from points_entry group by member_id),
      lots as (select member_id, sum(remaining) as points from points_lot group by member_id)
    select m.member_no, coalesce(e.points, 0) as entries, coalesce(l.points, 0) - coalesce(d.owed, 0) as lots,
      k.points as shown
    from member m left join entries e on e.member_id = m.id left join lots l on l.member_id = m.id
      left join points_debt d on d.member_id = m.id left join member_lookup k on k.n = m.n
    where m.state = 'active' and (entries <> lots or shown is not lots)`,
  'the moves of an entry are the entry': `
    select e.seq, e.points from points_entry e
    where e.points <> coalesce((select sum(points) from points_move where entry_id = e.id), 0)`,
  'no lot below zero or above what it was':
    'select id from points_lot where remaining < 0 or remaining > points',
  'paid = total minus the worth of points':
    'select id from purchase where paid_fen <> total_fen - points_worth_fen',
  'a bill with lines is the sum of its lines, before and after discounts': `
    select p.id from purchase p join purchase_line l on l.purchase_id = p.id group by p.id
    having sum(l.amount_fen) <> p.total_fen + p.discount_fen or sum(l.discount_fen) <> p.discount_fen`,
  'the steps of a price lead to what was paid': `
    select id from purchase p where account is not null and (
      (select sum(value ->> 'amount') from json_each(p.account, '$.steps')
        where value ->> 'kind' not in ('total', 'points', 'due')) <> total_fen
      or (select value ->> 'amount' from json_each(p.account, '$.steps') where value ->> 'kind' = 'due') <> paid_fen)`,
  'a coupon was used at most once more often than it was given back': `
    select coupon_id from coupon_event group by coupon_id
    having sum(kind in ('used', 'handed_over')) - sum(kind = 'restored') not in (0, 1)`,
  'a coupon is as its last event left it': `
    select c.id from coupon c where c.state <>
      (select case kind when 'issued' then 'issued' when 'restored' then 'issued' when 'used' then 'used'
        when 'handed_over' then 'used' else 'revoked' end
       from coupon_event where coupon_id = c.id order by seq desc limit 1)`,
  'a level is as its last change left it': `
    select m.id from member m join tier_change t on t.seq = (select max(seq) from tier_change where member_id = m.id)
    where (m.tier, m.tier_until, m.tier_fixed) is not (t.to_tier, t.until, t.fixed)`,
  'no bill is refunded beyond its total': `
    select p.id from purchase p join refund r on r.purchase_id = p.id group by p.id having sum(r.amount_fen) > p.total_fen`,
};

/** Every law of the ledger that the file breaks, with the rows; empty when the books are right. */
export function brokenLaws(books: Pick<Books, 'all'>): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(LAWS)
      .map(([law, sql]) => [law, books.all(sql)] as const)
      .filter(([, rows]) => rows.length > 0),
  );
}
