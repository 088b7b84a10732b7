import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { logged } from './logging';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

type Give = Parameters<TestShop['client']['complaints']['compensate']>[1]['give'];
const give = (complaintId: string, what: Give) =>
  shop.client.complaints.compensate(shop.request(), { complaintId, give: what, reason: '鱼油发霉' });

describe('what is given for a complaint', () => {
  it('S80 is a coupon of the member’s, points in the ledger, a gift or money, all with their worth', async () => {
    const memberId = await shop.member('张敏');
    const { complaintId } = await logged(shop, { memberId });
    const choices = await shop.client.complaints.compensationChoices({ complaintId });
    expect(choices).toMatchObject({
      allowance: null,
      templates: [{ id: 'apology', worth: 10_00 }],
      pointsWorth: { points: 100, worth: 100 },
    });
    const coupon = await give(complaintId, { kind: 'coupon', templateId: 'apology' });
    expect(coupon).toMatchObject({ ok: true, value: { worth: 10_00 } });
    await give(complaintId, { kind: 'points', points: points(300) });
    await give(complaintId, { kind: 'gift', what: '试用装', worth: fen(5_00) });
    await give(complaintId, { kind: 'refund', worth: fen(2_00) });

    const { points: balance } = (await shop.client.members.card({ memberId })) ?? {};
    expect(balance).toBe(300);
    expect((await shop.client.members.lookup({ text: '张敏' })).rows).toMatchObject([{ points: 300 }]);
    const code = coupon.ok ? coupon.value.couponCode : null;
    expect((await shop.client.coupons.ofMember({ memberId })).map((one) => one.code)).toEqual([code]);
    const { entries } = {
      entries: (await shop.client.points.entries({ memberId, offset: 0, limit: 9 })).rows,
    };
    expect(entries).toMatchObject([{ kind: 'adjust', points: 300, reason: '鱼油发霉' }]);
    const detail = await shop.client.complaints.detail({ complaintId });
    expect(detail?.compensations.map(({ kind, what, worth }) => [kind, what, worth])).toEqual([
      ['coupon', '致歉券', 10_00],
      ['points', '300', 3_00],
      ['gift', '试用装', 5_00],
      ['refund', '', 2_00],
    ]);
    expect(detail?.timeline.at(-1)).toMatchObject({
      kind: 'compensated',
      note: '鱼油发霉',
      data: { of: 'compensation', kind: 'refund', what: '', worth: 2_00 },
    });
  });

  it('S80 counts with coupons by hand against one allowance, a coupon once and not when it was withdrawn', async () => {
    const memberId = await shop.member('张敏');
    const { complaintId } = await logged(shop, { memberId });
    await shop.as('cashier');
    const used = async () => (await shop.client.complaints.compensationChoices({ complaintId })).allowance;
    expect(await used()).toEqual({ limit: 50_00, used: 0 });
    const given = await give(complaintId, { kind: 'coupon', templateId: 'apology' });
    await shop.client.coupons.giveByHand(shop.request(), {
      memberId,
      templateId: 'win-back',
      reason: '好久不见',
    });
    await give(complaintId, { kind: 'gift', what: '试用装', worth: fen(15_00) });
    expect(await used()).toEqual({ limit: 50_00, used: 45_00 });
    expect((await shop.client.coupons.handTemplates({})).allowance).toEqual(await used());

    const over = { code: 'above_allowance', params: { limit: 50_00, used: 45_00, worth: 5_01 } };
    expect(await give(complaintId, { kind: 'refund', worth: fen(5_01) })).toEqual({
      ok: false,
      refusal: over,
    });
    expect(
      await shop.client.coupons.giveByHand(shop.request(), {
        memberId,
        templateId: 'apology',
        reason: '再送',
      }),
    ).toMatchObject({ refusal: { code: 'above_allowance' } });

    const [coupon] = (await shop.client.coupons.ofMember({ memberId })).filter(
      ({ code }) => given.ok && code === given.value.couponCode,
    );
    shop.raw().prepare("update coupon set state = 'revoked' where id = ?").run(coupon?.id);
    expect(await used()).toEqual({ limit: 50_00, used: 35_00 });
    shop.clock.advanceDays(1);
    await shop.as('cashier');
    expect(await used()).toEqual({ limit: 50_00, used: 0 });
  });

  it('S80 pays what a member owes first, and never leaves owing and holding side by side', async () => {
    const memberId = await shop.member('张敏');
    const { complaintId } = await logged(shop, { memberId });
    const sold = await shop.client.purchases.record(shop.request(), {
      ...{ memberId, gross: fen(200_00), receiptNo: '', items: [], redeem: points(0) },
    });
    if (!sold.ok) throw new Error(sold.refusal.code);
    const taken = points(-sold.value.earned);
    await shop.client.points.adjust(shop.request(), { memberId, points: taken, reason: '录错' });
    await shop.client.purchases.refund(shop.request(), {
      ...{ purchaseId: sold.value.purchaseId, amount: fen(200_00), shortfall: 'debt', reason: '退货' },
    });
    const standing = async () => {
      const card = await shop.client.members.card({ memberId });
      return [card?.points, card?.debt];
    };
    expect(await standing()).toEqual([-sold.value.earned, sold.value.earned]);
    expect(await give(complaintId, { kind: 'points', points: points(50) })).toMatchObject({ ok: true });
    expect(await standing()).toEqual([50 - sold.value.earned, sold.value.earned - 50]);
    await give(complaintId, { kind: 'points', points: sold.value.earned });
    expect(await standing()).toEqual([50, 0]);
  });

  it('S80 leaves nothing behind where it is refused', async () => {
    const { complaintId } = await logged(shop);
    for (const what of [
      { kind: 'coupon', templateId: 'apology' },
      { kind: 'points', points: points(5) },
    ] as const)
      expect(await give(complaintId, what)).toMatchObject({ refusal: { code: 'member_needed' } });
    const detail = await shop.client.complaints.detail({ complaintId });
    expect([detail?.compensations, detail?.timeline.length]).toEqual([[], 1]);
    expect(await give(shop.request(), { kind: 'refund', worth: fen(1) })).toMatchObject({
      refusal: { code: 'complaint_gone' },
    });
  });
});
