import { storeDialect } from '@db/dialect';
import type { Reader, Schema } from '@db/schema';
import { Kysely } from 'kysely';
import type { StoreFile } from './store-file';

/** How SQLite carries out what `read` asks, one line per step: the statements as they are really sent. */
export async function plansOf(store: StoreFile, read: (db: Reader) => Promise<unknown>): Promise<string> {
  const sent: { sql: string; parameters: readonly unknown[] }[] = [];
  const listening = new Kysely<Schema>({
    dialect: storeDialect(store.raw),
    log: ({ query }) => {
      sent.push(query);
    },
  });
  await read(listening); // never destroyed: the connection belongs to `store`
  return sent
    .flatMap(({ sql, parameters }) => store.raw.prepare(`explain query plan ${sql}`).all(...parameters))
    .map((step) => (step as { detail: string }).detail) // the columns of `explain query plan` are fixed
    .join('\n');
}
