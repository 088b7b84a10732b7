import { addTasks, appendContacts, appendOutcomes, endTasks, type TaskDraft } from '@db/care/commands';
import { careResults } from '@db/care/results';
import { putLost } from '@db/care/win-back';
import type { Stamp } from '@db/points/stamp';
import type { Tx } from '@db/schema';
import { addDays } from '@domain/calendar/business-day';
import type { ChurnReason, Outcome } from '@domain/care/task';
import { type BusinessDate, businessDate, instant } from '@domain/units';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BillSpec, insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { stampIn } from '../coupons/coupon-file';

const DUE = businessDate('2026-03-02');
const MARCH = { from: businessDate('2026-03-01'), to: businessDate('2026-03-31') };
/** The first day on which the 30 days after DUE have passed. */
const OVER = businessDate('2026-04-02');

let store: StoreFile;
let members: string[];
beforeEach(() => {
  store = aStoreFile();
  members = insertMembers(
    store.raw,
    Array.from({ length: 6 }, (_, at) => ({ name: `客人${at}` })),
  );
});
afterEach(() => store.close());

const member = (at: number): string => members[at] ?? '';
const within = (work: (tx: Tx, stamp: Stamp) => void, on: BusinessDate = DUE) =>
  store.db.transaction().execute(async (tx) => work(tx, stampIn(store.raw, on)));

/** A task due on DUE, and on which day it was spoken of, if it was. */
async function task(
  at: number,
  rest: Partial<TaskDraft> & { readonly contacted?: BusinessDate; readonly outcome?: Outcome } = {},
): Promise<string> {
  const { contacted, outcome, ...draft } = rest;
  let id = '';
  await within((tx, stamp) => {
    const due = { dueOn: DUE, lastDay: addDays(draft.dueOn ?? DUE, 30), occasion: stamp.newId() };
    const whole = { memberId: member(at), kind: 'dormant' as const, content: 'offer' as const, ...due };
    id = addTasks(tx, [{ ...whole, ...draft }], stamp)[0]?.id ?? '';
  });
  if (contacted !== undefined)
    await within((tx, stamp) => {
      const sent = { direction: 'out', channel: 'phone', content: 'offer', wechatAdded: false } as const;
      const contact = { memberId: member(at), taskId: id, listId: null, text: '', ...sent };
      const [contactId = ''] = appendContacts(tx, [contact], stamp);
      const said = { contactId, note: '', nextStep: '', nextOn: null };
      if (outcome !== undefined) appendOutcomes(tx, [{ ...said, outcome }], stamp);
    }, contacted);
  return id;
}

const buys = (at: number, on: string, rest: Partial<BillSpec> = {}) =>
  insertBills(store.raw, [{ memberId: member(at), on, ...rest }]);
const results = (today: BusinessDate = OVER) => careResults(store.db, { ...MARCH, today });
const kind = async (today?: BusinessDate) => (await results(today)).kinds[0];

describe('bought again within 30 days (S56-S63)', () => {
  test('counts from the contact, the last of the 30 days included', async () => {
    for (const at of [0, 1, 2, 3]) await task(at, { contacted: DUE });
    buys(0, addDays(DUE, 30));
    buys(1, addDays(DUE, 31));
    buys(2, addDays(DUE, -1));
    expect(await kind()).toMatchObject({ made: 4, contacted: 4, contactedBought: { bought: 1, of: 4 } });
  });

  test('a purchase of the day counts when it came after the contact', async () => {
    const noon = Date.parse(`${DUE}T04:00:00Z`);
    await task(0, { contacted: DUE });
    await task(1, { contacted: DUE });
    buys(0, DUE, { at: instant(noon + 1) });
    buys(1, DUE, { at: instant(noon - 1) });
    expect((await kind())?.contactedBought).toEqual({ bought: 1, of: 2 });
  });

  test('what went back as a whole was not bought', async () => {
    await task(0, { contacted: DUE });
    const [bill] = buys(0, addDays(DUE, 3));
    store.raw
      .prepare(
        `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at, business_date, staff_id)
         select 'back', id, member_id, 'all', total_fen, total_fen, '坏了', 0, ?, staff_id from purchase where id = ?`,
      )
      .run(OVER, bill);
    expect((await kind())?.contactedBought).toEqual({ bought: 0, of: 1 });
  });

  test('is asked only of those whose 30 days are over', async () => {
    await task(0, { contacted: DUE });
    await task(1, { contacted: addDays(DUE, 1) });
    expect((await kind(addDays(OVER, -1)))?.contactedBought.of).toBe(0);
    expect((await kind(OVER))?.contactedBought.of).toBe(1);
    expect((await kind(addDays(OVER, 1)))?.contactedBought.of).toBe(2);
  });

  test('counts from the first contact that was sent', async () => {
    const id = await task(0, { contacted: DUE, outcome: 'not_sent' });
    expect(await kind()).toMatchObject({ contacted: 0, contactedBought: { of: 0 } });
    await within((tx, stamp) => {
      const sent = { direction: 'out', channel: 'phone', content: 'offer', wechatAdded: false } as const;
      for (let call = 0; call < 2; call++)
        appendContacts(tx, [{ memberId: member(0), taskId: id, listId: null, text: '', ...sent }], stamp);
    });
    expect(await kind()).toMatchObject({ contacted: 1, contactedBought: { of: 1 } });
  });

  test('of those left out by lot it counts from the day the task would have been due', async () => {
    await task(0, { state: 'control' });
    await task(1, { state: 'control' });
    await task(2, { contacted: DUE });
    buys(0, DUE);
    buys(1, addDays(DUE, 31));
    expect(await kind()).toMatchObject({
      made: 1,
      controlBought: { bought: 1, of: 2 },
      contactedBought: { bought: 0, of: 1 },
    });
    expect((await kind(addDays(OVER, -1)))?.controlBought).toEqual({ bought: 0, of: 0 });
  });

  test('beside them stand all whom the lot did not leave out: who came before anybody called is not missing', async () => {
    await task(0, { contacted: addDays(DUE, 2) });
    await task(1, { contacted: addDays(DUE, 2) });
    const before = await task(2);
    const held = await task(3);
    await within(async (tx, stamp) => {
      endTasks(tx, [before], { state: 'dropped', because: 'came_back' }, stamp);
      endTasks(tx, [held], { state: 'lapsed' }, stamp);
    });
    buys(1, addDays(DUE, 31)); // within 30 days of the contact, not of the task
    buys(2, DUE);
    buys(3, addDays(DUE, 30));
    expect(await kind(addDays(OVER, 2))).toMatchObject({
      contactedBought: { bought: 1, of: 2 },
      taskedBought: { bought: 2, of: 4 },
    });
    expect((await kind(addDays(OVER, -1)))?.taskedBought).toEqual({ bought: 0, of: 0 });
  });
});

describe('what came of the tasks of a period', () => {
  test('by kind, how they ended; those of other days and kinds of which there were none are left out', async () => {
    const [done, lapsed, dropped] = [await task(0), await task(1), await task(2)];
    await task(3);
    await task(4, { dueOn: businessDate('2026-04-01') });
    await task(5, { kind: 'birthday', content: 'service' });
    await within((tx, stamp) => {
      endTasks(tx, [done], { state: 'done' }, stamp);
      endTasks(tx, [lapsed], { state: 'lapsed' }, stamp);
      endTasks(tx, [dropped], { state: 'dropped', because: 'by_hand' }, stamp);
    });
    expect((await results()).kinds).toMatchObject([
      { kind: 'birthday', made: 1, controlBought: null },
      { kind: 'dormant', made: 4, done: 1, lapsed: 1, dropped: 1 },
    ]);
  });

  test('the last word on each contact of the period is its outcome', async () => {
    await task(0, { contacted: DUE, outcome: 'no_answer' });
    await task(1, { contacted: DUE, outcome: 'no_answer' });
    await task(2, { contacted: DUE });
    await task(3, { contacted: businessDate('2026-04-01'), outcome: 'refused' });
    store.raw.exec(
      `insert into care_outcome (contact_id, outcome, at, staff_id)
       select contact_id, 'reached', at, staff_id from care_outcome order by seq limit 1`,
    );
    const { outcomes } = await results();
    expect(outcomes.filter(({ count }) => count > 0)).toEqual([
      { outcome: 'reached', count: 1 },
      { outcome: 'no_answer', count: 1 },
    ]);
  });

  test('S90 why people left, beside the shares of the source', async () => {
    const left = async (at: number, churnReason: ChurnReason) => {
      const id = await task(at, { kind: 'win_back' });
      const lost = { id, memberId: member(at), before: null };
      await within((tx, stamp) => putLost(tx, lost, { churnReason, measure: '' }, stamp));
    };
    await left(0, 'indifference');
    await left(1, 'indifference');
    await left(2, 'cheaper');
    const { churnReasons } = await results();
    expect(churnReasons.filter(({ count }) => count > 0)).toEqual([
      { reason: 'cheaper', count: 1, reference: 9 },
      { reason: 'indifference', count: 2, reference: 68 },
    ]);
    expect(churnReasons.reduce((sum, { reference }) => sum + reference, 0)).toBe(100);
  });
});
