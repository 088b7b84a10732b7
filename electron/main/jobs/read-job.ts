import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { storeDialect } from '../../../db/dialect';
import { connect } from '../../../db/open';
import type { Schema } from '../../../db/schema';
import { READS, type ReadOrder } from './reads';

/** The worker thread of a read that would hold up the counter; one picture of the store, never written to. */
const { storePath, name, asked } = workerData as ReadOrder; // what long-reads.ts hands over
const raw = connect(storePath, { readonly: true });
try {
  raw.exec('begin');
  const db = new Kysely<Schema>({ dialect: storeDialect(raw) });
  parentPort?.postMessage(await READS[name](db, asked as never, raw)); // `LongReads.read` pairs the two by type
} finally {
  raw.close();
}
