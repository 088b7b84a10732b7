import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { storeDialect } from '../../../db/dialect';
import { connect } from '../../../db/open';
import { liabilityOn } from '../../../db/points/liability';
import type { Schema } from '../../../db/schema';
import type { ReadOrder } from './long-reads';

/** The worker thread of a read that would hold up the counter; one picture of the store, never written to. */
const { storePath, today } = workerData as ReadOrder; // what long-reads.ts hands over
const raw = connect(storePath, { readonly: true });
try {
  raw.exec('begin');
  parentPort?.postMessage(await liabilityOn(new Kysely<Schema>({ dialect: storeDialect(raw) }), today));
} finally {
  raw.close();
}
