import { applyStep } from '@db/complaints/commands';
import {
  complainantOf,
  complaintById,
  complaintCounts,
  complaintDetail,
  complaintList,
  openComplaintsOf,
} from '@db/complaints/queries';
import type { Complaint } from '@domain/complaints/complaint';
import {
  decideClose,
  decideReopen,
  decideResolve,
  decideRespond,
  type Stepped,
} from '@domain/complaints/steps';
import { Refusal } from '@domain/refusal';
import { type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';
import { doerAt, filed, RULES } from './filing';
import { memberRow, purchaseRow } from './members';

const HOUR = 3_600_000;
const later = (hours: number): Instant => instant(STORE_NOW + hours * HOUR);
const ALL = { text: '', offset: 0, limit: 200 } as const;

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

const answer = (now: Instant) => (c: Complaint) => decideRespond(c, { note: '已回复', now });
const solve = (now: Instant) => (c: Complaint) => decideResolve(c, { result: '换货', now });
const close = (now: Instant) => (c: Complaint) => decideClose(c, { cause: '受潮', measure: '冷柜', now });
const again = (now: Instant) => (c: Complaint) => decideReopen(c, { reason: '又坏', now }, RULES);

async function taken(
  complaintId: string,
  now: Instant,
  ...steps: ((now: Instant) => (c: Complaint) => Stepped | Refusal)[]
) {
  for (const step of steps) {
    await store.db.transaction().execute(async (tx) => {
      const found = await complaintById(tx, complaintId);
      const decided = found && step(now)(found.complaint);
      if (decided === undefined || decided instanceof Refusal) return;
      await applyStep(tx, complaintId, decided, doerAt(now));
    });
  }
}

describe('numbers', () => {
  it('run per store without a gap, also over one that was rolled back', async () => {
    expect((await filed(store, later(0))).number).toBe(1);
    await expect(
      filed(store, later(1), { memberId: '0190a5d0-0000-7000-8000-00000000dead' }),
    ).rejects.toThrow();
    expect((await filed(store, later(2))).number).toBe(2);
  });
});

describe('whose complaint it is', () => {
  it('is a walk-in’s without member and bill, and the bill’s member’s when only the bill is known', async () => {
    const zhang = memberRow(store, '张三');
    const bill = purchaseRow(store, zhang);
    const who = (memberId: string | null, purchaseId: string | null) =>
      complainantOf(store.db, { memberId, purchaseId });
    expect(await who(null, null)).toBeNull();
    expect(await who(zhang, null)).toBe(zhang);
    expect(await who(null, bill)).toBe(zhang);
    expect(await who(zhang, bill)).toBe(zhang);
  });

  it('is refused for a member who is gone and for somebody else’s bill', async () => {
    const zhang = memberRow(store, '张三');
    const li = memberRow(store, '李四');
    const bill = purchaseRow(store, zhang);
    expect(await complainantOf(store.db, { memberId: li, purchaseId: bill })).toMatchObject({
      code: 'purchase_gone',
    });
    expect(await complainantOf(store.db, { memberId: null, purchaseId: li })).toMatchObject({
      code: 'purchase_gone',
    });
    store.raw.prepare("update member set state = 'erased', name = '' where id = ?").run(li);
    expect(await complainantOf(store.db, { memberId: li, purchaseId: null })).toMatchObject({
      code: 'member_gone',
    });
  });
});

describe('the list', () => {
  it('S68 S69 shows what is due first, resolved ones last, closed ones apart and newest first', async () => {
    const first = await filed(store, later(0));
    const second = await filed(store, later(1));
    const third = await filed(store, later(2));
    const fourth = await filed(store, later(3));
    const fifth = await filed(store, later(4));
    await taken(first.complaintId, later(5), solve);
    await taken(second.complaintId, later(5), answer);
    await taken(fourth.complaintId, later(5), solve, close);
    await taken(fifth.complaintId, later(5), solve, close);

    const numbers = async (which: 'open' | 'closed' | 'all') =>
      (await complaintList(store.db, { which, ...ALL })).rows.map(({ number }) => number);
    expect(await numbers('open')).toEqual([third.number, second.number, first.number]);
    expect(await numbers('closed')).toEqual([fifth.number, fourth.number]);
    expect(await numbers('all')).toEqual([5, 4, 3, 2, 1]);
  });

  it('goes by the same clock that each row shows, whatever has happened to the complaints', async () => {
    const steps = fc.array(fc.constantFrom(answer, solve, close, again), { maxLength: 5 });
    const lives = fc.array(fc.record({ received: fc.integer({ min: 0, max: 500 }), steps }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(lives, async (asked) => {
        for (const { received, steps } of asked) {
          const { complaintId } = await filed(store, later(received));
          await taken(complaintId, later(received + 400), ...steps);
        }
        const { rows } = await complaintList(store.db, { which: 'open', ...ALL });
        const shown = rows.map(({ nextDue }) => nextDue?.at ?? Number.POSITIVE_INFINITY);
        expect(shown).toEqual(shown.toSorted((a, b) => a - b));
      }),
      { numRuns: 25 },
    );
  });

  it('S71 is searched by what happened, wish, result, cause, measure, number and name, taking % and _ as they stand', async () => {
    const mould = await filed(store, later(0), { memberId: memberRow(store, '张敏'), wish: '100% 退款' });
    const rude = await filed(store, later(1), { what: '收银员 a_b 态度不好', object: 'staff' });
    await taken(rude.complaintId, later(2), solve, close);
    const found = async (text: string) =>
      (await complaintList(store.db, { which: 'all', offset: 0, limit: 20, text })).rows.map(
        (row) => row.number,
      );
    expect(await found('鱼油')).toEqual([mould.number]);
    expect(await found('100%')).toEqual([mould.number]);
    expect(await found('a_b')).toEqual([rude.number]);
    expect(await found('axb')).toEqual([]);
    expect(await found('换货')).toEqual([rude.number]);
    expect(await found('受潮')).toEqual([rude.number]);
    expect(await found('冷柜')).toEqual([rude.number]);
    expect(await found('张敏')).toEqual([mould.number]);
    expect(await found('#2')).toEqual([rude.number]);
    expect(await found('2')).toEqual([rude.number]);
    expect(await found(' ')).toHaveLength(2);
    expect(await found("'; drop")).toEqual([]);
  });

  it('comes in pages of a stable order, with the count of all', async () => {
    for (let hour = 0; hour < 5; hour += 1) await filed(store, later(hour));
    const page = await complaintList(store.db, { which: 'all', text: '', offset: 2, limit: 2 });
    expect({ total: page.total, numbers: page.rows.map(({ number }) => number) }).toEqual({
      total: 5,
      numbers: [3, 2],
    });
  });
});

describe('S82 the red bar at lookup', () => {
  it('holds a member’s complaints until they are closed, what is due first at the top', async () => {
    const zhang = memberRow(store, '张三');
    const early = await filed(store, later(0), { memberId: zhang, what: '鱼油发霉' });
    const late = await filed(store, later(3), { memberId: zhang, what: '少给一份' });
    const shut = await filed(store, later(4), { memberId: zhang });
    await filed(store, later(0), { memberId: memberRow(store, '李四') });
    await taken(early.complaintId, later(4), solve);
    await taken(shut.complaintId, later(5), solve, close);

    expect(await openComplaintsOf(store.db, zhang, later(28))).toEqual([
      { id: late.complaintId, number: 2, what: '少给一份', state: 'open', dueAt: later(27), overdue: true },
      {
        id: early.complaintId,
        number: 1,
        what: '鱼油发霉',
        state: 'resolved',
        dueAt: later(168),
        overdue: false,
      },
    ]);
  });

  it('reads the member’s own rows only', async () => {
    expect(await plansOf(store, (db) => openComplaintsOf(db, 'x', later(0)))).toContain(
      'USING INDEX complaint_member',
    );
  });
});

describe('the badge', () => {
  it('S68 S69 counts what is not closed, of that what is late and what soon will be', async () => {
    await filed(store, later(0));
    await filed(store, later(3));
    await filed(store, later(20));
    const shut = await filed(store, later(0));
    await taken(shut.complaintId, later(1), solve, close);
    expect(await complaintCounts(store.db, later(24.5))).toEqual({ open: 3, overdue: 1, dueSoon: 1 });
  });

  it('does not read what is closed', async () => {
    expect(await plansOf(store, (db) => complaintCounts(db, later(0)))).toContain('complaint_open');
  });
});

it('a complaint that is not there has no detail', async () => {
  expect(await complaintDetail(store.db, '0190a5d0-0000-7000-8000-00000000dead')).toBeNull();
});
