import {
  billsOfReceipt,
  purchaseDetail,
  purchasesOf,
  receiptHolder,
  refundableSale,
} from '@db/purchases/queries';
import { readOn } from '@db/reading';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { aMember, LEDGER_DAY } from '../points/ledger-file';

let store: StoreFile;
let zhang: string;
beforeAll(async () => {
  store = aStoreFile();
  zhang = await aMember(store);
  store.raw.exec(`
    insert into purchase (id, member_id, total_fen, points_redeemed, points_worth_fen, paid_fen, earning_base_fen,
      rule_version, bought_at, business_date, staff_id, recorded_at)
    select 'p', id, 1000, 100, 100, 900, 900, 1, 1, '2026-05-18', staff_id, 1 from member;
    insert into points_entry (id, member_id, kind, points, purchase_id, rule_version, at, business_date, staff_id)
    select kind, id, kind, points, 'p', 1, 1, '2026-05-18', staff_id
    from member, (select 'earn' as kind, 9 as points union all select 'redeem', -100);
    insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, points_worth_fen, reason,
      refunded_at, business_date, staff_id)
    select 'r', 'p', id, 'import_undo', 1000, 900, 100, '', 1, '2026-05-18', staff_id from member;
  `);
});
afterAll(() => store.close());

it('a bill taken back with its import reads as undone', async () => {
  expect(await purchaseDetail(store.db, 'p')).toMatchObject({ undone: true, refunds: [{ kind: 'undo' }] });
});

describe('every question is answered from an index', () => {
  it.each([
    [
      'purchasesOf',
      () => plansOf(store, (db) => purchasesOf(db, zhang, { offset: 0, limit: 9 })),
      'purchase_member',
    ],
    ['purchaseDetail', () => plansOf(store, (db) => purchaseDetail(db, 'p')), 'sqlite_autoindex_purchase'],
    [
      'receiptHolder',
      () => plansOf(store, (db) => readOn(db, receiptHolder('0042', LEDGER_DAY))),
      'PRIMARY KEY',
    ],
    ['billsOfReceipt', () => plansOf(store, (db) => billsOfReceipt(db, '0042', 20)), 'receipt_number'],
    ['refundableSale', () => plansOf(store, (db) => refundableSale(db, 'p')), 'points_entry_purchase'],
  ])('%s', async (_query, plans, index) => {
    const plan = await plans();
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/SCAN (points_|purchase|refund|receipt|later)/);
    expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  });
});
