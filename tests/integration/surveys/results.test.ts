import type { InputOf } from '@contract/rpc';
import type { surveysRoom } from '@contract/surveys';
import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';

let shop: TestShop;
let memberId: string;
beforeEach(async () => {
  shop = await aShop(HERE);
  memberId = await shop.member('张三', { phone: '13812348812' });
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const NOBODY = '0190a5d0-0000-7000-8000-00000000dead';
const MAY = { from: '2026-05-01' as never, to: '2026-05-31' as never }; // dates, checked by the contract
type Answer = InputOf<(typeof surveysRoom)['record']>;

async function answered(answer: Partial<Answer>): Promise<string> {
  const done = await shop.client.surveys.record(shop.request(), {
    ...{ memberId, purchaseId: null, taskId: null, channel: 'counter', satisfaction: 5, recommend: null },
    ...{ scores: {}, note: '', servedBy: null },
    ...answer,
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.answerId;
}

async function complained(ofMember: string | null): Promise<string> {
  const done = await shop.client.complaints.log(shop.request(), {
    ...{ memberId: ofMember, purchaseId: null, object: 'staff', reason: 'staff_attitude', product: '' },
    ...{ aboutStaffId: null, severity: 'normal', channel: 'counter', what: '等了半小时', wish: '' },
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.complaintId;
}

const code = (done: { ok: true } | { ok: false; refusal: { code: string } }) =>
  done.ok ? null : done.refusal.code;

describe('S85 results over the bridge', () => {
  it('are a long read, of what was answered and bought', async () => {
    for (const recommend of [10, 9, 3]) await answered({ satisfaction: recommend > 5 ? 5 : 2, recommend });
    await shop.client.purchases.record(shop.request(), {
      ...{ memberId, gross: fen(3000), receiptNo: '', items: [], redeem: points(0) },
    });
    shop.clock.advanceDays(20); // 7 June: those of May are the buyers before
    expect(await shop.client.surveys.results(MAY)).toMatchObject({
      ...{ answers: 3, satisfaction: { percent: 66.7, of: 3 }, nps: { score: 33.3, of: 3 }, loyalty: null },
    });
    const june = { from: '2026-06-01' as never, to: '2026-06-30' as never }; // dates, checked by the contract
    expect((await shop.client.surveys.results(june)).loyalty).toMatchObject({ percent: 0, of: 1 });
  });

  it('S86 the ranking tells sales, satisfaction and complaints of each', async () => {
    await answered({ satisfaction: 5 });
    await complained(memberId);
    const [owner] = await shop.client.surveys.ranking(MAY);
    expect(owner).toMatchObject({ name: '店主', answers: 1, satisfaction: { percent: 100, of: 1 } });
    expect(owner?.complaintsOnTime).toBeNull(); // nothing is owed yet
    shop.clock.advanceDays(2); // the first answer is a day late
    const [later] = await shop.client.surveys.ranking(MAY);
    expect(later?.complaintsOnTime).toMatchObject({ percent: 0, of: 1 });
  });
});

describe('the complaint that a low score led to', () => {
  it('is said once, and is one of the same customer', async () => {
    const answerId = await answered({ satisfaction: 1 });
    const [own, other] = [await complained(memberId), await complained(null)];
    const link = async (complaintId: string, of = answerId) =>
      code(await shop.client.surveys.linkComplaint(shop.request(), { answerId: of, complaintId }));
    expect(await link(own, NOBODY)).toBe('answer_gone');
    expect(await link(NOBODY)).toBe('complaint_gone');
    expect(await link(other)).toBe('complaint_gone');
    expect(await link(own)).toBeNull();
    expect(await link(own)).toBe('linked_already');
    const { last } = await shop.client.surveys.standing({ memberId });
    expect(last?.complaintId).toBe(own);
  });
});

describe('S87 notes and S84 changes', () => {
  it('a note stands in the ranking, with who wrote it', async () => {
    const [{ id } = { id: '' }] = await shop.client.staff.list({});
    const add = async (aboutStaffId: string, note: string) =>
      code(await shop.client.surveys.addStaffNote(shop.request(), { aboutStaffId, kind: 'training', note }));
    expect(await add(id, '  ')).toBe('text_needed');
    expect(await add(NOBODY, '收银要快')).toBe('staff_gone');
    expect(await add(id, '收银要快')).toBeNull();
    const [owner] = await shop.client.surveys.ranking(MAY);
    expect(owner?.notes).toEqual([{ kind: 'training', note: '收银要快', on: '2026-05-18', by: '店主' }]);
  });

  it('a change stands with what customers said before and after', async () => {
    await answered({ satisfaction: 2 });
    shop.clock.advanceDays(1);
    const change = { heard: '等太久', changed: '早上加一人', since: '2026-05-19' as never }; // checked by the contract
    const add = async (dimension: string) =>
      code(await shop.client.surveys.addChange(shop.request(), { ...change, dimension }));
    expect(await add('parking')).toBe('dimension_gone');
    expect(await add('')).toBeNull();
    await answered({ satisfaction: 5 });
    expect(await shop.client.surveys.changes({})).toMatchObject([
      { heard: '等太久', before: { percent: 0, of: 1 }, after: { percent: 100, of: 1 } },
    ]);
  });
});
