import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { day, done, taskFor } from './made-tasks';

let shop: TestShop;
let member: string;
beforeEach(async () => {
  shop = await aShop();
  member = await shop.member('王芳', { phone: '13800138000' });
});
afterEach(() => shop.close());

const add = (what: string, firstOn: string, everyMonths = 6, memberId = member) =>
  shop.client.care.addPlan(shop.request(), { memberId, what, everyMonths, firstOn: day(firstOn) });
const plans = () => shop.client.care.plans({ memberId: member });

describe('a maintenance plan of a member (S53)', () => {
  test('stands with the next day on which it is due, the nearest first', async () => {
    done(await add('净水器滤芯', '2026-06-30'));
    done(await add('咖啡机除垢', '2026-05-18', 3));
    expect(await plans()).toMatchObject([
      { what: '咖啡机除垢', everyMonths: 3, nextOn: '2026-05-18', ended: false },
      { what: '净水器滤芯', everyMonths: 6, nextOn: '2026-06-30', ended: false },
    ]);
    shop.clock.advanceDays(1);
    expect(await plans()).toMatchObject([{ nextOn: '2026-06-30' }, { nextOn: '2026-08-18' }]);
  });

  test('ended it is due no more, stands last, and what was to be done for it is dropped', async () => {
    const { planId } = done(await add('咖啡机除垢', '2026-05-18', 3));
    done(await add('净水器滤芯', '2026-06-30'));
    const taskId = await taskFor(shop, member, { kind: 'plan', planId, occasion: `${planId}:2026-05-18` });
    expect((await shop.client.care.task({ taskId }))?.scripts[0]?.text).toContain('该做咖啡机除垢了');
    done(await shop.client.care.endPlan(shop.request(), { planId }));
    expect(await plans()).toMatchObject([
      { what: '净水器滤芯', ended: false },
      { what: '咖啡机除垢', nextOn: null, ended: true },
    ]);
    expect(await shop.client.care.task({ taskId })).toMatchObject({
      state: 'dropped',
      ended: { because: 'plan_ended' },
    });
    expect(await shop.client.care.endPlan(shop.request(), { planId })).toMatchObject({
      refusal: { code: 'plan_gone' },
    });
  });

  test('needs a member, words, and a first day to come', async () => {
    expect(await add('', '2026-06-30')).toMatchObject({ refusal: { code: 'text_needed' } });
    expect(await add('滤芯', '2026-05-17')).toMatchObject({ refusal: { code: 'due_in_past' } });
    expect(await add('滤芯', '2026-06-30', 6, shop.request())).toMatchObject({
      refusal: { code: 'member_gone' },
    });
  });
});

describe('a script that somebody writes', () => {
  test('reads as it would be sent, also beside its task; of nobody it stays as it is', async () => {
    const fill = (text: string, taskId: string | null = null, memberId = member) =>
      shop.client.care.fillScript({ memberId, taskId, text });
    expect(await fill('[客户姓名]，[shop]，[店员]，[上次商品]')).toEqual({
      text: '王芳，街角小店，店主，[上次商品]',
      missing: ['上次商品'],
    });
    const { planId } = done(await add('净水器滤芯', '2026-06-30'));
    const taskId = await taskFor(shop, member, { kind: 'plan', planId });
    expect((await fill('[保养项目]', taskId)).text).toBe('净水器滤芯');
    // A task of somebody else is no reason to speak of it.
    const other = await shop.member('李娜');
    expect((await fill('[保养项目]', taskId, other)).missing).toEqual(['保养项目']);
    expect(await fill('[客户姓名]', null, shop.request())).toEqual({ text: '[客户姓名]', missing: [] });
  });
});
