import { handGivenOn } from '@db/coupons/allowance';
import { lastBatches, runningBatch } from '@db/coupons/batches';
import { issueDailyCoupons } from '@db/coupons/calendar';
import { issueCoupons } from '@db/coupons/commands';
import {
  bringingOf,
  couponByCode,
  couponStory,
  couponsById,
  couponsNamedBy,
  couponsOf,
  couponsOfSale,
  openCouponsOf,
} from '@db/coupons/queries';
import { readOn } from '@db/reading';
import type { Reader, Tx } from '@db/schema';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crowd, insertBills, insertMembers, visits } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { fiver, stampIn, TODAY } from './coupon-file';

let store: StoreFile;
let member: string;
let sale: string;
beforeAll(async () => {
  store = aStoreFile();
  const ids = insertMembers(store.raw, crowd(2000));
  member = ids[0] ?? '';
  [sale = ''] = insertBills(store.raw, visits(ids, 4000, TODAY));
  store.raw.exec('update member set birth_month = n % 12 + 1, birth_day = n % 28 + 1');
  const coupons = ids.flatMap((memberId) => [1, 2].map(() => ({ memberId, draft: fiver() })));
  await store.db.transaction().execute(async (tx) => issueCoupons(tx, coupons, stampIn(store.raw, TODAY)));
  store.raw.exec('analyze');
});
afterAll(() => store.close());

test.each<[string, (db: Reader) => Promise<unknown>, RegExp[]]>([
  ['all of a member', (db) => couponsOf(db, member), [/SEARCH coupon USING INDEX \w+ \(member_id=\?/]],
  [
    'the open ones of a member',
    (db) => openCouponsOf(db, member, TODAY),
    [/coupon_member \(member_id=\? AND state=\? AND last_day>\?\)/],
  ],
  ['by id', (db) => readOn(db, couponsById(['a', 'b'])), [/SEARCH coupon USING INDEX \w+ \(id=\?\)/]],
  ['by code', (db) => couponByCode(db, 'Q1'), [/SEARCH coupon USING INDEX \w+ \(code=\?\)/]],
  [
    'of a sale, for its refund',
    (db) => couponsOfSale(db, sale),
    [/coupon_used_on \(used_on_sale=\?\)/, /coupon_issued_by \(issued_by_sale=\?\)/],
  ],
  [
    'named by a bill',
    (db) => couponsNamedBy(db, sale),
    [/coupon_event_purchase \(purchase_id=\?\)/, /SEARCH coupon USING INDEX \w+ \(id=\?\)/],
  ],
  [
    'what a sale is to the coupons it may bring',
    (db) => readOn(db, bringingOf({ purchaseId: 'none', buyerId: 'nobody' })),
    [/purchase_member \(member_id=\?\)/, /coupon_issued_by \(issued_by_sale=\?\)/],
  ],
  [
    'given by hand on a day',
    (db) => handGivenOn(db, 'staff', TODAY),
    [/coupon_staff \(staff_id=\? AND business_date=\? AND trigger=\?\)/],
  ],
  ['the story of one', (db) => couponStory(db, 'none'), [/SEARCH coupon USING INDEX \w+ \(id=\?\)/]],
  ['the batch that runs', (db) => runningBatch(db), [/coupon_batch_running/]],
  [
    'the last batches with their counts',
    (db) => lastBatches(db),
    [
      /COVERING INDEX coupon_batch_of \(batch_id=\?\)/,
      /COVERING INDEX coupon_batch_of \(batch_id=\? AND state=\?\)/,
    ],
  ],
])('%s: from the index made for it', async (_, read, indexes) => {
  const plan = await plansOf(store, read);
  for (const index of indexes) expect(plan).toMatch(index);
  expect(plan).not.toMatch(/SCAN (coupon|coupon_event|event|purchase|p|member|friend)( |$)/m);
});

test('whose birthday or anniversary is near is found by its days, and nobody else is looked at', async () => {
  const templates = DEFAULT_RULES.coupons.templates.map((template) => ({ ...template, active: true }));
  const rules = { ...DEFAULT_RULES, coupons: { ...DEFAULT_RULES.coupons, templates } };
  // Nobody is after the last member, so nothing is written: the reads alone are asked for.
  const plan = await plansOf(store, (db) =>
    issueDailyCoupons(db as Tx, rules, { after: 1_000_000, most: 10 }, stampIn(store.raw, TODAY)),
  );
  expect(plan).toMatch(/member_birthday \(birth_month=\? AND birth_day=\?\)/);
  expect(plan).toMatch(/member_joined \(joined_on=\?\)/);
  expect(plan).not.toMatch(/SCAN (m|member)( |$)/m);
});
