import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { spendCoupons } from '../../../db/coupons/commands';
import { storeDialect } from '../../../db/dialect';
import type { BusinessDate, Instant } from '../../../db/domain/units';
import { connect } from '../../../db/open';
import type { Schema } from '../../../db/schema';

/**
 * What a thread is given. Both go through the same coupons and meet at each of them, so that neither
 * runs ahead. Each tries the coupon in a transaction as a sale would: of three coupons, number 0 has used
 * the first and not committed when number 1 asks, the second goes the other way round, and for the third
 * both ask at once.
 */
export interface Redeeming {
  readonly number: 0 | 1;
  readonly path: string;
  readonly couponIds: readonly string[];
  readonly purchaseId: string;
  readonly staffId: string;
  readonly now: Instant;
  readonly today: BusinessDate;
  /** For each of the two threads, how often it has been ready to meet. */
  readonly meetings: SharedArrayBuffer;
}

export interface Redeemed {
  readonly won: string[];
  readonly lost: number;
  readonly ms: number;
}

const { number, path, couponIds, purchaseId, meetings, ...rest }: Redeeming = workerData;
const stamp = { ...rest, ruleVersion: 1, newId: uuidv7 };
const raw = connect(path);
const db = new Kysely<Schema>({ dialect: storeDialect(raw) });

const counts = new Int32Array(meetings);
const other = 1 - number;

/** Comes back when the other thread has come to this point too. */
function meet(): void {
  const mine = Atomics.add(counts, number, 1) + 1;
  Atomics.notify(counts, number);
  for (;;) {
    const theirs = Atomics.load(counts, other);
    if (theirs >= mine) return;
    Atomics.wait(counts, other, theirs);
  }
}

const began = performance.now();
const won: string[] = [];
for (const [index, id] of couponIds.entries()) {
  const begins = index % 3 === number;
  meet();
  if (index % 3 === other) meet(); // when that one has used it
  const missed = await db.transaction().execute(async (tx) => {
    const answer = spendCoupons(tx, [id], purchaseId, stamp);
    if (begins) meet();
    return answer;
  });
  if (missed === null) won.push(id);
}
const redeemed: Redeemed = { won, lost: couponIds.length - won.length, ms: performance.now() - began };
raw.close();
parentPort?.postMessage(redeemed);
