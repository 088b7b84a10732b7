import { type Condition, where, within } from '@domain/segments/segment';
import { fen } from '@domain/units';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { done } from '../care/made-tasks';
import { addTemplates, bill, template } from '../coupons/shop-with-coupons';

let shop: TestShop;
beforeEach(async () => {
  // The days in July on which it is hot.
  shop = await aShop({ ...HERE, now: '2026-06-20T04:00:00Z' });
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const tagged = (is: string): Condition => ({ kind: 'text', fact: 'tag', is, not: false });
const THREE_MILK_TEAS: Condition = { kind: 'bought', product: '奶茶', times: 3, withinDays: 30, not: false };

async function regular(name: string, tags: string[], teas: number): Promise<string> {
  const memberId = await shop.member(name);
  done(
    await shop.client.members.change(shop.request(), {
      ...{ memberId, name, phone: '', phoneShared: false, cardNo: '', birthday: null, gender: null },
      ...{ source: 'walk_in', referrerId: null, tags, note: '' },
    }),
  );
  for (let tea = 0; tea < teas; tea++) await buy(memberId, '奶茶', 1800);
  return memberId;
}

const buy = async (memberId: string, product: string, amount: number, couponIds: string[] = []) => {
  const line = { product, quantityMilli: 1000, amount: fen(amount), earns: true, fullPrice: true };
  const asked = { ...bill(memberId, amount, couponIds), items: [line] };
  return done(await shop.client.purchases.record(shop.request(), asked));
};

it('S37 who drinks three milk teas a month, less sugar and less ice, has a discount of their own on hot days', async () => {
  const lin = await regular('林一', ['少糖', '少冰'], 3);
  await regular('只少糖', ['少糖'], 3);
  await regular('两杯', ['少糖', '少冰'], 2);
  const rule = within(where(THREE_MILK_TEAS), where(tagged('少糖')), where(tagged('少冰')));
  const { segmentId } = done(
    await shop.client.segments.save(shop.request(), { segmentId: null, name: '少糖少冰常客', rule }),
  );
  expect(await shop.client.segments.count({ rule })).toMatchObject({ members: 1, names: ['林一'] });

  await addTemplates(
    shop,
    template('hot-days', {
      name: '热天 8 折',
      trigger: 'campaign',
      terms: { kind: 'percent', percentOff: 20, cap: null, threshold: fen(0) },
      validity: { kind: 'range', from: '2026-07-01' as never, to: '2026-07-31' as never }, // dates, checked by the contract
    }),
  );
  const { ruleVersion, members } = await shop.client.coupons.previewBatch({ templateId: 'hot-days', rule });
  done(
    await shop.client.coupons.startBatch(shop.request(), {
      ...{ templateId: 'hot-days', rule, segmentId, expectedMembers: members, ruleVersion },
    }),
  );
  await shop.main.app.work.settled();
  expect(await shop.client.coupons.batches({})).toMatchObject([
    { state: 'done', issued: 1, segment: { id: segmentId, name: '少糖少冰常客' } },
  ]);

  shop.clock.advanceDays(15);
  const coupons = await shop.client.coupons.ofMember({ memberId: lin });
  const coupon = coupons.find(({ name }) => name === '热天 8 折');
  expect(coupon?.stateToday).toBe('usable');
  await buy(lin, '奶茶', 2000, [coupon?.id ?? '']);
  const [bought] = await shop.client.purchases
    .ofMember({ memberId: lin, offset: 0, limit: 1 })
    .then(({ rows }) => rows);
  expect(bought).toMatchObject({ gross: 2000, discount: 400 });
});
