import type { ExerciseView } from '@contract/practice';
import type { Exercise } from '@domain/practice/exercises';
import { businessDate, fen, points } from '@domain/units';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { prepareWorkers } from '../../support/worker';
import { logged, MOULD } from '../complaints/logging';

let shop: TestShop;
beforeAll(async () => {
  await prepareWorkers('seed-job', 'read-job');
  shop = await aShop({ now: '2026-11-22T06:00:00Z' });
  expect(await shop.client.practice.begin({})).toMatchObject({ ok: true, value: { practice: true } });
}, 60_000);
afterAll(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});
beforeEach(() => shop.clock.advance(1_000));

const stateOf = async (exercise: Exercise): Promise<ExerciseView> => {
  const standing = await shop.client.practice.standing({});
  const found = standing?.exercises.find((one) => one.exercise === exercise);
  if (found === undefined) throw new Error('nothing is practised');
  return found;
};
const begin = (exercise: Exercise) => shop.client.practice.again({ exercise });
const ticks = async (exercise: Exercise) => (await stateOf(exercise)).steps.map(({ done }) => done);
const isDone = async (exercise: Exercise) =>
  expect(await stateOf(exercise)).toMatchObject({ done: true, difference: null });
/** What stands in the way, after what was done otherwise. */
const wrong = async (exercise: Exercise) => {
  const view = await stateOf(exercise);
  expect(view.done).toBe(false);
  return view.difference;
};
const member = async (text: string): Promise<string> => {
  const { rows } = await shop.client.members.lookup({ text });
  const [first] = rows;
  if (first === undefined) throw new Error(`nobody is found by ${text}`);
  return first.id;
};
/** By the tail that the task tells, and the name that tells them apart. */
const whoOf = async (exercise: Exercise): Promise<string> => {
  const { who } = await stateOf(exercise);
  const { rows } = await shop.client.members.lookup({ text: who?.tail ?? '' });
  return rows.find(({ name }) => name === who?.name)?.id ?? '';
};

interface Bill {
  readonly memberId: string;
  readonly gross: number;
  readonly specialPrice?: number;
  readonly couponIds?: string[];
  readonly receiptNo?: string;
  readonly redeem?: number;
}
async function sell({ gross, specialPrice = 0, redeem = 0, receiptNo = '', ...bill }: Bill): Promise<string> {
  const sale = await shop.client.purchases.record(shop.request(), {
    ...{ ...bill, gross: fen(gross), specialPrice: fen(specialPrice) },
    ...{ receiptNo, redeem: points(redeem), items: [] },
  });
  if (!sale.ok) throw new Error(`the sale is refused: ${JSON.stringify(sale.refusal)}`);
  shop.clock.advance(1_000);
  return sale.value.purchaseId;
}

describe('at the counter', () => {
  it('find: the tag goes to the right one of two with the same last digits', async () => {
    await begin('find');
    const tag = async (memberId: string, tags: string[]) => {
      const card = await shop.client.members.card({ memberId });
      if (card === null) throw new Error('gone');
      const { name, phone, phoneShared, cardNo, birthday, gender, note } = card;
      const changed = await shop.client.members.change(shop.request(), {
        ...{
          memberId,
          name,
          phone: phone ?? '',
          phoneShared,
          cardNo: cardNo ?? '',
          birthday,
          gender,
          note,
          tags,
        },
        ...{ source: 'walk_in', referrerId: null },
      });
      expect(changed).toMatchObject({ ok: true });
    };
    const { rows } = await shop.client.members.lookup({ text: '8812' });
    expect(rows.slice(0, 2).map(({ name }) => name)).toEqual(['张三', '张敏']);
    await tag(rows[0]?.id ?? '', ['脱脂奶']);
    expect(await wrong('find')).toMatchObject({ code: 'other_member' });
    await tag(await whoOf('find'), ['脱脂奶']);
    await isDone('find');
  });

  it('sale: the discount of the level stands on the bill, not a price reckoned by hand', async () => {
    await begin('sale');
    const memberId = await whoOf('sale');
    await sell({ memberId: await member('张三'), gross: 7800 });
    expect(await wrong('sale')).toMatchObject({ code: 'other_member' });
    await sell({ memberId, gross: 7020 });
    expect(await wrong('sale')).toMatchObject({ code: 'discount_by_hand', amount: 7800 });
    await sell({ memberId, gross: 7800, specialPrice: 7800 });
    expect(await wrong('sale')).toMatchObject({ code: 'no_discount', amount: 780 });
    await sell({ memberId, gross: 7800 });
    await isDone('sale');
  });

  it('S28 sign-up: the phone as it was said, and no offers for who wants none', async () => {
    await begin('sign_up');
    const signUp = (phone: string, marketing: boolean) =>
      shop.client.members.signUp(shop.request(), {
        ...{ name: '陈晨', phone, phoneShared: false, cardNo: '', birthday: null, gender: null },
        ...{ source: 'walk_in', referrerId: null, tags: [], note: '', distinct: true },
        consent: { personalData: true, marketing, textVersion: '2026-11' },
      });
    await signUp('13700008102', false);
    expect(await wrong('sign_up')).toMatchObject({ code: 'phone_differs' });
    const signed = await signUp('13700008101', true);
    if (!signed.ok) throw new Error(signed.refusal.code);
    expect(await wrong('sign_up')).toMatchObject({ code: 'marketing_unasked' });
    expect(await ticks('sign_up')).toEqual([true, false]);
    const { memberId } = signed.value;
    const what = { purpose: 'marketing', action: 'withdrawn' } as const;
    const withdrawn = { ...what, textVersion: '2026-11', channel: 'counter' } as const;
    await shop.client.members.recordConsent(shop.request(), { memberId, ...withdrawn });
    await isDone('sign_up');
  });

  it('coupon: it is used, not forgotten once more', async () => {
    await begin('coupon');
    const memberId = await whoOf('coupon');
    await sell({ memberId, gross: 5900 });
    expect(await wrong('coupon')).toMatchObject({ code: 'amount_differs', amount: 5800 });
    await sell({ memberId, gross: 5800 });
    expect(await wrong('coupon')).toMatchObject({ code: 'coupon_unused' });
    const coupons = await shop.client.coupons.ofMember({ memberId });
    const usable = coupons.find(
      ({ stateToday, terms }) => stateToday === 'usable' && terms.kind === 'amount',
    );
    await sell({ memberId, gross: 5800, couponIds: [usable?.id ?? ''] });
    await isDone('coupon');
  });

  it('redeem: half of the bill in whole hundreds, and what was undone does not count', async () => {
    await begin('redeem');
    const memberId = await whoOf('redeem');
    const few = await sell({ memberId, gross: 1600, redeem: 100 });
    expect(await wrong('redeem')).toMatchObject({ code: 'fewer_points', points: 700 });
    expect(await shop.client.purchases.undo(shop.request(), { purchaseId: few })).toMatchObject({ ok: true });
    expect(await wrong('redeem')).toBeNull();
    await sell({ memberId, gross: 1600, redeem: 700 });
    await isDone('redeem');
  });

  it('receipt: its number is kept, so that it counts once', async () => {
    await begin('receipt');
    const memberId = await whoOf('receipt');
    await sell({ memberId, gross: 4600 });
    expect(await wrong('receipt')).toMatchObject({ code: 'receipt_missing' });
    await sell({ memberId, gross: 4600, receiptNo: 'A0518-72' });
    expect(await wrong('receipt')).toMatchObject({ code: 'receipt_differs' });
    await sell({ memberId, gross: 4600, receiptNo: 'A0518-27' });
    await isDone('receipt');
  });

  it('refund: half of her last bill, no other and no more', async () => {
    await begin('refund');
    const memberId = await whoOf('refund');
    const half = (await stateOf('refund')).amount ?? fen(0);
    const { rows } = await shop.client.purchases.ofMember({ memberId, offset: 0, limit: 2 });
    const [last = '', before = ''] = rows.map(({ id }) => id);
    const refund = (purchaseId: string, amount: number) =>
      shop.client.purchases.refund(shop.request(), {
        ...{ purchaseId, amount: fen(amount), shortfall: 'debt', reason: '坏了一半' },
      });
    await refund(before, half);
    expect(await wrong('refund')).toMatchObject({ code: 'other_bill' });
    await refund(last, half - 1);
    expect(await wrong('refund')).toMatchObject({ code: 'refund_differs', amount: half });
    await refund(last, half);
    await isDone('refund');
  });

  it('S44 birthday: the gift is handed over', async () => {
    await begin('birthday');
    const memberId = await whoOf('birthday');
    const coupons = await shop.client.coupons.ofMember({ memberId });
    const gift = coupons.find(({ stateToday, trigger }) => stateToday === 'usable' && trigger === 'birthday');
    expect(await wrong('birthday')).toBeNull();
    await shop.client.coupons.handOver(shop.request(), { couponId: gift?.id ?? '' });
    await isDone('birthday');
  });
});

describe('the two scenes of S83', () => {
  it('discount: what she is entitled to, and neither less nor more', async () => {
    await begin('discount');
    const memberId = await whoOf('discount');
    await sell({ memberId, gross: 17790, specialPrice: 17790 });
    expect(await wrong('discount')).toMatchObject({ code: 'no_discount', amount: 1680 });
    await sell({ memberId, gross: 17790 });
    expect(await wrong('discount')).toMatchObject({ code: 'special_discounted', amount: 1680 });
    await sell({ memberId, gross: 17790, specialPrice: 990 });
    expect(await ticks('discount')).toEqual([true, true, false]);
    const card = await shop.client.members.card({ memberId });
    const [complaint] = card?.openComplaints ?? [];
    const resolved = { complaintId: complaint?.id ?? '', result: '按九折补了差价' };
    expect(await shop.client.complaints.resolve(shop.request(), resolved)).toMatchObject({ ok: true });
    await isDone('discount');
  });

  it('S68 S71 S80 fish oil: logged as what it is, answered, mended, resolved, closed', async () => {
    await begin('fish_oil');
    const { complaints } = shop.client;
    const memberId = await whoOf('fish_oil');
    const stranger = await logged(shop, { memberId: null });
    expect(await wrong('fish_oil')).toMatchObject({ code: 'complaint_nobody' });
    const { complaintId } = await logged(shop, { memberId, object: 'staff', reason: 'goods_price' });
    expect(stranger.complaintId).not.toBe(complaintId);
    expect(await wrong('fish_oil')).toMatchObject({ code: 'complaint_object' });
    const right = { ...MOULD, complaintId, memberId, note: '看错了' };
    const { purchaseId: _bill, channel: _by, what: _what, wish: _wish, ...particulars } = right;
    await complaints.correct(shop.request(), { ...particulars, reason: 'goods_price' });
    expect(await wrong('fish_oil')).toMatchObject({ code: 'complaint_reason' });
    await complaints.correct(shop.request(), particulars);
    expect(await ticks('fish_oil')).toEqual([true, false, false, false, false]);
    shop.clock.advance(1_000);
    await complaints.respond(shop.request(), { complaintId, note: '谢谢您告诉我们，对不起' });
    const gift = { kind: 'gift', what: '鱼油一瓶', worth: fen(4000) } as const;
    await complaints.compensate(shop.request(), { complaintId, give: gift, reason: '发霉' });
    expect(await ticks('fish_oil')).toEqual([true, true, true, false, false]);
    await complaints.resolve(shop.request(), { complaintId, result: '换了一瓶' });
    const closing = { complaintId, cause: '受潮', measure: '货架离墙', satisfaction: null };
    expect(await complaints.close(shop.request(), closing)).toMatchObject({ ok: true });
    await isDone('fish_oil');
  });

  it('S68 S80 fish oil: an answer that comes too late, and a gift above the allowance, do not count', async () => {
    await begin('fish_oil');
    const { complaints } = shop.client;
    const memberId = await whoOf('fish_oil');
    const { complaintId } = await logged(shop, { memberId });
    const give = { kind: 'gift', what: '鱼油两瓶', worth: fen(33600) } as const;
    await complaints.compensate(shop.request(), { complaintId, give, reason: '发霉' });
    expect(await wrong('fish_oil')).toMatchObject({ code: 'gift_too_dear', amount: 5000 });
    shop.clock.advance(25 * 3_600_000);
    await complaints.respond(shop.request(), { complaintId, note: '对不起' });
    expect(await wrong('fish_oil')).toMatchObject({ code: 'answered_late' });
    expect(await ticks('fish_oil')).toEqual([true, false, false, false, false]);
  });
});

describe('through the day', () => {
  it('survey: as the customer said it', async () => {
    await begin('survey');
    const memberId = await whoOf('survey');
    const answer = (about: string | null, recommend: number) =>
      shop.client.surveys.record(shop.request(), {
        ...{ memberId: about, purchaseId: null, taskId: null, channel: 'counter', servedBy: null },
        ...{ satisfaction: 5, recommend, scores: {}, note: '' },
      });
    await answer(null, 9);
    expect(await wrong('survey')).toMatchObject({ code: 'other_member' });
    await answer(memberId, 10);
    expect(await wrong('survey')).toMatchObject({ code: 'scores_differ' });
    await answer(memberId, 9);
    await isDone('survey');
  });

  it('S57 care call: by phone, and with what came of it', async () => {
    await begin('care_call');
    await shop.main.daily.settled();
    const { care } = shop.client;
    const { rows } = await care.tasks({ which: 'today', kinds: [], offset: 0, limit: 20 });
    const [first, second] = rows.filter(({ held }) => held === null);
    const contact = (taskId: string, channel: 'phone' | 'wechat') =>
      care.contact(shop.request(), { taskId, channel, content: 'service', text: '' });
    expect(await contact(first?.id ?? '', 'wechat')).toMatchObject({ ok: true });
    expect(await wrong('care_call')).toMatchObject({ code: 'not_by_phone' });
    const called = await contact(second?.id ?? '', 'phone');
    if (!called.ok) throw new Error(called.refusal.code);
    expect(await ticks('care_call')).toEqual([true, false]);
    const { contactId } = called.value;
    const came = { outcome: 'reached', note: '', nextStep: '', nextOn: null } as const;
    expect(await care.recordOutcome(shop.request(), { contactId, ...came })).toMatchObject({ ok: true });
    await isDone('care_call');
  });

  it('day close: today, and no other day', async () => {
    await begin('day_close');
    const { days } = shop.client;
    const close = async (date: string | null) => {
      const preview = await days.preview({ date: date === null ? null : businessDate(date) });
      const closed = await days.close(shop.request(), { date: preview.date, stamp: preview.stamp });
      expect(closed).toMatchObject({ ok: true });
    };
    await close('2026-11-20');
    expect(await wrong('day_close')).toMatchObject({ code: 'other_day' });
    await close(null);
    await isDone('day_close');
  });

  it('where the data go: what is only read is said to be read', async () => {
    await begin('leaving');
    expect(await wrong('leaving')).toBeNull();
    await shop.client.practice.haveRead({});
    await isDone('leaving');
    await begin('leaving');
    expect((await stateOf('leaving')).done).toBe(false);
  });
});

describe('the course', () => {
  it('keeps what was done when another exercise is taken, counts only what was done in it, and its time', async () => {
    const { practice } = shop.client;
    await begin('receipt');
    shop.clock.advance(60_000);
    await begin('sale');
    const memberId = await whoOf('receipt');
    await sell({ memberId, gross: 4600, receiptNo: 'A0518-27x' });
    expect(await stateOf('receipt')).toMatchObject({ done: false, difference: null, tookMs: 60_000 });
    expect(await wrong('sale')).not.toBeNull();
    await practice.take({ exercise: 'receipt' });
    expect((await practice.standing({}))?.inHand).toBe('receipt');
    shop.clock.advance(30_000);
    expect((await stateOf('receipt')).tookMs).toBe(90_000);
  });
});
