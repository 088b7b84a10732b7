import { Kysely } from 'kysely';
import { storeDialect } from '../../../db/dialect';
import { connect } from '../../../db/open';
import type { Schema } from '../../../db/schema';
import { READS, type ReadOrder } from './reads';

/** Carries out one long read over one picture of the store, never written to. Runs in a worker, or anywhere. */
export async function runRead({ storePath, name, asked }: ReadOrder): Promise<unknown> {
  const raw = connect(storePath, { readonly: true });
  try {
    raw.exec('begin');
    const db = new Kysely<Schema>({ dialect: storeDialect(raw) });
    return await READS[name](db, asked as never, raw); // `LongReads.read` pairs the two by type
  } finally {
    raw.close();
  }
}
