import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { prepareWorkers } from '../../support/worker';

let shop: TestShop;
let one: string;
let other: string;
beforeAll(() => prepareWorkers('read-job'));
beforeEach(async () => {
  shop = await aShop();
  one = await shop.member('张三', { phone: '13800138812' });
  other = await shop.member('张三', { phone: '15900008812' });
});
afterEach(() => shop.close());

const apart = (oneId: string, otherId: string) =>
  shop.client.quality.tellApart(shop.request(), { oneId, otherId });
const together = (oneId: string, otherId: string) =>
  shop.client.quality.untellApart(shop.request(), { oneId, otherId });
const duplicates = () => shop.client.quality.duplicates({ offset: 0, limit: 10 });

describe('the quality room', () => {
  it('reads everybody in a thread of its own: standing, a list, likely duplicates', async () => {
    const standing = await shop.client.quality.standing({});
    expect(standing).toMatchObject({ members: 2, duplicates: 1 });
    expect(standing.lists).toContainEqual({ list: 'birthday_missing', members: 2 });
    const page = await shop.client.quality.list({ list: 'birthday_missing', offset: 0, limit: 1 });
    expect(page).toMatchObject({ total: 2, rows: [{ name: '张三', phoneMasked: '159****8812' }] });
    expect(await duplicates()).toMatchObject({
      total: 1,
      more: false,
      rows: [{ why: 'same_name_and_phone_tail', one: { memberId: one }, other: { memberId: other } }],
    });
  });

  it('S31 two people, not one: remembered whichever was named first, and taken back', async () => {
    expect(await apart(other, one)).toEqual({ ok: true, value: {} });
    expect(await apart(one, other)).toMatchObject({ ok: true });
    expect(await duplicates()).toMatchObject({ total: 0, rows: [] });
    expect(await together(one, other)).toEqual({ ok: true, value: {} });
    expect(await duplicates()).toMatchObject({ total: 1 });
    expect(await together(one, other)).toMatchObject({ refusal: { code: 'not_told_apart' } });
  });

  it('tells apart only two who are there', async () => {
    expect(await apart(one, one)).toMatchObject({ refusal: { code: 'same_member' } });
    expect(await apart(one, shop.request())).toMatchObject({ refusal: { code: 'members_not_found' } });
  });
});
