import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShop, type TestShop } from '../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(); // noon of 18 May 2026, a Monday
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const identity = (birthday: { year: number | null; month: number; day: number } | null) => ({
  name: '张三',
  phone: '13812348812',
  phoneShared: false,
  cardNo: '',
  birthday,
  gender: null,
  source: 'walk_in' as const,
  referrerId: null,
  tags: [],
  note: '',
});

async function signedUp(birthday: Parameters<typeof identity>[0] = null): Promise<string> {
  const outcome = await shop.client.members.signUp(shop.request(), {
    ...identity(birthday),
    consent: { personalData: true, marketing: false, textVersion: '2026-11' },
    distinct: false,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.memberId;
}

const toLevel = (memberId: string, tier: 'loyal' | 'vip') =>
  shop.client.tiers.setByHand(shop.request(), {
    memberId,
    tier,
    joinsAutomatic: true,
    until: null,
    reason: '老顾客转店',
  });
const cardOf = async (memberId: string) => {
  const card = await shop.client.members.card({ memberId });
  if (card === null) throw new Error('nobody there');
  return card;
};

describe('the level on the card', () => {
  test('S41 after a sale: what counts, what is missing to the next level, and the rights', async () => {
    const memberId = await signedUp();
    const sold = await shop.client.purchases.record(shop.request(), {
      memberId,
      gross: fen(688_00),
      receiptNo: '',
      items: [],
      redeem: points(0),
    });
    expect(sold.ok).toBe(true);
    expect(await cardOf(memberId)).toMatchObject({
      tier: 'regular',
      standing: { money: 688_00, visits: 1, next: { tier: 'loyal', money: 312_00, visits: 11 }, keep: null },
    });
    await toLevel(memberId, 'vip');
    expect(await cardOf(memberId)).toMatchObject({
      tier: 'vip',
      standing: { until: '2027-05-18', next: null, rights: { discountPercent: 15, priority: true } },
    });
  });

  test('S48 a member day is told with its percent, on its day only', async () => {
    const memberId = await signedUp();
    const { latest, rules } = await shop.client.settings.rules({});
    const changed = await shop.client.settings.changeRules(shop.request(), {
      basedOn: latest,
      rules: { ...rules, memberDay: { ...rules.memberDay, weekdays: [1] } },
    });
    expect(changed.ok).toBe(true);
    expect((await cardOf(memberId)).memberDayPercent).toBe(20);
    shop.clock.advanceDays(1);
    expect((await cardOf(memberId)).memberDayPercent).toBe(0);
  });
});

describe('birthday', () => {
  const soon = { year: 1990, month: 5, day: 20 };

  test('S44 S45 one who signs up in the window has the gift of their level at once, and only once', async () => {
    const memberId = await signedUp(soon);
    expect(await cardOf(memberId)).toMatchObject({
      occasions: [{ kind: 'birthday', inDays: 2, years: 36, multiplier: null }],
      coupons: [], // regular members have no gift
    });
    await toLevel(memberId, 'vip');
    for (let i = 0; i < 2; i++)
      await shop.client.members.change(shop.request(), { ...identity(soon), memberId });
    const { coupons } = await cardOf(memberId);
    expect(coupons).toMatchObject([
      { name: '刻名马克杯', trigger: 'birthday', terms: { kind: 'gift' }, lastDay: '2026-05-27' },
    ]);
    shop.clock.advanceDays(2);
    expect((await cardOf(memberId)).occasions).toMatchObject([{ inDays: 0, multiplier: { up: 2, per: 1 } }]);
    shop.clock.advanceDays(5);
    expect((await cardOf(memberId)).occasions).toMatchObject([{ inDays: -5, multiplier: null }]);
    shop.clock.advanceDays(3);
    expect(await cardOf(memberId)).toMatchObject({ occasions: [], coupons: [] });
  });
});

describe('S54 the adviser', () => {
  test('is a colleague who works here, and can be nobody again', async () => {
    const memberId = await signedUp();
    const [owner] = await shop.client.staff.list({});
    if (owner === undefined) throw new Error('a new store has its owner');
    const set = (staffId: string | null) =>
      shop.client.members.setAdviser(shop.request(), { memberId, staffId });
    expect(await set(owner.id)).toMatchObject({ ok: true });
    expect((await cardOf(memberId)).adviser).toEqual({ id: owner.id, name: owner.name });
    expect(await set(memberId)).toMatchObject({ ok: false, refusal: { code: 'staff_gone' } });
    expect(await set(null)).toMatchObject({ ok: true });
    expect((await cardOf(memberId)).adviser).toBeNull();
  });

  test('a member who is not there is refused', async () => {
    const memberId = '0190a5d0-0000-7000-8000-00000000dead';
    expect(await shop.client.members.setAdviser(shop.request(), { memberId, staffId: null })).toMatchObject({
      ok: false,
      refusal: { code: 'member_gone' },
    });
  });
});
