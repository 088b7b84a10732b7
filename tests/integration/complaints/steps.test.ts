import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { logged, MOULD, NO_FILTER, staffRow } from './logging';

const HOUR = 3_600_000;

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const detailOf = async (complaintId: string) => {
  const detail = await shop.client.complaints.detail({ complaintId });
  if (detail === null) throw new Error('gone');
  return detail;
};
const laterBy = (hours: number) => shop.clock.advanceDays(hours / 24);

describe('a pause', () => {
  it('S68 stops both clocks, takes the complaint out of the counts, and gives back what was left', async () => {
    const { complaints } = shop.client;
    const { complaintId } = await logged(shop);
    laterBy(20);
    expect(await complaints.counts({})).toEqual({ open: 1, overdue: 0, dueSoon: 1 });
    await complaints.pause(shop.request(), { complaintId, reason: '等顾客寄回' });
    expect(await complaints.counts({})).toEqual({ open: 1, overdue: 0, dueSoon: 0 });
    expect(await detailOf(complaintId)).toMatchObject({
      pausedAt: shop.clock.now,
      nextDue: null,
      late: false,
    });
    laterBy(100);
    expect(await complaints.pause(shop.request(), { complaintId, reason: '再等' })).toMatchObject({
      refusal: { code: 'paused_already' },
    });
    await complaints.resume(shop.request(), { complaintId, note: '收到' });
    const { timeline, nextDue, responseDueAt } = await detailOf(complaintId);
    expect(timeline.at(-1)).toMatchObject({
      kind: 'resumed',
      note: '收到',
      due: [
        { clock: 'response', hours: 4, from: shop.clock.now },
        { clock: 'resolution', hours: 148 },
      ],
    });
    expect(nextDue).toEqual({ clock: 'response', at: responseDueAt });
    expect(responseDueAt).toBe(shop.clock.now + 4 * HOUR);
  });
});

describe('late once', () => {
  it('S86 is kept in the row and shown, also after it was reopened and answered at once', async () => {
    const { complaints } = shop.client;
    const { complaintId } = await logged(shop);
    laterBy(25);
    const answeredAt = shop.clock.now;
    await complaints.respond(shop.request(), { complaintId, note: '抱歉久等' });
    await complaints.resolve(shop.request(), { complaintId, result: '换新' });
    await complaints.recordSatisfaction(shop.request(), { complaintId, satisfaction: 2, note: '太慢' });
    expect(await detailOf(complaintId)).toMatchObject({ satisfaction: 2, late: true });
    await complaints.reopen(shop.request(), { complaintId, reason: '又坏' });
    await complaints.respond(shop.request(), { complaintId, note: '马上来' });
    expect(await detailOf(complaintId)).toMatchObject({
      responseBreached: true,
      resolutionBreached: false,
      late: true,
      firstRespondedAt: answeredAt,
      satisfaction: null,
    });
  });
});

describe('what it is about', () => {
  it('S72 S75 is a leaf that is in the tree and switched on, under the owner’s own word', async () => {
    const { version, rules } = await shop.client.settings.rules({});
    const own = { id: 'own-music', group: 'environment', name: '音乐太响', active: true } as const;
    const reasons = rules.complaints.reasons.map((leaf) =>
      leaf.id === 'goods_price' ? { ...leaf, active: false } : leaf,
    );
    await shop.client.settings.changeRules(shop.request(), {
      basedOn: version,
      rules: { ...rules, complaints: { ...rules.complaints, reasons: [...reasons, own] } },
    });
    const { complaintId } = await logged(shop, { reason: own.id });
    expect(await detailOf(complaintId)).toMatchObject({ reasonGroup: 'environment', reasonName: '音乐太响' });
    for (const reason of ['goods_price', 'weather']) {
      expect(await shop.client.complaints.log(shop.request(), { ...MOULD, reason })).toMatchObject({
        refusal: { code: 'reason_gone' },
      });
    }
  });

  it('S76 may be a member of staff, who must work here', async () => {
    const aboutStaffId = staffRow(shop, '小李', 'cashier');
    const { complaintId } = await logged(shop, { object: 'staff', reason: 'staff_attitude', aboutStaffId });
    expect((await detailOf(complaintId)).aboutStaff).toEqual({ id: aboutStaffId, name: '小李' });
    const nobody = { ...MOULD, aboutStaffId: shop.request() };
    expect(await shop.client.complaints.log(shop.request(), nobody)).toMatchObject({
      refusal: { code: 'staff_gone' },
    });
  });

  it('S71 is put right with what it was beside it, in words', async () => {
    const aboutStaffId = staffRow(shop, '小周', 'cashier');
    const { complaintId } = await logged(shop);
    const right = {
      memberId: null,
      object: 'staff',
      reason: 'staff_cashiering',
      product: '',
      severity: 'low',
    } as const;
    const correct = () =>
      shop.client.complaints.correct(shop.request(), { complaintId, ...right, aboutStaffId, note: '点错了' });
    expect(await correct()).toMatchObject({ ok: true });
    const { timeline, ...now } = await detailOf(complaintId);
    expect(now).toMatchObject({
      object: 'staff',
      reasonGroup: 'staff',
      reason: 'staff_cashiering',
      severity: 'low',
    });
    expect(timeline.at(-1)).toMatchObject({
      kind: 'corrected',
      note: '点错了',
      data: {
        of: 'correction',
        changes: [
          { field: 'object', before: 'goods', after: 'staff' },
          { field: 'reason', before: 'goods_spoiled', after: 'staff_cashiering' },
          { field: 'product', before: '深海鱼油', after: '' },
          { field: 'aboutStaffId', before: '', after: '小周' },
          { field: 'severity', before: 'high', after: 'low' },
        ],
      },
    });
    expect(await correct()).toMatchObject({ refusal: { code: 'nothing_changed' } });
  });

  it('S72 stays in the group under which it was logged, also once the owner has moved its reason', async () => {
    const { complaintId } = await logged(shop);
    const { version, rules } = await shop.client.settings.rules({});
    const reasons = rules.complaints.reasons.map((leaf) =>
      leaf.id === 'goods_spoiled' ? { ...leaf, group: 'operation' as const } : leaf,
    );
    await shop.client.settings.changeRules(shop.request(), {
      basedOn: version,
      rules: { ...rules, complaints: { ...rules.complaints, reasons } },
    });
    const { object, reason, product, aboutStaffId } = MOULD;
    const same = { complaintId, memberId: null, object, reason, product, aboutStaffId, note: '' };
    await shop.client.complaints.correct(shop.request(), { ...same, severity: 'low' });
    expect(await detailOf(complaintId)).toMatchObject({ severity: 'low', reasonGroup: 'goods' });
  });

  it('S82 S84 may turn out to be a member’s: the red bar, the name and the search know it at once', async () => {
    const memberId = await shop.member('张敏');
    const other = await shop.member('李四');
    const { complaintId } = await logged(shop);
    const { complaints, members } = shop.client;
    const { object, reason, product, aboutStaffId, severity } = MOULD;
    const as = (whose: string) =>
      complaints.correct(shop.request(), {
        ...{ complaintId, memberId: whose, object, reason, product, aboutStaffId, severity },
        note: '回电时认出是会员',
      });
    expect(await as(shop.request())).toMatchObject({ refusal: { code: 'member_gone' } });
    expect(await as(memberId)).toMatchObject({ ok: true });
    const { memberName, timeline } = await detailOf(complaintId);
    expect(memberName).toBe('张敏');
    expect(timeline.at(-1)?.data).toEqual({
      of: 'correction',
      changes: [{ field: 'memberId', before: '', after: '张敏' }],
    });
    expect((await members.card({ memberId }))?.openComplaints).toMatchObject([{ id: complaintId }]);
    expect((await members.lookup({ text: '张敏' })).rows).toMatchObject([{ openComplaints: 1 }]);
    const found = { ...NO_FILTER, which: 'all', text: '张敏', offset: 0, limit: 9 } as const;
    expect((await complaints.list(found)).total).toBe(1);
    expect(await as(other)).toMatchObject({ refusal: { code: 'member_known' } });
  });
});

describe('a hard case', () => {
  it('S81 goes to a manager, who is named on the board and in the timeline', async () => {
    const { complaints } = shop.client;
    const { complaintId } = await logged(shop);
    const [cashier, manager] = [staffRow(shop, '小李', 'cashier'), staffRow(shop, '王店长', 'manager')];
    const escalate = (toStaffId: string) =>
      complaints.escalate(shop.request(), { complaintId, toStaffId, reason: '要求十倍赔偿' });
    expect(await escalate(cashier)).toMatchObject({ refusal: { code: 'not_a_manager' } });
    expect(await escalate(manager)).toMatchObject({ ok: true });
    const { escalatedTo, timeline } = await detailOf(complaintId);
    expect(escalatedTo).toEqual({ id: manager, name: '王店长' });
    expect(timeline.at(-1)).toMatchObject({
      kind: 'escalated',
      note: '要求十倍赔偿',
      data: { of: 'escalation', to: '王店长' },
    });
  });
});
