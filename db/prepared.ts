import type SQLite from 'better-sqlite3';
import type { Insertable } from 'kysely';
import { StoreAdapter } from './dialect';
import type { Schema, Tx } from './schema';

/**
 * A statement of the transaction's own connection, prepared once: for the few that every sale runs,
 * where kysely's building and handing over costs more than SQLite's work. Within a transaction only:
 * outside of one it would see what another has not committed yet.
 */
export function prepared<Row>(tx: Tx, sql: string): SQLite.Statement<unknown[], Row> {
  const { adapter } = tx.getExecutor();
  if (!(adapter instanceof StoreAdapter)) throw new Error('a transaction of no store');
  // The row type is what the SQL beside the call selects; nothing can check it but its tests.
  return adapter.prepare(sql) as SQLite.Statement<unknown[], Row>;
}

/** Rows of one table in one statement, with kysely's types. All rows have the same columns. */
export function insertRows<T extends keyof Schema>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const sql = `insert into ${table} (${columns.join(', ')}) values ${rows.map(() => tuple).join(', ')}`;
  // A row is a plain record of its columns; TypeScript cannot index an interface by name.
  const values = rows.flatMap((row) => columns.map((column) => (row as Record<string, unknown>)[column]));
  prepared(tx, sql).run(values);
}
