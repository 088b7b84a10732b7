import { fen } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { addTemplates, bill, changeRules, gift, give, off, sell, template } from './shop-with-coupons';

let shop: TestShop;
let zhang: string;
let li: string;
beforeEach(async () => {
  shop = await aShop();
  zhang = await shop.member('张三', { phone: '13812348812' });
  li = await shop.member('李四');
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const statesOf = async (memberId: string) =>
  (await shop.client.coupons.ofMember({ memberId })).map(({ name, stateToday }) => [name, stateToday]);
const shown = async (text: string) => {
  const { rows } = await shop.client.members.lookup({ text });
  return rows.map(({ name, usableCoupons }) => [name, usableCoupons]);
};
const ask = (...asked: Parameters<typeof bill>) =>
  shop.client.purchases.record(shop.request(), bill(...asked));

describe('S49 the first purchase brings ¥5 for the next 30 days', () => {
  it('which the next bill takes, once', async () => {
    const { brought } = await sell(shop, zhang, 3000);
    expect(brought).toMatchObject([{ name: '首单回头券', lastDay: '2026-06-16' }]);
    expect((await sell(shop, li, 3000)).brought).toHaveLength(1);
    const [id = ''] = brought.map((coupon) => coupon.id);
    expect(await sell(shop, zhang, 3000, [id])).toMatchObject({ paid: 2500, brought: [] });
    expect(await statesOf(zhang)).toEqual([['首单回头券', 'used']]);
    expect(await ask(zhang, 3000, [id])).toEqual({
      ok: false,
      refusal: { code: 'coupon_used', params: { couponId: id, name: '首单回头券' } },
    });
  });

  it('and when it goes back as a whole, the unused coupon goes with it, and the next first one brings another', async () => {
    const { purchaseId } = await sell(shop, zhang, 3000);
    await shop.client.purchases.undo(shop.request(), { purchaseId });
    expect(await statesOf(zhang)).toEqual([['首单回头券', 'revoked']]);
    expect(await shown('8812')).toEqual([['张三', 0]]);
    expect((await sell(shop, zhang, 3000)).brought).toHaveLength(1);
    expect(await statesOf(zhang)).toEqual([
      ['首单回头券', 'usable'],
      ['首单回头券', 'revoked'],
    ]);
  });
});

describe('referral: both sides, when the friend first buys', () => {
  it('brings each a coupon, and the friend’s first bill going back takes both', async () => {
    shop.raw().prepare('update member set referrer_id = ? where id = ?').run(zhang, li);
    const { purchaseId, brought } = await sell(shop, li, 6000);
    expect(brought.map(({ name }) => name)).toEqual(['首单回头券', '推荐有礼']);
    expect(await statesOf(zhang)).toEqual([['推荐有礼', 'usable']]);
    expect(await shown('8812')).toEqual([['张三', 1]]);
    await shop.client.purchases.undo(shop.request(), { purchaseId });
    expect(await statesOf(zhang)).toEqual([['推荐有礼', 'revoked']]);
    expect(await shown('8812')).toEqual([['张三', 0]]);
  });

  it('brings one friend’s coupon once, though the bill was undone and somebody else entered as the friend', async () => {
    const refer = shop.raw().prepare('update member set referrer_id = ? where id = ?');
    refer.run(zhang, li);
    const { purchaseId } = await sell(shop, li, 6000);
    const [coupon] = await shop.client.coupons.ofMember({ memberId: zhang });
    await sell(shop, zhang, 10_000, [coupon?.id ?? '']);
    await shop.client.purchases.undo(shop.request(), { purchaseId });
    const wang = await shop.member('王五');
    refer.run(wang, li);
    expect((await sell(shop, li, 6000)).brought).toHaveLength(2);
    expect(await statesOf(wang)).toEqual([]);
  });
});

describe('S52 a coupon at the counter', () => {
  beforeEach(() => addTemplates(shop, template('eight', {}), template('gift', { terms: gift })));

  it('is found in the box by its code, and with it the member', async () => {
    const { code } = await give(shop, zhang, 'eight');
    const found = await shop.client.members.lookup({ text: ` ${code.toLowerCase()}\r` });
    expect(found).toMatchObject({
      readAs: 'coupon',
      rows: [{ id: zhang, match: 'coupon', usableCoupons: 1 }],
    });
  });

  it('is told by its code whatever its state; a slip of the finger is told from a code nobody has', async () => {
    const { code, couponId } = await give(shop, zhang, 'eight');
    expect(await shop.client.coupons.byCode({ code })).toMatchObject({
      found: true,
      coupon: { id: couponId, stateToday: 'usable', lastDay: '2026-05-31', terms: off(800) },
      memberName: '张三',
    });
    const slip = code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);
    expect(await shop.client.coupons.byCode({ code: slip })).toEqual({ found: false, why: 'wrong_code' });
    expect(await shop.client.coupons.byCode({ code: 'Q0000000005724' })).toEqual({
      found: false,
      why: 'unknown_code',
    });
  });

  it('is refused to somebody else, with nothing but that', async () => {
    const { couponId } = await give(shop, zhang, 'eight');
    expect(await ask(li, 3000, [couponId])).toMatchObject({ ok: false, refusal: { code: 'coupon_foreign' } });
  });

  it('comes back with the whole bill, unless it has lapsed meanwhile', async () => {
    const { couponId } = await give(shop, zhang, 'eight');
    const { purchaseId, paid } = await sell(shop, zhang, 3000, [couponId]);
    expect(paid).toBe(2200);
    const refund = { purchaseId, shortfall: 'debt', reason: '退' } as const;
    const part = await shop.client.purchases.refund(shop.request(), { ...refund, amount: fen(1000) });
    expect(part).toMatchObject({ ok: true, value: { effect: { coupons: { restored: [] } } } });
    expect(await shown('8812')).toEqual([['张三', 1]]); // the one of the first purchase
    const rest = await shop.client.purchases.refund(shop.request(), { ...refund, amount: fen(1200) });
    expect(rest).toMatchObject({
      ok: true,
      value: { effect: { coupons: { restored: [{ id: couponId }] } } },
    });
    expect(await sell(shop, zhang, 3000, [couponId])).toMatchObject({ paid: 2200 });

    const again = await shop.client.purchases.ofMember({ memberId: zhang, offset: 0, limit: 1 });
    shop.clock.advanceDays(20);
    const late = await shop.client.purchases.refund(shop.request(), {
      ...refund,
      purchaseId: again.rows[0]?.id ?? '',
      amount: fen(2200),
    });
    expect(late).toMatchObject({
      ok: true,
      value: { effect: { coupons: { restored: [], lapsed: [{ id: couponId }] } } },
    });
  });

  it('that pays the whole bill comes back when the bill is undone', async () => {
    await sell(shop, zhang, 3000);
    const { couponId } = await give(shop, zhang, 'eight');
    const { purchaseId, paid } = await sell(shop, zhang, 800, [couponId]);
    expect(paid).toBe(0);
    const undone = await shop.client.purchases.undo(shop.request(), { purchaseId });
    expect(undone).toMatchObject({
      ok: true,
      value: { effect: { coupons: { restored: [{ id: couponId }] } } },
    });
  });

  it('is counted in the rows of the box for as long as it can be used', async () => {
    await addTemplates(
      shop,
      template('june', {
        validity: { kind: 'range', from: '2026-06-01' as never, to: '2026-06-10' as never },
      }),
    );
    await give(shop, zhang, 'eight'); // to 31 May
    await give(shop, zhang, 'june');
    expect(await shown('8812')).toEqual([['张三', 1]]);
    for (const [days, count] of [
      [13, 1], // 31 May
      [1, 1], // 1 June: one has gone, the other has begun
      [9, 1],
      [1, 0],
    ] as const) {
      shop.clock.advanceDays(days);
      expect(await shown('8812')).toEqual([['张三', count]]);
    }
  });

  it('tells its story: rule, reason, every step with its bill', async () => {
    const { couponId } = await give(shop, zhang, 'eight');
    const { purchaseId } = await sell(shop, zhang, 3000, [couponId]);
    expect(await shop.client.coupons.why({ couponId })).toMatchObject({
      coupon: { id: couponId, stateToday: 'used' },
      rule: { version: 2, effectiveFrom: '2026-05-18' },
      reason: '测试',
      events: [
        { kind: 'issued', staffName: '店主', purchaseId: null },
        { kind: 'used', purchaseId },
      ],
    });
    expect(await shop.client.coupons.why({ couponId: shop.request() })).toBeNull();
  });

  it('that is a gift is handed over without a bill, once', async () => {
    const { couponId } = await give(shop, zhang, 'gift');
    const handOver = (id: string) => shop.client.coupons.handOver(shop.request(), { couponId: id });
    expect(await handOver(couponId)).toEqual({ ok: true, value: {} });
    expect(await handOver(couponId)).toMatchObject({
      refusal: { code: 'coupon_not_usable', params: { state: 'used' } },
    });
    const { couponId: money } = await give(shop, zhang, 'eight');
    expect(await handOver(money)).toMatchObject({ refusal: { code: 'no_gift' } });
    expect(await handOver(shop.request())).toMatchObject({ refusal: { code: 'coupon_gone' } });
  });

  it('of somebody who is no member any more is nobody’s: not found, not handed over; their bills still go back', async () => {
    const { couponId, code } = await give(shop, zhang, 'gift');
    const { couponId: used } = await give(shop, zhang, 'eight');
    const { purchaseId } = await sell(shop, zhang, 3000, [used]);
    shop.raw().prepare("update member set state = 'erased' where id = ?").run(zhang);
    expect(await shop.client.coupons.byCode({ code })).toEqual({ found: false, why: 'unknown_code' });
    const handed = await shop.client.coupons.handOver(shop.request(), { couponId });
    expect(handed).toMatchObject({ refusal: { code: 'member_gone' } });
    expect(await ask(zhang, 3000, [couponId])).toMatchObject({ refusal: { code: 'member_gone' } });
    const undone = await shop.client.purchases.undo(shop.request(), { purchaseId });
    expect(undone).toMatchObject({
      value: { effect: { moneyBack: 2200, coupons: { restored: [{ id: used }] }, tier: null } },
    });
    expect(await shown('8812')).toEqual([]);
  });

  it('is taken away by a manager, with a reason, while it is unused', async () => {
    const { couponId } = await give(shop, zhang, 'eight');
    const withdraw = (reason: string) => shop.client.coupons.withdraw(shop.request(), { couponId, reason });
    expect(await withdraw(' ')).toMatchObject({ refusal: { code: 'reason_needed' } });
    expect(await withdraw('发错')).toEqual({ ok: true, value: {} });
    expect(await withdraw('再来')).toMatchObject({
      refusal: { code: 'coupon_not_usable', params: { state: 'revoked' } },
    });
    expect(await shown('8812')).toEqual([['张三', 0]]);
    await shop.as('cashier');
    await expect(withdraw('发错')).rejects.toMatchObject({
      denial: { code: 'approval_needed', role: 'manager' },
    });
  });
});

it('S50 who was served badly gets ¥20 without a threshold: it pays a bill of ¥18 alone, and ¥20 of a larger one', async () => {
  const small = await give(shop, zhang, 'win-back');
  const large = await give(shop, zhang, 'win-back');
  expect(await sell(shop, zhang, 1800, [small.couponId])).toMatchObject({ paid: 0, earned: 0 });
  expect(await sell(shop, zhang, 2001, [large.couponId])).toMatchObject({ paid: 1 });
});

it('S55 the mug with the name is a VIP’s, comes by itself before the birthday, and is handed over once', async () => {
  shop.raw().exec('update member set birth_month = 5, birth_day = 21');
  for (const memberId of [zhang, li]) await sell(shop, memberId, memberId === li ? 1000 : 500_000);
  shop.main.daily.wake();
  await shop.main.daily.settled();
  expect(await statesOf(li)).toEqual([['首单回头券', 'usable']]);
  const gifts = (await shop.client.coupons.ofMember({ memberId: zhang })).filter(
    ({ trigger }) => trigger === 'birthday',
  );
  expect(gifts).toMatchObject([{ name: '刻名马克杯', stateToday: 'usable', lastDay: '2026-05-28' }]);
  const handOver = () => shop.client.coupons.handOver(shop.request(), { couponId: gifts[0]?.id ?? '' });
  expect(await handOver()).toMatchObject({ ok: true });
  shop.clock.advanceDays(3);
  shop.main.daily.wake();
  await shop.main.daily.settled();
  expect(await handOver()).toMatchObject({ refusal: { params: { state: 'used' } } });
  expect((await statesOf(zhang)).filter(([name]) => name === '刻名马克杯')).toHaveLength(1);
});

describe('S80 a coupon given by hand', () => {
  const giveTo = (templateId: string, reason = '等了很久') =>
    shop.client.coupons.giveByHand(shop.request(), { memberId: zhang, templateId, reason });

  it('has no limit for the owner', async () => {
    expect(await shop.client.coupons.handTemplates({})).toMatchObject({
      allowance: null,
      templates: [
        { id: 'win-back', name: '诚意券', lastDay: '2026-06-16' },
        { id: 'apology', name: '致歉券' },
      ],
    });
    for (let i = 0; i < 4; i++) expect(await giveTo('win-back')).toMatchObject({ ok: true });
  });

  it('stays within the allowance of the day for a cashier: ¥50', async () => {
    await shop.as('cashier');
    expect(await giveTo('win-back')).toMatchObject({ ok: true });
    expect(await giveTo('win-back')).toMatchObject({ ok: true });
    const { allowance } = await shop.client.coupons.handTemplates({});
    expect(allowance).toEqual({ limit: 5000, used: 4000 });
    expect(await giveTo('win-back')).toEqual({
      ok: false,
      refusal: { code: 'above_allowance', params: { limit: 5000, used: 4000, worth: 2000 } },
    });
    expect(await giveTo('apology')).toMatchObject({ ok: true });
    expect(await giveTo('apology')).toMatchObject({ refusal: { code: 'above_allowance' } });
    shop.clock.advanceDays(1);
    await shop.as('cashier');
    expect(await giveTo('win-back')).toMatchObject({ ok: true });
  });

  it('goes above it once a manager has given their PIN, for this one coupon', async () => {
    await shop.as('cashier');
    for (let i = 0; i < 2; i++) expect(await giveTo('win-back')).toMatchObject({ ok: true });
    shop.people.approvedBy = 'manager';
    expect(await giveTo('win-back')).toMatchObject({ ok: true });
    expect(shop.people.asked).toMatchObject([{ role: 'manager', refused: { code: 'above_allowance' } }]);
    shop.people.approvedBy = null;
    expect(await giveTo('apology')).toMatchObject({ refusal: { code: 'above_allowance' } });
  });

  it('asks for a reason, and for a template that is there for it', async () => {
    expect(await giveTo('win-back', '  ')).toMatchObject({ refusal: { code: 'reason_needed' } });
    expect(await giveTo('first-purchase')).toMatchObject({ refusal: { code: 'template_gone' } });
    const memberId = shop.request();
    expect(
      await shop.client.coupons.giveByHand(shop.request(), { memberId, templateId: 'win-back', reason: 'x' }),
    ).toMatchObject({ refusal: { code: 'member_gone' } });
  });

  it('keeps the terms under which it was given when the rules change', async () => {
    const { couponId } = await give(shop, zhang, 'win-back');
    await changeRules(shop, (rules) => ({
      ...rules,
      coupons: {
        ...rules.coupons,
        templates: rules.coupons.templates.map((each) =>
          each.id === 'win-back' ? { ...each, active: false, terms: off(1) } : each,
        ),
      },
    }));
    expect(await sell(shop, zhang, 5000, [couponId])).toMatchObject({ paid: 3000 });
    expect(await giveTo('win-back')).toMatchObject({ refusal: { code: 'template_gone' } });
  });
});
