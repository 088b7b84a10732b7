import type { InputOf } from '@contract/rpc';
import type { surveysRoom } from '@contract/surveys';
import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
let memberId: string;
beforeEach(async () => {
  shop = await aShop();
  memberId = await shop.member('张三', { phone: '13812348812' });
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const NOBODY = '0190a5d0-0000-7000-8000-00000000dead';
type Answer = InputOf<(typeof surveysRoom)['record']>;

function record(answer: Partial<Answer> = {}, request = shop.request()) {
  return shop.client.surveys.record(request, {
    ...{ memberId, purchaseId: null, taskId: null, channel: 'counter', satisfaction: 5, recommend: null },
    ...{ scores: {}, note: '', servedBy: null },
    ...answer,
  });
}

async function recorded(answer: Partial<Answer> = {}): Promise<{ answerId: string; low: boolean }> {
  const done = await record(answer);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

const refusalOf = async (answer: Partial<Answer>) => {
  const done = await record(answer);
  return done.ok ? null : done.refusal.code;
};

async function sale(): Promise<string> {
  const done = await shop.client.purchases.record(shop.request(), {
    ...{ memberId, gross: fen(3000), receiptNo: '', items: [], redeem: points(0) },
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.purchaseId;
}

const today = async () =>
  await shop.client.surveys.answers({
    ...{ from: '2026-05-18' as never, to: '2026-05-18' as never }, // dates, checked by the contract
    ...{ lowOnly: false, offset: 0, limit: 50 },
  });

describe('S84 an answer', () => {
  it('is kept with its scores, its words and who served', async () => {
    const { answerId, low } = await recorded({
      ...{ satisfaction: 4, recommend: 9, scores: { range: 5, warmth: 3 }, note: '  咖啡很香 ' },
    });
    expect(low).toBe(false);
    expect(await today()).toEqual({
      total: 1,
      rows: [
        {
          ...{ id: answerId, memberId, memberName: '张三', satisfaction: 4, recommend: 9 },
          ...{ scores: { range: 5, warmth: 3 }, note: '咖啡很香', channel: 'counter', servedBy: '店主' },
          ...{ at: shop.clock.now, complaintId: null },
        },
      ],
    });
  });

  it('may come from somebody without a record', async () => {
    await recorded({ memberId: null });
    expect((await today()).rows[0]).toMatchObject({ memberId: null, memberName: null });
  });

  it('needs one of the two questions answered', async () => {
    expect(await refusalOf({ satisfaction: null, note: '一般' })).toBe('empty_answer');
    expect(await refusalOf({ satisfaction: null, recommend: 0 })).toBeNull();
  });

  it('S88 scores only what the shop asks about', async () => {
    expect(await refusalOf({ scores: { parking: 3 } })).toBe('dimension_gone');
  });

  it('is refused for a member, a colleague, a bill or a task that is not there', async () => {
    expect(await refusalOf({ memberId: NOBODY })).toBe('member_gone');
    expect(await refusalOf({ servedBy: NOBODY })).toBe('staff_gone');
    expect(await refusalOf({ purchaseId: NOBODY })).toBe('purchase_gone');
    expect(await refusalOf({ taskId: NOBODY })).toBe('task_gone');
  });

  it('belongs to a bill of that member which was not undone', async () => {
    const purchaseId = await sale();
    expect(await refusalOf({ memberId: await shop.member('李静'), purchaseId })).toBe('purchase_gone');
    expect(await refusalOf({ purchaseId })).toBeNull();
    expect((await shop.client.purchases.undo(shop.request(), { purchaseId })).ok).toBe(true);
    expect(await refusalOf({ purchaseId })).toBe('purchase_gone');
  });

  it('is written once, however often Enter arrives', async () => {
    const request = shop.request();
    expect(await record({}, request)).toEqual(await record({}, request));
    expect((await today()).total).toBe(1);
  });
});

describe('a low score', () => {
  it.each([
    [{ satisfaction: 2 }, true],
    [{ satisfaction: 3 }, false],
    [{ satisfaction: 5, recommend: 6 }, true],
    [{ satisfaction: null, recommend: 7 }, false],
  ])('%o offers a complaint: %s', async (answer, low) => {
    expect((await recorded(answer)).low).toBe(low);
    const onlyLow = await shop.client.surveys.answers({
      ...{ from: '2026-05-18' as never, to: '2026-05-18' as never }, // dates, checked by the contract
      ...{ lowOnly: true, offset: 0, limit: 50 },
    });
    expect(onlyLow.total).toBe(low ? 1 : 0);
  });
});

describe('who is asked', () => {
  const standing = () => shop.client.surveys.standing({ memberId });

  it('has never been asked', async () => {
    expect(await standing()).toEqual({ askedOn: null, askAgainOn: null, last: null });
  });

  it('is left alone for the days of the rules, and their last answer stays at hand', async () => {
    await recorded({ satisfaction: 2 });
    shop.clock.advanceDays(3);
    const { answerId } = await recorded({ satisfaction: 5 });
    expect(await standing()).toMatchObject({
      ...{ askedOn: '2026-05-21', askAgainOn: '2026-06-20' },
      last: { id: answerId, satisfaction: 5 },
    });
  });
});
