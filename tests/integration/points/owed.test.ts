import { businessDateOf } from '@domain/calendar/business-day';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { prepareWorkers } from '../../support/worker';

let shop: TestShop;
beforeAll(() => prepareWorkers('read-job'));
beforeEach(async () => {
  shop = await aShop();
});
afterEach(() => shop.close());

it('what is owed is read in a thread of its own, and is the sum of what the counter shows', async () => {
  await shop.member('张三', { phone: '13812348812', points: 500 });
  await shop.member('李静', { points: 250 });
  await shop.member('王强');
  const owed = await shop.client.points.liability({});
  expect(owed).toMatchObject({
    asOf: '2026-05-18',
    members: 2,
    points: 750,
    worth: 750,
    owedToShop: 0,
    never: { points: 0 },
  });
  expect(owed.months.at(-1)).toEqual({ month: '2027-05', points: 750, worth: 750 });
  const balances = shop.raw().prepare('select sum(points) from member_lookup').pluck().get();
  expect(owed.points - owed.owedToShop).toBe(balances);
});

it('follows the clock: what has lapsed is owed no longer, before anything has swept it', async () => {
  await shop.member('张三', { points: 500 });
  shop.clock.advanceDays(380);
  expect(await shop.client.points.liability({})).toMatchObject({ members: 0, points: 0, months: [] });
});

it('a balance and a lot explain themselves over the bridge', async () => {
  const memberId = await shop.member('张三', { points: 500 });
  expect(await shop.client.points.whyBalance({ memberId })).toMatchObject({
    balance: 500,
    byKind: [{ kind: 'adjust', entries: 1, points: 500 }],
  });
  const [lot] = await shop.client.points.lots({ memberId });
  const today = businessDateOf(shop.clock.now, { zone: 'Asia/Shanghai', dayStartHour: 0 });
  expect(await shop.client.points.whyLot({ lotId: lot?.id ?? '' })).toMatchObject({
    earnedOn: today,
    lastDay: '2027-05-31',
    expiryMonths: 12,
    moves: [{ kind: 'adjust', points: 500 }],
  });
});

it('a store that is left does not wait for it, and says that it was left', async () => {
  await shop.member('张三', { points: 500 });
  const asked = shop.client.points.liability({});
  const left = expect(asked).rejects.toMatchObject({ name: 'FaultError' });
  await shop.main.stop();
  await left;
  expect(shop.reported.join('')).toContain('StoreClosedError');
});
