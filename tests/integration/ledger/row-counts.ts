import type SQLite from 'better-sqlite3';

/** How many rows each of these tables has, as one statement. */
export const rowCounts = (raw: SQLite.Database, tables: readonly string[]): SQLite.Statement =>
  raw.prepare(
    tables.map((table) => `select '${table}' as name, count(*) as rows from ${table}`).join(' union all '),
  );
