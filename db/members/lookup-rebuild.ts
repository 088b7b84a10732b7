import type SQLite from 'better-sqlite3';
import type { BusinessDate } from '../domain/units';
import { type Figures, figuresSql, type LookupRow, lookupRow } from './lookup-figures';
import { gramsOf } from './lookup-grams';
import { INSERT_ROW, lookupWrites, readingPairs, rowValues } from './lookup-writes';

/** Members are read and written in lists of so many. */
const STEP = 5000;

export const BEFORE = 'select * from member_lookup where n in (select value from json_each(?))';

/** The members an import has brought, sold to or opened points for. */
export function membersOfImport(raw: SQLite.Database, importId: string): number[] {
  return raw
    .prepare<[{ importId: string }], number>(
      `select n from member where import_id = @importId
       union select m.n from purchase p join member m on m.id = p.member_id where p.import_id = @importId
       union select m.n from points_entry e join member m on m.id = e.member_id where e.import_id = @importId`,
    )
    .pluck()
    .all({ importId });
}

/** Renews the rows of these members and leaves all others. */
export function rebuildSome(raw: SQLite.Database, today: BusinessDate, members: readonly number[]): void {
  const { figuresOf, before, write } = preparedFor(raw);
  for (let from = 0; from < members.length; from += STEP) {
    const list = JSON.stringify(members.slice(from, from + STEP));
    for (const { sql, list: rows } of lookupWrites(figuresOf.all(today, list), before.all(list)))
      write(sql).run(rows);
  }
}

interface Prepared {
  readonly figuresOf: SQLite.Statement<[today: string, members: string], Figures>;
  readonly before: SQLite.Statement<[members: string], LookupRow>;
  readonly write: (sql: string) => SQLite.Statement<[rows: string]>;
}
/** An import renews members in very many small lists; preparing would cost more than the work. */
const prepared = new WeakMap<SQLite.Database, Prepared>();

function preparedFor(raw: SQLite.Database): Prepared {
  const known = prepared.get(raw);
  if (known !== undefined) return known;
  const writes = new Map<string, SQLite.Statement<[string]>>();
  const made: Prepared = {
    figuresOf: raw.prepare(figuresSql('n')),
    before: raw.prepare(BEFORE),
    write: (sql) => {
      const statement = writes.get(sql) ?? raw.prepare<[string]>(sql);
      writes.set(sql, statement);
      return statement;
    },
  };
  prepared.set(raw, made);
  return made;
}

/** Empties the lookup and fills it again: indexes after the rows, readings in their own order. */
export function rebuildAll(raw: SQLite.Database, today: BusinessDate): void {
  const remake = dropIndexes(raw);
  raw.exec(`delete from member_lookup; delete from member_reading;
    insert into member_grams (member_grams) values ('delete-all');
    create temp table reading_unsorted (reading text not null, n integer not null)`);
  const figuresOf = raw.prepare<[string, string], Figures>(figuresSql('n'));
  const numbers = raw
    .prepare<[number], number>(`select n from member where n > ? order by n limit ${STEP}`)
    .pluck();
  const insertRow = raw.prepare(INSERT_ROW);
  const insertReadings = raw.prepare(
    'insert into reading_unsorted select value ->> 0, value ->> 1 from json_each(?)',
  );
  const insertGrams = raw.prepare('insert into member_grams (rowid, grams) values (?, ?)');
  for (let list = numbers.all(0); list.length > 0; list = numbers.all(list.at(-1) ?? 0)) {
    const rows = figuresOf
      .all(today, JSON.stringify(list))
      .filter(({ state }) => state === 'active')
      .map((of) => lookupRow(of));
    for (const row of rows) {
      insertRow.run(rowValues(row));
      insertGrams.run(row.n, gramsOf(row.phone, row.name_key));
    }
    insertReadings.run(JSON.stringify(rows.flatMap(readingPairs)));
  }
  raw.exec(`insert into member_reading select reading, n from reading_unsorted order by reading, n;
    drop table temp.reading_unsorted`);
  for (const sql of remake) raw.exec(sql);
}

function dropIndexes(raw: SQLite.Database): string[] {
  const indexes = raw
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and tbl_name = 'member_lookup' and sql is not null",
    )
    .all();
  for (const { name } of indexes) raw.exec(`drop index ${name}`);
  return indexes.map(({ sql }) => sql);
}
