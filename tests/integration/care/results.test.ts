import { afterEach, beforeEach, expect, test } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { sell } from '../coupons/shop-with-coupons';
import { day, done, taskFor } from './made-tasks';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(HERE);
});
afterEach(() => shop.close());

test('S57 a call after the first purchase, and a purchase within 30 days of it, are a result', async () => {
  const member = await shop.member('王芳', { phone: '13800138000' });
  const taskId = await taskFor(shop, member, { kind: 'by_hand' });
  const { contactId } = done(
    await shop.client.care.contact(shop.request(), {
      taskId,
      channel: 'phone',
      content: 'service',
      text: '',
    }),
  );
  const said = { note: '用得很好', nextStep: '', nextOn: null };
  done(
    await shop.client.care.recordOutcome(shop.request(), { contactId, outcome: 'reached' as const, ...said }),
  );
  shop.clock.advanceDays(30);
  await sell(shop, member, 5000);
  shop.clock.advanceDays(1);
  const { kinds, outcomes } = await shop.client.care.results({
    from: day('2026-05-18'),
    to: day('2026-05-18'),
  });
  expect(kinds).toMatchObject([
    {
      kind: 'by_hand',
      made: 1,
      contacted: 1,
      done: 1,
      contactedBought: { bought: 1, of: 1 },
      controlBought: null,
      contactedInterval: [expect.closeTo(20.65, 2), 100],
    },
  ]);
  expect(outcomes.find(({ outcome }) => outcome === 'reached')?.count).toBe(1);
});
