import { once } from 'node:events';
import { issueCoupons } from '@db/coupons/commands';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { startOwn } from '../../support/worker';
import { fiver, stampIn, TODAY } from './coupon-file';
import type { Redeemed, Redeeming } from './redeeming';

/** A third begun by either thread, a third asked for by both at once. */
const COUPONS = 1500;

let store: StoreFile;
beforeAll(() => {
  store = aStoreFile();
});
afterAll(() => store.close());

test('S52 two connections in two threads redeem the same 1,500 coupons: each is used once', async ({
  annotate,
}) => {
  const members = insertMembers(
    store.raw,
    Array.from({ length: COUPONS }, (_, n) => ({ name: `会员${n}` })),
  );
  const stamp = stampIn(store.raw, TODAY);
  const coupons = members.map((memberId) => ({ memberId, draft: fiver() }));
  const issued = await store.db.transaction().execute(async (tx) => issueCoupons(tx, coupons, stamp));
  const ids = issued.map(({ id }) => id);
  const sales = insertBills(
    store.raw,
    [1, 2].map(() => ({ memberId: members[0] ?? '', on: TODAY })),
  );

  const meetings = new SharedArrayBuffer(8);
  const redeem = async (number: 0 | 1): Promise<Redeemed> => {
    const { now, today, staffId } = stamp;
    const purchaseId = sales[number] ?? '';
    const data: Redeeming = {
      number,
      path: store.path,
      couponIds: ids,
      purchaseId,
      staffId,
      now,
      today,
      meetings,
    };
    const worker = await startOwn('tests/db/coupons/redeeming.ts', data);
    const [answer] = await once(worker, 'message');
    return answer;
  };
  const [one, two] = await Promise.all([redeem(0), redeem(1)]);

  expect([...one.won, ...two.won].sort()).toEqual([...ids].sort());
  expect(one.lost + two.lost).toBe(COUPONS);
  // Who has begun keeps the coupon, though the other asks before the commit.
  const begunBy = (number: number) => ids.filter((_, index) => index % 3 === number);
  expect(one.won).toEqual(expect.arrayContaining(begunBy(0)));
  expect(two.won).toEqual(expect.arrayContaining(begunBy(1)));
  const usedOn = store.raw.prepare<[string], number>(
    "select count(*) from coupon where used_on_sale = ? and state = 'used'",
  );
  expect(usedOn.pluck().get(sales[0] ?? '')).toBe(one.won.length);
  expect(usedOn.get(sales[1] ?? '')).toBe(two.won.length);
  expect(
    store.raw
      .prepare("select count(*), count(distinct coupon_id) from coupon_event where kind = 'used'")
      .raw()
      .get(),
  ).toEqual([COUPONS, COUPONS]);
  await annotate(
    `two threads, ${COUPONS} coupons: ${one.won.length} and ${two.won.length} used, ` +
      `${one.lost} and ${two.lost} refused, ${Math.round(Math.max(one.ms, two.ms))} ms`,
  );
});
