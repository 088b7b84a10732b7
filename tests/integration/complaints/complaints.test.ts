import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { logged, MOULD, NO_FILTER, type Told } from './logging';

const HOUR = 3_600_000;

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const log = (told: Partial<Told> = {}) => logged(shop, told);

describe('S83 the mouldy fish oil', () => {
  it('is logged with both due times, answered, resolved, closed with cause and measure, and is no longer a red bar', async () => {
    const memberId = await shop.member('张敏', { phone: '13812348812' });
    const start = shop.clock.now;
    const { complaintId, number, responseDueAt, resolutionDueAt } = await log({ memberId });
    expect([number, responseDueAt, resolutionDueAt]).toEqual([1, start + 24 * HOUR, start + 168 * HOUR]);
    expect(await shop.client.complaints.counts({})).toEqual({ open: 1, overdue: 0, dueSoon: 0 });

    const bar = async () => (await shop.client.members.card({ memberId }))?.openComplaints ?? [];
    const atLookup = async () => (await shop.client.members.lookup({ text: '张敏' })).rows[0]?.openComplaints;
    expect(await bar()).toMatchObject([{ id: complaintId, number: 1, what: '鱼油发霉', state: 'open' }]);
    expect(await atLookup()).toBe(1);

    const { complaints } = shop.client;
    await complaints.respond(shop.request(), { complaintId, note: '已道歉，今日内答复' });
    await complaints.resolve(shop.request(), { complaintId, result: '换新并退差价' });
    expect(await bar()).toMatchObject([{ state: 'resolved', overdue: false }]);
    expect(
      await complaints.close(shop.request(), { complaintId, cause: '受潮', measure: '', satisfaction: null }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'text_needed' },
    });
    await complaints.close(shop.request(), {
      complaintId,
      cause: '受潮',
      measure: '改放冷柜',
      satisfaction: 5,
    });
    expect(await bar()).toEqual([]);
    expect(await atLookup()).toBe(0);
    expect((await complaints.detail({ complaintId }))?.timeline.map(({ kind }) => kind)).toEqual([
      'logged',
      'responded',
      'resolved',
      'closed',
      'satisfaction',
    ]);
  });
});

describe('two windows on one complaint', () => {
  it('S71 the second response is refused by name and leaves nothing behind', async () => {
    const { complaintId } = await log();
    await shop.client.complaints.resolve(shop.request(), { complaintId, result: '当场换新' });
    expect(await shop.client.complaints.respond(shop.request(), { complaintId, note: '已回复' })).toEqual({
      ok: false,
      refusal: { code: 'not_in_this_state', params: { state: 'resolved' } },
    });
    expect((await shop.client.complaints.detail({ complaintId }))?.timeline).toHaveLength(2);
  });

  it('a repeated request logs once', async () => {
    const request = shop.request();
    const first = await shop.client.complaints.log(request, MOULD);
    expect(await shop.client.complaints.log(request, MOULD)).toEqual(first);
    expect(
      (await shop.client.complaints.list({ which: 'all', ...NO_FILTER, offset: 0, limit: 9 })).total,
    ).toBe(1);
  });

  it('a complaint that is not there is refused', async () => {
    const gone = { complaintId: shop.request() };
    const asked = [
      shop.client.complaints.addNote(shop.request(), { ...gone, note: 'x' }),
      shop.client.complaints.respond(shop.request(), { ...gone, note: 'x' }),
      shop.client.complaints.reopen(shop.request(), { ...gone, reason: 'x' }),
    ];
    for (const outcome of await Promise.all(asked)) {
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'complaint_gone' } });
    }
  });
});

describe('the hours that the shop has set', () => {
  it('S70 give the profile "solution within 24 hours" from then on, and leave older due times alone', async () => {
    const before = await log();
    const { version, rules } = await shop.client.settings.rules({});
    await shop.client.settings.changeRules(shop.request(), {
      basedOn: version,
      rules: { ...rules, complaints: { ...rules.complaints, resolutionHours: 24 } },
    });
    const after = await log();
    expect(after.resolutionDueAt).toBe(shop.clock.now + 24 * HOUR);
    expect((await shop.client.complaints.detail({ complaintId: before.complaintId }))?.resolutionDueAt).toBe(
      before.resolutionDueAt,
    );
  });

  it('S68 count only while the store is open from then on, each complaint in the way it was logged', async () => {
    const before = await log();
    const { version, rules } = await shop.client.settings.rules({});
    await shop.client.settings.changeRules(shop.request(), {
      basedOn: version,
      rules: { ...rules, complaints: { ...rules.complaints, storeHours: true } },
    });
    const after = await log(); // noon; nine to nine
    expect(after.responseDueAt).toBe(shop.clock.now + 48 * HOUR);
    const { complaints } = shop.client;
    expect(await complaints.detail({ complaintId: after.complaintId })).toMatchObject({ storeHours: true });
    for (const { complaintId } of [before, after])
      await complaints.pause(shop.request(), { complaintId, reason: '等寄回' });
    shop.clock.advanceDays(10 + 11 / 24); // eleven at night, when only one of them runs
    for (const { complaintId } of [before, after])
      await complaints.resume(shop.request(), { complaintId, note: '' });
    const dueOf = async (complaintId: string) => (await complaints.detail({ complaintId }))?.responseDueAt;
    expect(await dueOf(before.complaintId)).toBe(shop.clock.now + 24 * HOUR);
    expect(await dueOf(after.complaintId)).toBe(shop.clock.now + 46 * HOUR);
  });

  it('S69 a complaint reopened after its week is late at once', async () => {
    const { complaintId } = await log();
    await shop.client.complaints.resolve(shop.request(), { complaintId, result: '换新' });
    shop.clock.advanceDays(9);
    await shop.client.complaints.addNote(shop.request(), { complaintId, note: '顾客来电：又坏了' });
    await shop.client.complaints.reopen(shop.request(), { complaintId, reason: '又坏了' });
    expect(await shop.client.complaints.counts({})).toEqual({ open: 1, overdue: 1, dueSoon: 0 });
  });
});
