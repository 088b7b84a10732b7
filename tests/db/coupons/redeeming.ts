import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { spendCoupons } from '../../../db/coupons/commands';
import { storeDialect } from '../../../db/dialect';
import type { BusinessDate, Instant } from '../../../db/domain/units';
import { connect } from '../../../db/open';
import type { Schema } from '../../../db/schema';

/** What a thread is given: it tries every coupon in the order given, each in a transaction as a sale would. */
export interface Redeeming {
  readonly path: string;
  readonly couponIds: readonly string[];
  readonly purchaseId: string;
  readonly staffId: string;
  readonly now: Instant;
  readonly today: BusinessDate;
  /** Both threads begin when this counts two. */
  readonly start: SharedArrayBuffer;
}

export interface Redeemed {
  readonly won: string[];
  readonly lost: number;
  readonly ms: number;
}

const { path, couponIds, purchaseId, start, ...rest }: Redeeming = workerData;
const TURN = 10;
const stamp = { ...rest, ruleVersion: 1, newId: uuidv7 };
const raw = connect(path);
const db = new Kysely<Schema>({ dialect: storeDialect(raw) });

const ready = new Int32Array(start);
if (Atomics.add(ready, 0, 1) === 0) Atomics.wait(ready, 0, 1);
else Atomics.notify(ready, 0);

const began = performance.now();
const won: string[] = [];
for (const [index, id] of couponIds.entries()) {
  const missed = await db.transaction().execute(async (tx) => spendCoupons(tx, [id], purchaseId, stamp));
  if (missed === null) won.push(id);
  if (index % TURN === 0) await wait(1); // as a counter takes a breath: SQLite's lock is not fair
}
const redeemed: Redeemed = { won, lost: couponIds.length - won.length, ms: performance.now() - began };
raw.close();
parentPort?.postMessage(redeemed);
