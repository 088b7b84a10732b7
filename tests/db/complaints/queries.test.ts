import { unwarned } from '@db/complaints/alerts';
import { applyStep, recordAlerts } from '@db/complaints/commands';
import { complaintDetail } from '@db/complaints/detail';
import { complaintList } from '@db/complaints/list';
import {
  billsOf,
  complainantOf,
  complaintById,
  complaintCounts,
  openComplaintOf,
  openComplaintsOf,
  showingOf,
} from '@db/complaints/queries';
import type { Complaint } from '@domain/complaints/complaint';
import { decidePause } from '@domain/complaints/pause';
import { decideClose, decideReopen, decideResolve, decideRespond } from '@domain/complaints/steps';
import type { Stepped } from '@domain/complaints/timeline';
import { Refusal } from '@domain/refusal';
import { businessDate, type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';
import { doerAt, filed, RULES } from './filing';
import { memberRow, purchaseRow } from './members';

const HOUR = 3_600_000;
const later = (hours: number): Instant => instant(STORE_NOW + hours * HOUR);
const NO_FILTER = {
  ...{ text: '', object: null, reasonGroup: null, reason: null, severity: null, aboutStaffId: null },
  ...{ from: null, to: null, lateOnly: false },
};
const ALL = { ...NO_FILTER, offset: 0, limit: 200 } as const;
const showing = (now = STORE_NOW) => showingOf(store.db, { now, today: businessDate('2026-05-18') });

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

const answer = (now: Instant) => (c: Complaint) => decideRespond(c, { note: '已回复', now }, 'wall_clock');
const solve = (now: Instant) => (c: Complaint) => decideResolve(c, { result: '换货', now }, 'wall_clock');
const close = (now: Instant) => (c: Complaint) => decideClose(c, { cause: '受潮', measure: '冷柜', now });
const again = (now: Instant) => (c: Complaint) =>
  decideReopen(c, { reason: '又坏', now }, RULES, 'wall_clock');
const wait = (now: Instant) => (c: Complaint) => decidePause(c, { reason: '等寄回', now });

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
  it('S68 S69 shows what is due first, then what is paused, resolved ones last, closed ones apart and newest first', async () => {
    const first = await filed(store, later(0));
    const second = await filed(store, later(1));
    const third = await filed(store, later(2));
    const fourth = await filed(store, later(3));
    const fifth = await filed(store, later(4));
    const sixth = await filed(store, later(0));
    await taken(first.complaintId, later(5), solve);
    await taken(second.complaintId, later(5), answer);
    await taken(sixth.complaintId, later(5), wait);
    await taken(fourth.complaintId, later(5), solve, close);
    await taken(fifth.complaintId, later(5), solve, close);

    const numbers = async (which: 'open' | 'closed' | 'all') =>
      (await complaintList(store.db, { which, ...ALL }, await showing())).rows.map(({ number }) => number);
    expect(await numbers('open')).toEqual([third.number, second.number, sixth.number, first.number]);
    expect(await numbers('closed')).toEqual([fifth.number, fourth.number]);
    expect(await numbers('all')).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('goes by the same clock that each row shows, whatever has happened to the complaints', async () => {
    const steps = fc.array(fc.constantFrom(answer, solve, close, again, wait), { maxLength: 5 });
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
        const { rows } = await complaintList(store.db, { which: 'open', ...ALL }, await showing());
        const shown = rows.map(({ nextDue }) => nextDue?.at ?? Number.POSITIVE_INFINITY);
        expect(shown).toEqual(shown.toSorted((a, b) => a - b));
      }),
      { numRuns: 25 },
    );
  });

  it('comes in pages of a stable order, with the count of all', async () => {
    for (let hour = 0; hour < 5; hour += 1) await filed(store, later(hour));
    const page = await complaintList(
      store.db,
      { which: 'all', ...NO_FILTER, offset: 2, limit: 2 },
      await showing(),
    );
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
      {
        id: late.complaintId,
        number: 2,
        what: '少给一份',
        state: 'open',
        dueAt: later(27),
        paused: false,
        overdue: true,
      },
      {
        id: early.complaintId,
        number: 1,
        what: '鱼油发霉',
        state: 'resolved',
        dueAt: later(168),
        paused: false,
        overdue: false,
      },
    ]);
  });

  it('says of one whose clocks stand still that they do, however long it has waited', async () => {
    const zhang = memberRow(store, '张三');
    const { complaintId } = await filed(store, later(0), { memberId: zhang });
    await taken(complaintId, later(1), wait);
    expect(await openComplaintsOf(store.db, zhang, later(1000))).toMatchObject([
      { paused: true, overdue: false },
    ]);
  });

  it('names the oldest without a result, so that nobody sells to that member meanwhile', async () => {
    const zhang = memberRow(store, '张三');
    expect(await openComplaintOf(store.db, zhang)).toBeNull();
    const first = await filed(store, later(0), { memberId: zhang });
    const second = await filed(store, later(3), { memberId: zhang, what: '少给一份' });
    const oldest = { id: first.complaintId, number: first.number, what: '鱼油发霉', state: 'open' };
    expect(await openComplaintOf(store.db, zhang)).toEqual(oldest);
    await taken(first.complaintId, later(4), solve);
    expect(await openComplaintOf(store.db, zhang)).toMatchObject({ id: second.complaintId });
    await taken(second.complaintId, later(4), solve);
    expect(await openComplaintOf(store.db, zhang)).toEqual({ ...oldest, state: 'resolved' });
    await taken(first.complaintId, later(4), close);
    await taken(second.complaintId, later(4), close);
    expect(await openComplaintOf(store.db, zhang)).toBeNull();
  });

  it('reads the member’s own rows only', async () => {
    expect(await plansOf(store, (db) => openComplaintsOf(db, 'x', later(0)))).toContain(
      'USING INDEX complaint_member',
    );
  });
});

describe('the badge', () => {
  it('S68 S69 counts what is not closed, of that what is late and what soon will be; what is paused is neither', async () => {
    await filed(store, later(0));
    await filed(store, later(3));
    await filed(store, later(20));
    const shut = await filed(store, later(0));
    await taken(shut.complaintId, later(1), solve, close);
    const waiting = await filed(store, later(0));
    await taken(waiting.complaintId, later(1), wait);
    expect(await complaintCounts(store.db, later(24.5))).toEqual({ open: 4, overdue: 1, dueSoon: 1 });
  });

  it('does not read what is closed', async () => {
    expect(await plansOf(store, (db) => complaintCounts(db, later(0)))).toContain('complaint_open');
  });
});

it('a complaint that is not there has no detail', async () => {
  expect(await complaintDetail(store.db, '0190a5d0-0000-7000-8000-00000000dead', await showing())).toBeNull();
});

describe('the clocks of which nobody was warned yet', () => {
  const owed = async (now: Instant) =>
    (await unwarned(store.db, now)).map(({ number, clock, dueAt }) => [number, clock, dueAt]);

  it('S68 S69 are those that run and have not run out, what is due first at the top', async () => {
    await filed(store, later(1));
    const answered = await filed(store, later(0));
    await taken(answered.complaintId, later(2), answer);
    const waiting = await filed(store, later(0));
    await taken(waiting.complaintId, later(2), wait);
    const solved = await filed(store, later(0));
    await taken(solved.complaintId, later(2), solve);
    expect(await owed(later(3))).toEqual([
      [1, 'response', later(25)],
      [2, 'resolution', later(168)],
      [1, 'resolution', later(169)],
    ]);
    expect(await owed(later(25.1))).toHaveLength(2);
  });

  it('S68 are told once for each due time: a new one is told again', async () => {
    const { complaintId } = await filed(store, later(0));
    const told = { complaintId, clock: 'response', dueAt: later(24) } as const;
    await store.db.transaction().execute(async (tx) => recordAlerts(tx, [told], later(22)));
    expect(await owed(later(22))).toEqual([[1, 'resolution', later(168)]]);
    await taken(complaintId, later(23), solve, again);
    expect(await owed(later(23))).toEqual([
      [1, 'response', later(47)],
      [1, 'resolution', later(168)],
    ]);
  });

  it('are found among open complaints only', async () => {
    expect(await plansOf(store, (db) => unwarned(db, later(0)))).toContain('complaint_open');
  });
});

describe('bills to complain about', () => {
  it('are the member’s own, with what was bought and who sold it', async () => {
    const zhang = memberRow(store, '张三');
    const bill = purchaseRow(store, zhang);
    purchaseRow(store, memberRow(store, '李四'));
    store.raw
      .prepare(
        'insert into purchase_line (purchase_id, line_no, product, quantity_milli, amount_fen) values (?, ?, ?, 1000, 1)',
      )
      .run(bill, 1, '鱼油');
    expect(await billsOf(store.db, zhang)).toEqual([
      {
        purchaseId: bill,
        on: '2026-05-18',
        paid: 168_00,
        receiptNo: null,
        products: ['鱼油'],
        soldBy: { id: doerAt(STORE_NOW).staffId, name: '店主' },
      },
    ]);
    expect(await plansOf(store, (db) => billsOf(db, zhang))).not.toContain('SCAN purchase');
  });
});
