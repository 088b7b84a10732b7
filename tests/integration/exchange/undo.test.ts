import { recoverInterruptedImports } from '@db/exchange/recovery';
import { undoImport } from '@db/exchange/undo';
import { businessDate, instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { aFile, brokenLaws, content, counted, ended, imported, resultOf } from './support';

const LIST = '客户编号,姓名,手机号,积分\n1,张三,13812348812,100\n2,李四,13912348813,\n';
const BILLS =
  '客户编号,日期,金额,小票号\n1,2026-05-01,36.00,A1\n1,2024-05-01,50.00,A2\n2,2026-05-02,20.00,\n';

describe('an import undone as a whole', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await aShop(HERE);
  });
  afterEach(async () => {
    expect(brokenLaws(shop.raw())).toEqual([]);
    expect(shop.reported).toEqual([]);
    await shop.close();
  });

  const batches = async () => (await shop.client.exchange.imports({})).map(({ id }) => id);
  const undo = async (batchId = '') => {
    const answer = await shop.client.exchange.undoImport({ batchId });
    return answer.ok ? resultOf(await ended(shop, answer.value), 'undo_import') : answer.refusal;
  };
  const members = () => imported(shop, aFile(LIST), { kind: 'members' });
  const bills = () =>
    imported(shop, aFile(BILLS), { kind: 'purchases', reading: { points: 'from_purchase_day' } });
  const idOf = (externalId: string) =>
    shop
      .raw()
      .prepare<[string], string>('select id from member where external_id = ?')
      .pluck()
      .get(externalId) ?? '';
  const sell = (memberId: string, redeem = 0) =>
    shop.client.purchases.record(shop.request(), {
      memberId,
      gross: 30_000 as never,
      receiptNo: '',
      items: [],
      redeem: redeem as never,
    });

  it('leaves the store as it was, names and phones gone, and the file may come again', async () => {
    const before = content(shop.raw());
    await members();
    expect(await undo((await batches())[0])).toMatchObject({ members: 2, purchases: 0, kept: 0 });
    expect(content(shop.raw())).toEqual(before);
    expect(counted(shop.raw(), "select count(*) from member where name <> '' or phone is not null")).toBe(0);
    expect((await shop.client.members.lookup({ text: '8812' })).rows).toEqual([]);
    expect((await shop.client.exchange.imports({}))[0]?.state).toBe('undone');
    expect(resultOf(await members(), 'import').groups).toMatchObject({ newMembers: 2, openingPoints: 100 });
  });

  it('takes purchases back from members who stay, lapsed points and receipts included', async () => {
    await members();
    const before = content(shop.raw());
    await bills();
    expect(await undo((await batches())[0])).toMatchObject({ members: 0, purchases: 3, kept: 0 });
    expect(content(shop.raw())).toEqual(before);
    const card = await shop.client.members.card({ memberId: idOf('1') });
    expect(card).toMatchObject({ points: 100, spent: 0, visits: 0, lastVisitOn: null });
  });

  it('takes back what has lapsed in the meantime', async () => {
    await bills();
    shop.clock.advanceDays(800);
    shop.main.daily.wake();
    await shop.main.daily.settled();
    expect(counted(shop.raw(), "select count(*) from points_entry where kind = 'expire'")).toBe(3);
    expect(await undo((await batches())[0])).toMatchObject({ members: 2, purchases: 3 });
    expect(content(shop.raw())).toMatchObject({ members: 0, points: 0, held: 0, spent: 0 });
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ['a sale', () => sell(idOf('1')), { by: 'sales', rows: 1 }],
    ['a later import', () => bills(), { by: 'later_import', rows: 3 }],
    [
      'an adjustment',
      () =>
        shop.client.points.adjust(shop.request(), {
          memberId: idOf('2'),
          points: 5 as never,
          reason: '测试',
        }),
      { by: 'points', rows: 1 },
    ],
    [
      'a coupon given by hand',
      () =>
        shop.client.coupons.giveByHand(shop.request(), {
          memberId: idOf('2'),
          templateId: 'apology',
          reason: '久等',
        }),
      { by: 'coupons', rows: 1 },
    ],
    [
      'a birthday gift that was taken',
      async () => {
        shop.raw().exec("update member set tier = 'vip', birth_month = 5, birth_day = 18");
        shop.main.daily.wakeAgain();
        await shop.main.daily.settled();
        const [gift] = await shop.client.coupons.ofMember({ memberId: idOf('2') });
        await shop.client.coupons.handOver(shop.request(), { couponId: gift?.id ?? '' });
      },
      { by: 'coupons', rows: 1 },
    ],
    [
      'a complaint',
      () =>
        shop.client.complaints.log(shop.request(), {
          memberId: idOf('2'),
          purchaseId: null,
          object: 'goods',
          reason: 'goods_spoiled',
          severity: 'normal',
          channel: 'counter',
          what: '酸了',
          wish: '',
          product: '',
          aboutStaffId: null,
        }),
      { by: 'complaints', rows: 1 },
    ],
    [
      'a talk',
      () =>
        shop.client.care.recordTouch(shop.request(), {
          ...{ memberId: idOf('2'), direction: 'in' as const, channel: 'wechat' as const },
          ...{ content: 'service' as const, wechatAdded: false, text: '问新茶' },
        }),
      { by: 'care', rows: 1 },
    ],
    [
      'a maintenance plan',
      () =>
        shop.client.care.addPlan(shop.request(), {
          ...{ memberId: idOf('2'), what: '换滤芯', everyMonths: 6, firstOn: businessDate('2026-06-01') },
        }),
      { by: 'care', rows: 1 },
    ],
    [
      'a rating',
      () =>
        shop.client.surveys.record(shop.request(), {
          ...{
            memberId: idOf('2'),
            purchaseId: null,
            taskId: null,
            channel: 'counter' as const,
            servedBy: null,
          },
          ...{ satisfaction: 5, recommend: null, scores: {}, note: '' },
        }),
      { by: 'care', rows: 1 },
    ],
    [
      'a consent',
      () =>
        shop.client.members.recordConsent(shop.request(), {
          memberId: idOf('2'),
          purpose: 'marketing',
          action: 'given',
          textVersion: '1',
          channel: 'counter',
        }),
      { by: 'edits', rows: 1 },
    ],
  ])('is refused after %s, with what and how many', async (_, build, params) => {
    await members();
    const [batch] = await batches();
    await build();
    const before = content(shop.raw());
    expect(await undo(batch)).toEqual({ code: 'built_upon', params });
    expect(content(shop.raw())).toEqual(before);
    expect(await shop.client.exchange.runningJob({})).toBeNull();
  });

  it('is refused when its points have been spent by a member who was there before', async () => {
    const memberId = await shop.member('张三', { phone: '13812348812' });
    await members();
    const sold = await sell(memberId, 100);
    expect(sold.ok).toBe(true);
    expect(await undo((await batches())[0])).toMatchObject({ code: 'built_upon', params: { by: 'points' } });
  });

  it('is refused when one of its purchases has been refunded', async () => {
    await bills();
    const purchaseId = shop.raw().prepare<[], string>('select id from purchase limit 1').pluck().get() ?? '';
    const refunded = await shop.client.purchases.refund(shop.request(), {
      purchaseId,
      amount: 100 as never,
      shortfall: 'debt',
      reason: '测试',
    });
    expect(refunded.ok).toBe(true);
    expect(await undo((await batches())[0])).toMatchObject({
      code: 'built_upon',
      params: { by: 'refunds', rows: 1 },
    });
  });

  it('is not there twice', async () => {
    await members();
    const [batch] = await batches();
    await undo(batch);
    expect(await undo(batch)).toMatchObject({ code: 'import_gone' });
  });

  it('keeps a member on whom somebody built while it was running', async () => {
    await members();
    const [batch = ''] = await batches();
    await sell(idOf('1'));
    const staffId = shop.main.app.session.shop().house.id;
    const stamp = {
      now: shop.clock.now,
      today: businessDate('2026-05-18'),
      staffId,
      ruleVersion: 1,
      newId: uuidv7,
    };
    const steps = undoImport(shop.raw(), batch, stamp);
    let last = steps.next();
    while (!last.done) last = steps.next();
    expect(last.value).toEqual({ members: 1, purchases: 0, kept: 1 });
    expect(await shop.client.members.card({ memberId: idOf('1') })).toMatchObject({
      name: '张三',
      points: 400,
    });
  });

  it('goes on at the next opening when it was cut off, and so does a half import', async () => {
    const before = content(shop.raw());
    await bills();
    const [batch = ''] = await batches();
    const staffId = shop.main.app.session.shop().house.id;
    const by = { now: instant(shop.clock.now), today: businessDate('2026-05-18'), staffId, newId: uuidv7 };
    for (const state of ['undoing', 'running']) {
      shop.raw().prepare('update import_batch set state = ? where id = ?').run(state, batch);
      expect(recoverInterruptedImports(shop.raw(), by)).toBe(1);
      expect(content(shop.raw())).toEqual(before);
    }
    expect((await shop.client.exchange.imports({}))[0]?.state).toBe('cancelled');
    expect(recoverInterruptedImports(shop.raw(), by)).toBe(0);
  });
});
