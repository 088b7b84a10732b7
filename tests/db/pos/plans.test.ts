import { fileRemembered, refusedOf, unclaimedCount, unclaimedReceipts } from '@db/pos/queries';
import {
  buyerOf,
  holderOf,
  knownReceipt,
  lookalikeOf,
  receiptToClaim,
  refundKnown,
  refundTargets,
} from '@db/pos/receipts';
import { type Reading, readOn } from '@db/reading';
import { businessDate, fen } from '@domain/units';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const day = businessDate('2026-05-18');
let store: StoreFile;
beforeAll(() => {
  store = aStoreFile();
});
afterAll(() => store.close());

const SCANS = /SCAN (pos_|told|receipt|purchase|refund|member|points|r$|p$|b$|t$)/m;
const planOf = (reading: Reading<unknown>) => plansOf(store, (db) => readOn(db, reading));

describe('every question about a receipt of the till is answered from an index', () => {
  const everybody = { phone: '13812348812', cardNo: 'A1', externalId: '7' };
  it.each([
    ['knownReceipt', () => planOf(knownReceipt(day, 'A1'))],
    ['holderOf', () => planOf(holderOf(day, 'A1'))],
    ['buyerOf', () => planOf(buyerOf(everybody, true))],
    ['lookalikeOf', () => planOf(lookalikeOf('m', day, fen(100)))],
    ['refundKnown', () => planOf(refundKnown('k'))],
    ['refundTargets', () => planOf(refundTargets(day, 'A1'))],
    ['receiptToClaim', () => planOf(receiptToClaim('r'))],
    [
      'fileRemembered',
      () => plansOf(store, (db) => fileRemembered(db, { name: 'a.csv', bytes: 1, modifiedAt: 1 })),
    ],
    ['refusedOf', () => plansOf(store, (db) => refusedOf(db, 'f', { offset: 0, limit: 9 }))],
    ['unclaimedCount', () => plansOf(store, (db) => unclaimedCount(db, day))],
    [
      'unclaimedReceipts',
      () =>
        plansOf(store, (db) => unclaimedReceipts(db, { since: day, receiptNo: 'A', offset: 0, limit: 9 })),
    ],
  ])('%s', async (_question, plans) => {
    const plan = await plans();
    expect(plan).toMatch(/SEARCH/);
    expect(plan).not.toMatch(SCANS);
  });
});
