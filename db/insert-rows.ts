import { CompiledQuery, type Insertable } from 'kysely';
import type { Schema, Tx } from './schema';

/**
 * Rows of one table in one statement, for what every sale writes: kysely's types without building
 * and compiling the same statement anew each time. All rows have the same columns.
 */
export async function insertRows<T extends keyof Schema>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const sql = `insert into ${table} (${columns.join(', ')}) values ${rows.map(() => tuple).join(', ')}`;
  // A row is a plain record of its columns; TypeScript cannot index an interface by name.
  const values = rows.flatMap((row) => columns.map((column) => (row as Record<string, unknown>)[column]));
  await tx.executeQuery(CompiledQuery.raw(sql, values));
}
