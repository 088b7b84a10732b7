import type SQLite from 'better-sqlite3';
import type { Insertable } from 'kysely';
import type { Schema } from '../schema';

/** One prepared statement for a table: kysely would prepare each of so many anew. A column left out throws. */
export function inserter<Table extends keyof Schema & string, Column extends keyof Schema[Table] & string>(
  raw: SQLite.Database,
  table: Table,
  columns: readonly Column[],
): (row: Pick<Insertable<Schema[Table]>, Column & keyof Insertable<Schema[Table]>>) => void {
  const names = columns.join(', ');
  const values = columns.map(() => '?').join(', ');
  const statement = raw.prepare(`insert into ${table} (${names}) values (${values})`);
  // By place: SQLite would look up each name at every row.
  return (row) => {
    statement.run(columns.map((column) => (row as Readonly<Record<string, unknown>>)[column]));
  };
}

/** Tables that the story fills row by row. Not `points_move`: the triggers that guard lots and debts read by its indexes. */
const BULK = ['purchase', 'purchase_line', 'points_entry', 'points_lot'] as const;

/** Runs `load` without the secondary indexes of the big tables and makes them again after it: half the time. */
export function withIndexesAfter<T>(raw: SQLite.Database, load: () => T): T {
  const indexes = raw
    .prepare<[string], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and sql is not null
       and tbl_name in (select value from json_each(?))`,
    )
    .all(JSON.stringify(BULK));
  for (const { name } of indexes) raw.exec(`drop index ${name}`);
  const loaded = load();
  for (const { sql } of indexes) raw.exec(sql);
  return loaded;
}
