import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShop, type TestShop } from '../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const identity = (over: object = {}) => ({
  name: '张三',
  phone: '',
  phoneShared: false,
  cardNo: '',
  birthday: null,
  gender: null,
  source: 'walk_in' as const,
  referrerId: null,
  tags: [],
  note: '',
  ...over,
});
const consent = { personalData: true, marketing: false, textVersion: '2026-11' };
const signUp = (over: object = {}, more: object = {}) =>
  shop.client.members.signUp(shop.request(), { ...identity(over), consent, distinct: false, ...more });
const found = async (text: string) =>
  (await shop.client.members.lookup({ text })).rows.map((row) => row.name);

async function signedUp(over: object = {}): Promise<string> {
  const outcome = await signUp(over, { distinct: true });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.memberId;
}

async function sale(memberId: string, total: number, product = '拿铁') {
  const outcome = await shop.client.purchases.record(shop.request(), {
    memberId,
    gross: fen(total),
    receiptNo: '',
    items: [{ product, quantityMilli: 1000, amount: fen(total), earns: true }],
    redeem: points(0),
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.purchaseId;
}

describe('sign-up', () => {
  test('a name or a phone is enough; numbers are given in order', async () => {
    expect(await signUp()).toMatchObject({ ok: true, value: { memberNo: '000000018' } });
    expect(await signUp({ name: '', phone: '13812348812' })).toMatchObject({
      ok: true,
      value: { memberNo: '000000026' },
    });
    expect(await signUp({ name: '' })).toMatchObject({
      ok: false,
      refusal: { code: 'name_or_phone_needed' },
    });
  });

  test('the new member is found at once, by every sign of theirs, with the phone masked', async () => {
    await signedUp({ name: '曾乐', phone: '138 1234 8812', cardNo: 'vip-7' });
    for (const text of [
      '13812348812',
      '138',
      '8812',
      '1234',
      '曾',
      '乐',
      'zengle',
      'cl',
      'VIP7',
      '000000018',
    ]) {
      expect(await found(text)).toEqual(['曾乐']);
    }
    const { rows } = await shop.client.members.lookup({ text: '138' });
    expect(rows[0]).toMatchObject({ phoneMasked: '138****8812', points: 0, visits: 0, lastVisitOn: null });
  });

  test('the same phone is refused with the member who has it, unless a family shares it', async () => {
    const first = await signedUp({ phone: '13812348812' });
    expect(await signUp({ name: '李四', phone: '+86 13812348812' })).toEqual({
      ok: false,
      refusal: { code: 'phone_taken', params: { memberId: first, name: '张三', phoneMasked: '138****8812' } },
    });
    expect(await signUp({ name: '李四', phone: '13812348812', phoneShared: true })).toMatchObject({
      ok: true,
    });
    expect(await found('13812348812')).toHaveLength(2);
  });

  test.each([
    [
      { birthday: { year: 1990, month: 5, day: 20 } },
      { birthday: { year: null, month: 5, day: 20 } },
      'same_name_and_birthday',
    ],
    [{ phone: '13812348812' }, { phone: '13900008812' }, 'same_name_and_phone_tail'],
  ])('a similar member warns: %j, %j', async (first, second, why) => {
    const id = await signedUp(first);
    const warned = await signUp(second);
    expect(warned).toMatchObject({
      ok: false,
      refusal: { code: 'similar_exists', params: { members: [{ id, why }] } },
    });
    expect(await signUp(second, { distinct: true })).toMatchObject({ ok: true });
  });

  test('another year of birth, another tail, another name: no warning', async () => {
    await signedUp({ phone: '13812348812', birthday: { year: 1990, month: 5, day: 20 } });
    expect(await signUp({ birthday: { year: 1991, month: 5, day: 20 } })).toMatchObject({ ok: true });
    expect(await signUp({ phone: '13812348813' })).toMatchObject({ ok: true });
    expect(await signUp({ name: '李四', phone: '13900008812' })).toMatchObject({ ok: true });
  });

  test('S28 without consent nothing is stored; consents are kept with text, channel, staff and time', async () => {
    expect(await signUp({}, { consent: { ...consent, personalData: false } })).toMatchObject({
      ok: false,
      refusal: { code: 'consent_needed' },
    });
    expect(await found('张三')).toEqual([]);
    const memberId = await signedUp();
    const given = {
      memberId,
      purpose: 'marketing' as const,
      textVersion: '2026-11',
      channel: 'counter' as const,
    };
    await shop.client.members.recordConsent(shop.request(), { ...given, action: 'given' });
    expect((await shop.client.members.card({ memberId }))?.consent).toEqual({
      personalData: true,
      marketing: true,
    });
    shop.clock.advanceDays(1);
    await shop.client.members.recordConsent(shop.request(), {
      ...given,
      action: 'withdrawn',
      channel: 'phone',
    });
    expect((await shop.client.members.card({ memberId }))?.consent).toEqual({
      personalData: true,
      marketing: false,
    });
    expect(await shop.client.members.consents({ memberId })).toMatchObject([
      { purpose: 'marketing', action: 'withdrawn', channel: 'phone', staffName: '店主', at: shop.clock.now },
      { purpose: 'marketing', action: 'given' },
      { purpose: 'personal_data', action: 'given', textVersion: '2026-11', channel: 'counter' },
    ]);
  });
});

describe('change', () => {
  test('a new name and phone are found, the old ones are not', async () => {
    const memberId = await signedUp({ name: '吕布', phone: '13812348812', tags: ['热'] });
    const change = { ...identity({ name: '仇英', phone: '13900001111', tags: ['冷', '不加糖'] }), memberId };
    expect(await shop.client.members.change(shop.request(), change)).toEqual({ ok: true, value: {} });
    expect(await found('8812')).toEqual([]);
    expect(await found('lvbu')).toEqual([]);
    expect(await found('qiuying')).toEqual(['仇英']);
    expect((await shop.client.members.card({ memberId }))?.tags).toEqual(['冷', '不加糖']);
  });

  test('oneself is no obstacle, others are; nobody refers themselves', async () => {
    const other = await signedUp({ name: '李四', phone: '13900001111', cardNo: 'A1' });
    const memberId = await signedUp({ name: '王五', phone: '13812348812', cardNo: 'A2' });
    const change = (over: object) =>
      shop.client.members.change(shop.request(), {
        ...identity({ name: '王五', phone: '13812348812', cardNo: 'A2', ...over }),
        memberId,
      });
    expect(await change({})).toMatchObject({ ok: true });
    expect(await change({ referrerId: other })).toMatchObject({ ok: true });
    expect((await shop.client.members.card({ memberId }))?.referrer).toEqual({ id: other, name: '李四' });
    expect(await change({ phone: '13900001111' })).toMatchObject({
      ok: false,
      refusal: { code: 'phone_taken' },
    });
    expect(await change({ cardNo: 'a-1' })).toMatchObject({ ok: false, refusal: { code: 'card_taken' } });
    expect(await change({ referrerId: memberId })).toMatchObject({
      ok: false,
      refusal: { code: 'referrer_unknown' },
    });
  });

  test('two never bring each other: both would be rewarded for both', async () => {
    const host = await signedUp({ name: '李四', phone: '13900001111' });
    const memberId = await signedUp({ name: '王五', phone: '13812348812', referrerId: host });
    const back = {
      ...identity({ name: '李四', phone: '13900001111', referrerId: memberId }),
      memberId: host,
    };
    expect(await shop.client.members.change(shop.request(), back)).toMatchObject({
      ok: false,
      refusal: { code: 'referrer_unknown' },
    });
    expect((await shop.client.members.card({ memberId: host }))?.referrer).toBeNull();
  });

  test('somebody who is not there is gone', async () => {
    const memberId = '0190a5d0-0000-7000-8000-00000000dead';
    expect(await shop.client.members.change(shop.request(), { ...identity(), memberId })).toMatchObject({
      ok: false,
      refusal: { code: 'member_gone' },
    });
    expect(await shop.client.members.card({ memberId })).toBeNull();
  });
});

describe('the card', () => {
  test('S35 everything in one glance', async () => {
    const memberId = await signedUp({
      name: '王小明',
      phone: '13812348812',
      birthday: { year: 1990, month: 5, day: 20 },
      tags: ['不加糖', '靠窗'],
      note: '孙子在隔壁幼儿园',
    });
    await sale(memberId, 3800);
    await sale(memberId, 3800);
    const returned = await sale(memberId, 9900, '蛋糕');
    await shop.client.purchases.refund(shop.request(), {
      purchaseId: returned,
      amount: fen(9900),
      shortfall: 'debt',
      reason: '不新鲜',
    });
    await shop.client.complaints.log(shop.request(), {
      memberId,
      purchaseId: returned,
      object: 'goods',
      reason: 'goods_spoiled',
      severity: 'normal',
      channel: 'counter',
      what: '蛋糕不新鲜',
      wish: '',
      product: '',
      aboutStaffId: null,
    });
    expect(await shop.client.members.card({ memberId })).toMatchObject({
      name: '王小明',
      phone: '13812348812',
      occasions: [{ kind: 'birthday', inDays: 2, years: 36, multiplier: null }],
      tags: ['不加糖', '靠窗'],
      note: '孙子在隔壁幼儿园',
      points: 76,
      debt: 0,
      visits: 2,
      spent: 7600,
      lastVisitOn: '2026-05-18',
      usualItem: '拿铁',
      openComplaints: [{ number: 1, what: '蛋糕不新鲜', overdue: false }],
    });
    const { rows } = await shop.client.members.lookup({ text: '8812' });
    expect(rows[0]).toMatchObject({ points: 76, visits: 2, openComplaints: 1, lastVisitOn: '2026-05-18' });
  });
});

describe('lists', () => {
  test('today’s customers, the last one first; tomorrow the column is empty', async () => {
    const [zhang, li] = [await signedUp({ name: '张三' }), await signedUp({ name: '李四' })];
    expect(await shop.client.members.recent({})).toEqual([]);
    await sale(zhang, 100);
    await sale(li, 100);
    await sale(zhang, 100);
    const names = async () => (await shop.client.members.recent({})).map((row) => row.name);
    expect(await names()).toEqual(['张三', '李四']);
    shop.clock.advanceDays(1);
    expect(await names()).toEqual([]);
  });

  test('the members’ list in each order, in pages', async () => {
    const ids: string[] = [];
    for (const [at, name] of ['甲', '乙', '丙'].entries()) {
      const id = await signedUp({ name });
      ids.push(id);
      for (let bought = 0; bought < at; bought++) await sale(id, 10_000 * (3 - at));
      shop.clock.advanceDays(1);
    }
    const page = async (order: 'last_visit' | 'joined' | 'points' | 'visits', offset = 0) => {
      const { total, rows } = await shop.client.members.list({ order, offset, limit: 2 });
      expect(total).toBe(3);
      return rows.map((row) => row.name).join('');
    };
    expect(await page('last_visit')).toBe('丙乙');
    expect(await page('last_visit', 2)).toBe('甲');
    expect(await page('joined')).toBe('丙乙');
    expect(await page('points')).toBe('丙乙');
    expect(await page('visits')).toBe('丙乙');
    expect(await page('visits', 2)).toBe('甲');
    expect(await page('visits', 4)).toBe('');
  });
});

describe('the box', () => {
  test('a payment code is read as one, and neither answered nor kept', async () => {
    const code = '134567890123456789';
    expect(await shop.client.members.lookup({ text: code })).toEqual({ readAs: 'payment_code', rows: [] });
    expect(await signUp({ cardNo: code })).toMatchObject({ ok: false, refusal: { code: 'card_malformed' } });
    expect(JSON.stringify([shop.events, shop.reported])).not.toContain(code);
  });

  test('says how it read what was typed', async () => {
    const readAs = async (text: string) => (await shop.client.members.lookup({ text })).readAs;
    expect(await readAs(' ')).toBe('nothing');
    expect(await readAs('１３８')).toBe('phone_part');
    expect(await readAs('zs')).toBe('pinyin');
    expect(await readAs('张')).toBe('name');
  });
});
