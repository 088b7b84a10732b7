import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { brokenLaws } from './laws-in-sql';

let shop: TestShop;
let zhang: string;
beforeEach(async () => {
  shop = await aShop();
  zhang = await shop.member('张三', { phone: '13812348812', points: 500 });
});
afterEach(async () => {
  expect(brokenLaws(shop.raw())).toEqual([]);
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const line = (product: string, yuan: number, earns = true) => ({
  product,
  quantityMilli: 1000,
  amount: fen(yuan * 100),
  earns,
});

async function sell(
  yuan: number,
  more: { redeem?: number; receiptNo?: string; items?: ReturnType<typeof line>[] } = {},
) {
  const { redeem = 0, receiptNo = '', items = [] } = more;
  const sale = { memberId: zhang, gross: fen(yuan * 100), receiptNo, items, redeem: points(redeem) };
  return shop.client.purchases.record(shop.request(), sale);
}
async function sold(...asked: Parameters<typeof sell>): Promise<string> {
  const outcome = await sell(...asked);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.purchaseId;
}
const refund = (purchaseId: string, yuan: number) =>
  shop.client.purchases.refund(shop.request(), {
    purchaseId,
    amount: fen(yuan * 100),
    shortfall: 'debt',
    reason: '不合身',
  });
const undo = (purchaseId: string) => shop.client.purchases.undo(shop.request(), { purchaseId });
const bill = async (purchaseId: string) => shop.client.purchases.detail({ purchaseId });

describe('a bill', () => {
  it('is kept with its lines, what points paid, and what it earned', async () => {
    const items = [line('龙井茶', 60), line('香烟', 40, false)];
    const id = await sold(100, { redeem: 500, receiptNo: 'A-17', items });
    expect(await bill(id)).toMatchObject({
      memberId: zhang,
      receiptNo: 'A-17',
      businessDate: '2026-05-18',
      total: 10_000,
      pointsRedeemed: 500,
      pointsWorth: 500,
      paid: 9500,
      pointsEarned: 57, // 60 yuan less its share of the 5 paid by points
      firstProduct: '龙井茶',
      lines: 2,
      items,
      refunded: 0,
      undone: false,
      refunds: [],
    });
  });

  it('stands in the member’s list, newest first, page by page', async () => {
    const ids = [await sold(1), await sold(2), await sold(3)];
    const page = (offset: number) => shop.client.purchases.ofMember({ memberId: zhang, offset, limit: 2 });
    const [first, second] = [await page(0), await page(2)];
    expect(first.total).toBe(3);
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids.reverse());
  });

  it('needs an amount, and lines that add up to it', async () => {
    expect(await sell(0)).toMatchObject({ refusal: { code: 'amount_needed' } });
    expect(await sell(5, { items: [line('茶', 4)] })).toMatchObject({
      refusal: { code: 'lines_differ', params: { sum: 400, total: 500 } },
    });
  });

  it('is for a member who is there', async () => {
    shop.raw().prepare("update member set state = 'erased', name = '', phone = null where id = ?").run(zhang);
    expect(await sell(5)).toMatchObject({ refusal: { code: 'member_gone' } });
    const adjusted = { memberId: zhang, points: points(5), reason: '补记' };
    expect(await shop.client.points.adjust(shop.request(), adjusted)).toMatchObject({
      refusal: { code: 'member_gone' },
    });
  });
});

describe('a receipt number', () => {
  it('is taken once a business day, and says by which bill', async () => {
    const first = await sold(88, { receiptNo: '0042' });
    expect(await sell(90, { receiptNo: '0042' })).toEqual({
      ok: false,
      refusal: {
        code: 'receipt_taken',
        params: { purchaseId: first, total: 8800, boughtAt: shop.clock.now, byTill: false },
      },
    });
    shop.clock.advanceDays(1);
    expect(await sell(90, { receiptNo: '0042' })).toMatchObject({ ok: true });
  });

  it('is free again once its sale was undone, and stays taken after a refund', async () => {
    const first = await sold(88, { receiptNo: '0042' });
    await undo(first);
    const second = await sold(90, { receiptNo: '0042' });
    await refund(second, 90);
    expect(await sell(91, { receiptNo: '0042' })).toMatchObject({ refusal: { code: 'receipt_taken' } });
    expect(await bill(first)).toMatchObject({ receiptNo: '0042', undone: true });
  });

  it('may be missing on any number of bills', async () => {
    await sold(1);
    await sold(1);
  });
});

describe('a refund', () => {
  it('stands beside the bill with its kind, its money and its reason', async () => {
    const id = await sold(10, { redeem: 500 });
    await refund(id, 4);
    await refund(id, 6);
    expect(await bill(id)).toMatchObject({
      refunded: 1000,
      undone: false,
      refunds: [
        { kind: 'part', amount: 400, moneyBack: 200, reason: '不合身' },
        { kind: 'all', amount: 600, moneyBack: 300 },
      ],
    });
    expect(await refund(id, 1)).toMatchObject({ refusal: { code: 'nothing_left' } });
  });

  it('happens once, however often it is asked for at the same time', async () => {
    const id = await sold(10);
    const all = await Promise.all([refund(id, 10), refund(id, 10), undo(id)]);
    expect(all.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await bill(id)).toMatchObject({ refunded: 1000 });
  });

  it('of a bill that is not there is refused', async () => {
    const nobody = shop.request();
    expect(await refund(nobody, 1)).toMatchObject({ refusal: { code: 'purchase_gone' } });
    expect(await undo(nobody)).toMatchObject({ refusal: { code: 'purchase_gone' } });
    const preview = { purchaseId: nobody, amount: fen(1), shortfall: 'debt' } as const;
    expect(await shop.client.purchases.previewRefund(preview)).toEqual({
      possible: false,
      code: 'purchase_gone',
    });
    expect(await bill(nobody)).toBeNull();
  });

  it('finds a sale’s points again in the lot that revived theirs', async () => {
    const id = await sold(200); // 200 points of its own
    const spent = await sold(14, { redeem: 700 }); // all 700 there are, its own among them
    shop.clock.advanceDays(400); // both lots have lapsed
    expect(await refund(spent, 14)).toMatchObject({ value: { effect: { revived: { points: 700 } } } });
    expect(await refund(id, 200)).toMatchObject({
      value: { effect: { pointsTakenBack: 200, shortfall: 0 } },
    });
  });
});

describe('undo', () => {
  it('leaves the points as they were and the bill marked', async () => {
    const id = await sold(10, { redeem: 500 });
    expect(await undo(id)).toMatchObject({ value: { effect: { moneyBack: 500, balanceAfter: 500 } } });
    expect(await bill(id)).toMatchObject({ undone: true, refunds: [{ kind: 'undo', amount: 1000 }] });
    expect(await undo(id)).toMatchObject({ refusal: { code: 'already_refunded' } });
  });

  it('is for the same business day only', async () => {
    const id = await sold(10);
    shop.clock.advanceDays(1);
    expect(await undo(id)).toMatchObject({ refusal: { code: 'undo_too_late' } });
  });
});

describe('points that lapse', () => {
  it('cannot be spent on the day after, though no sweep has run, and the sale says so in the ledger', async () => {
    shop.clock.advanceDays(400);
    expect(await sell(100, { redeem: 100 })).toMatchObject({
      refusal: { code: 'insufficient_points', params: { usable: 0, asked: 100 } },
    });
    await sold(100, { receiptNo: '0042' });
    const { rows } = await shop.client.points.entries({ memberId: zhang, offset: 0, limit: 9 });
    expect(rows.map((row) => [row.kind, row.points, row.balanceAfter, row.receiptNo])).toEqual([
      ['earn', 100, 100, '0042'],
      ['expire', -500, 0, null],
      ['adjust', 500, 500, null],
    ]);
  });
});
