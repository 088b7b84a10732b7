import { fen } from '@domain/units';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { addTemplates, bill, changeRules, off, sell, template } from '../coupons/shop-with-coupons';
import { day, done, taskFor } from './made-tasks';

let shop: TestShop;
let member: string;
beforeEach(async () => {
  shop = await aShop();
  member = await shop.member('王芳', { phone: '13800138000' });
});
afterEach(() => shop.close());

const complain = async () =>
  done(
    await shop.client.complaints.log(shop.request(), {
      memberId: member,
      purchaseId: null,
      object: 'goods',
      reason: 'goods_packaging',
      product: '',
      aboutStaffId: null,
      severity: 'normal',
      channel: 'counter',
      what: '壶嘴漏水',
      wish: '',
    }),
  );

const lost = (churnReason: 'died' | 'cheaper' | 'indifference', taskId: string, measure = '下周打电话') =>
  shop.client.care.setCause(shop.request(), { taskId, churnReason, measure });

const open = async (taskId: string) => {
  const task = await shop.client.care.task({ taskId });
  if (task === null) throw new Error('no such task');
  return task;
};

describe('a lost customer', () => {
  test('S62 opens with the last purchase and the complaint that is not settled; the apology comes first', async () => {
    done(
      await shop.client.purchases.record(shop.request(), {
        ...bill(member, 8800),
        items: [
          { product: '滤纸', quantityMilli: 1000, amount: fen(800), earns: true },
          { product: '手冲壶', quantityMilli: 1000, amount: fen(8000), earns: true },
        ],
      }),
    );
    await complain();
    shop.clock.advanceDays(100);
    const taskId = await taskFor(shop, member, {
      kind: 'win_back',
      occasion: '2026-05-18',
      dueOn: day('2026-08-26'),
      lastDay: day('2026-09-26'),
    });
    const task = await open(taskId);
    expect(task.last).toEqual({ on: '2026-05-18', product: '手冲壶', amount: 8800 });
    expect(task.openComplaint).toMatchObject({ number: 1, what: '壶嘴漏水' });
    expect(task.scripts.map(({ cause }) => cause)).toEqual(['service_failure']);
    expect(task.scripts[0]?.text).toContain('上次手冲壶的事让您失望了');
    expect(task.scripts[0]?.missing).toEqual(['挽回券']);
  });

  test('S63 S64 S90 the reason leads to its script, and what is to be done is kept', async () => {
    const taskId = await taskFor(shop, member, { kind: 'win_back' });
    expect((await open(taskId)).scripts).toHaveLength(3);
    expect(done(await lost('cheaper', taskId))).toEqual({ cause: 'competitor' });
    const task = await open(taskId);
    expect(task).toMatchObject({ cause: 'competitor', churnReason: 'cheaper', measure: '下周打电话' });
    expect(task.scripts[0]?.cause).toBe('competitor');
  });

  test('only a lost customer has a reason; only an open task takes one', async () => {
    const call = await taskFor(shop, member, { kind: 'by_hand' });
    expect(await lost('cheaper', call)).toMatchObject({ refusal: { code: 'not_win_back' } });
    const taskId = await taskFor(shop, member, { kind: 'win_back' });
    done(await shop.client.care.drop(shop.request(), { taskId, reason: '已联系' }));
    expect(await lost('cheaper', taskId)).toMatchObject({
      refusal: { code: 'not_open', params: { state: 'dropped' } },
    });
    expect(await lost('cheaper', shop.request())).toMatchObject({ refusal: { code: 'task_gone' } });
  });
});

describe('S90 a customer who has died', () => {
  test('everything open for them ends, and nothing is said to them again', async () => {
    const winBack = await taskFor(shop, member, { kind: 'win_back' });
    const call = await taskFor(shop, member, { kind: 'by_hand' });
    expect(done(await lost('died', winBack, ''))).toEqual({ cause: null });
    expect(await open(winBack)).toMatchObject({ state: 'dropped', ended: { because: 'died' }, scripts: [] });
    expect((await open(call)).ended?.because).toBe('died');
    const touch = await shop.client.care.recordTouch(shop.request(), {
      memberId: member,
      direction: 'out',
      channel: 'phone',
      content: 'service',
      wechatAdded: false,
      text: '回访',
    });
    expect(touch).toMatchObject({ refusal: { code: 'held_back', params: { why: 'died' } } });
  });

  test('is heard on any call, not on that of a win-back alone', async () => {
    const taskId = await taskFor(shop, member, { kind: 'by_hand' });
    expect((await lost('died', taskId, '')).ok).toBe(true);
  });

  test('said of the wrong person, another reason takes it back', async () => {
    const winBack = await taskFor(shop, member, { kind: 'win_back' });
    const other = await taskFor(shop, member, { kind: 'by_hand' });
    done(await lost('died', winBack, ''));
    done(await lost('indifference', winBack));
    expect(await open(winBack)).toMatchObject({ state: 'open', ended: null, cause: 'service_failure' });
    expect(await open(other)).toMatchObject({ state: 'open', ended: null });
  });
});

describe('S50 S63 the win-back coupon', () => {
  const give = (taskId: string) => shop.client.care.giveWinBackCoupon(shop.request(), { taskId });

  test('is given once per task, with the measure as its reason, and stands in the script', async () => {
    const taskId = await taskFor(shop, member, { kind: 'win_back' });
    expect(await give(taskId)).toMatchObject({ refusal: { code: 'reason_needed' } });
    done(await lost('indifference', taskId, '老板亲自道歉'));
    const given = done(await give(taskId));
    expect(given.lastDay).toBe('2026-06-16');
    const [coupon] = await shop.client.coupons.ofMember({ memberId: member });
    expect(coupon).toMatchObject({ id: given.couponId, name: '诚意券', trigger: 'win_back' });
    expect((await shop.client.coupons.why({ couponId: given.couponId }))?.reason).toBe('老板亲自道歉');
    expect((await open(taskId)).coupon).toEqual({ ...given, couponId: undefined, withdrawn: false });
    const [first] = (await open(taskId)).scripts;
    expect(first?.text).toContain('给您留了一张诚意券（6月16日前可用）');
    expect(await give(taskId)).toMatchObject({ refusal: { code: 'given_already' } });
  });

  test('withdrawn it is not given a second time, and the script names it no more', async () => {
    const taskId = await taskFor(shop, member, { kind: 'win_back' });
    done(await lost('indifference', taskId));
    const { couponId } = done(await give(taskId));
    done(await shop.client.coupons.withdraw(shop.request(), { couponId, reason: '给错了' }));
    expect(await give(taskId)).toMatchObject({ refusal: { code: 'given_already' } });
    const task = await open(taskId);
    expect(task.scripts[0]?.missing).toContain('挽回券');
    expect(task.coupon?.withdrawn).toBe(true);
  });

  test('S80 a cashier gives it from the allowance of the day', async () => {
    const [first, second, third] = await Promise.all(
      ['win_back', 'win_back', 'win_back'].map(async (_, at) => {
        const someone = await shop.member(`客人${at}`);
        return taskFor(shop, someone, { kind: 'win_back' });
      }),
    );
    for (const taskId of [first, second, third]) done(await lost('indifference', taskId ?? ''));
    await shop.as('cashier');
    done(await give(first ?? ''));
    done(await give(second ?? ''));
    expect(await give(third ?? '')).toMatchObject({
      refusal: { code: 'above_allowance', params: { limit: 5000, used: 4000, worth: 2000 } },
    });
  });

  test('without a template of the shop there is none, and for another task neither', async () => {
    const taskId = await taskFor(shop, member, { kind: 'win_back' });
    done(await lost('indifference', taskId));
    await changeRules(shop, (rules) => ({
      ...rules,
      coupons: { ...rules.coupons, templates: rules.coupons.templates.filter(({ id }) => id !== 'win-back') },
    }));
    expect(await give(taskId)).toMatchObject({ refusal: { code: 'template_gone' } });
    await addTemplates(shop, template('back', { trigger: 'win_back', terms: off(2000) }));
    expect((await give(taskId)).ok).toBe(true);
    const call = await taskFor(shop, member, { kind: 'by_hand' });
    expect(await give(call)).toMatchObject({ refusal: { code: 'not_win_back' } });
  });

  test('who came back in the meantime needs none', async () => {
    const taskId = await taskFor(shop, member, { kind: 'win_back', occasion: '2026-05-17' });
    done(await lost('indifference', taskId));
    await sell(shop, member, 5000);
    expect(await give(taskId)).toMatchObject({
      refusal: { code: 'not_open', params: { state: 'dropped' } },
    });
  });
});
