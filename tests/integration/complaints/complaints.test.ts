import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

const HOUR = 3_600_000;

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const MOULD = {
  memberId: null as string | null,
  purchaseId: null as string | null,
  object: 'goods',
  reason: 'goods_spoiled',
  severity: 'high',
  channel: 'counter',
  what: '鱼油发霉',
  wish: '换一瓶',
} as const;

async function log(told: Partial<typeof MOULD> = {}) {
  const outcome = await shop.client.complaints.log(shop.request(), { ...MOULD, ...told });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

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
    expect(await complaints.close(shop.request(), { complaintId, cause: '受潮', measure: '' })).toMatchObject(
      {
        ok: false,
        refusal: { code: 'text_needed' },
      },
    );
    await complaints.close(shop.request(), { complaintId, cause: '受潮', measure: '改放冷柜' });
    expect(await bar()).toEqual([]);
    expect(await atLookup()).toBe(0);
    expect((await complaints.detail({ complaintId }))?.timeline.map(({ kind }) => kind)).toEqual([
      'logged',
      'responded',
      'resolved',
      'closed',
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
    expect((await shop.client.complaints.list({ which: 'all', text: '', offset: 0, limit: 9 })).total).toBe(
      1,
    );
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
      rules: { ...rules, complaints: { responseHours: 24, resolutionHours: 24 } },
    });
    const after = await log();
    expect(after.resolutionDueAt).toBe(shop.clock.now + 24 * HOUR);
    expect((await shop.client.complaints.detail({ complaintId: before.complaintId }))?.resolutionDueAt).toBe(
      before.resolutionDueAt,
    );
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
