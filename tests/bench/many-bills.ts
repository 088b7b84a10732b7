import type SQLite from 'better-sqlite3';
import { chances, idOf } from '../support/member-rows';

const DAY_MS = 86_400_000;
/** Bills of two years and a half, so that every window has something before it. */
export const DAYS = 900;

/**
 * Members and bills in the order in which a shop writes them: a few come very often, a third never, amounts from
 * 5 to 205 yuan. Rows alone, with the lookup's narrow one for each member; nothing is told to the histories.
 */
export function fillBills(
  raw: SQLite.Database,
  { members, bills, until }: { readonly members: number; readonly bills: number; readonly until: string },
): void {
  const indexes = droppedIndexes(raw);
  raw.pragma('synchronous = off'); // nobody sells yet
  raw.transaction(() => {
    insertPeople(raw, members);
    insertAll(raw, members, bills, until);
  })();
  for (const sql of indexes) raw.exec(sql);
  raw.pragma('synchronous = full');
  raw.pragma('wal_checkpoint(truncate)');
}

/** The indexes of bills; made after the rows, in a third of the time. */
function droppedIndexes(raw: SQLite.Database): string[] {
  const indexes = raw
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and tbl_name = 'purchase' and sql is not null",
    )
    .all();
  for (const { name } of indexes) raw.exec(`drop index ${name}`);
  return indexes.map(({ sql }) => sql);
}

function insertPeople(raw: SQLite.Database, members: number): void {
  const id = `'${idOf(1, 0).slice(0, -12)}' || printf('%012d', n)`;
  raw.exec(`
    create temp table people as with recursive p (n) as (select 1 union all select n + 1 from p where n < ${members})
      select n, ${id} as id, printf('M%08d', n) as no, date('2024-01-01', (n * 7919 % 700) || ' days') as joined from p;
    insert into member (n, id, member_no, name, source, joined_on, created_at, updated_at, staff_id)
      select n, id, no, '会员' || n, 'walk_in', joined, 0, 0, (select id from staff) from people;
    insert into member_lookup (n, score, points, open_complaints, visits, name, name_key, pinyin, initials, member_no, tier, joined_on)
      select n, 0, 0, 0, 0, '会员' || n, '会员' || n, '', '', no, iif(n % 20 = 0, 'loyal', 'regular'), joined from people;
    drop table people;`);
}

function insertAll(raw: SQLite.Database, members: number, bills: number, until: string): void {
  const staff = raw.prepare<[], string>('select id from staff').pluck().get();
  const insert = raw.prepare(
    `insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at, business_date,
       staff_id, recorded_at) values (?, ?, ?, ?, 0, 1, ?, ?, ?, 0)`,
  );
  const chance = chances(11);
  const buyers = Math.ceil(members * 0.67);
  const last = Date.parse(`${until}T00:00:00Z`);
  for (let bill = 0; bill < bills; bill++) {
    const at = last - (DAYS - 1 - Math.floor((bill / bills) * DAYS)) * DAY_MS;
    const on = new Date(at).toISOString().slice(0, 10);
    const member = (Math.floor(buyers * chance() ** 2) * 7919) % members;
    const fen = 500 + Math.floor(chance() * 20_000);
    insert.run(idOf(2, bill), idOf(1, member + 1), fen, fen, at, on, staff);
  }
}
