import { sweepExpired } from '@db/points/commands';
import { accountOf, adjustedOn, entriesOf, lapsedLots, openLots, usablePoints } from '@db/points/queries';
import { addDays } from '@domain/calendar/business-day';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { aMember, earn, LEDGER_DAY, stampOn } from './ledger-file';

let store: StoreFile;
let zhang: string;
beforeEach(async () => {
  store = aStoreFile();
  zhang = await aMember(store);
});
afterEach(() => store.close());

const sweep = (today = LEDGER_DAY, most = 100) =>
  store.db.transaction().execute((tx) => sweepExpired(tx, today, stampOn(today), most));

describe('usable points', () => {
  it('are nothing for somebody who never had any', async () => {
    expect(await usablePoints(store.db, zhang, LEDGER_DAY)).toEqual({
      usable: 0,
      debt: 0,
      lapsingSoon: null,
    });
  });

  it('never count a lapsed lot, before the sweep has written its expiry and after', async () => {
    await earn(store, zhang, 100, { lastDay: '2026-05-17' });
    await earn(store, zhang, 30, { lastDay: '2026-05-18' });
    const before = await usablePoints(store.db, zhang, LEDGER_DAY);
    expect(before).toMatchObject({ usable: 30, lapsingSoon: { points: 30, lastDay: '2026-05-18' } });
    await sweep();
    expect(await usablePoints(store.db, zhang, LEDGER_DAY)).toEqual(before);
  });

  it('say how many lapse within 30 days, and when the first of them does', async () => {
    await earn(store, zhang, 10, { lastDay: '2026-06-17' });
    await earn(store, zhang, 20, { lastDay: '2026-05-31' });
    await earn(store, zhang, 40, { lastDay: '2026-06-18' });
    await earn(store, zhang, 80);
    expect(await usablePoints(store.db, zhang, LEDGER_DAY)).toMatchObject({
      usable: 150,
      lapsingSoon: { points: 30, lastDay: '2026-05-31' },
    });
  });
});

describe('the ledger as it is read', () => {
  it('shows every entry with the balance after it, newest first, page by page', async () => {
    for (const count of [10, 20, 40, 80]) await earn(store, zhang, count, { lastDay: '2026-05-31' });
    await sweep(businessDate('2026-06-01'));
    const first = await entriesOf(store.db, zhang, { offset: 0, limit: 3 });
    const rest = await entriesOf(store.db, zhang, { offset: 3, limit: 3 });
    expect(first.total).toBe(5);
    expect([...first.rows, ...rest.rows].map((row) => [row.kind, row.points, row.balanceAfter])).toEqual([
      ['expire', -150, 0],
      ['opening', 80, 150],
      ['opening', 40, 70],
      ['opening', 20, 30],
      ['opening', 10, 10],
    ]);
    expect(first.rows[0]).toMatchObject({ staffName: '店主', businessDate: '2026-06-01', receiptNo: null });
  });

  it('lists the lots that live, soonest lapse first, never-lapsing last', async () => {
    await earn(store, zhang, 5);
    await earn(store, zhang, 10, { lastDay: '2026-12-31' });
    await earn(store, zhang, 20, { lastDay: '2026-05-31' });
    await earn(store, zhang, 40, { lastDay: '2026-05-17' });
    expect((await openLots(store.db, zhang, LEDGER_DAY)).map((lot) => lot.remaining)).toEqual([20, 10, 5]);
  });
});

describe('the sweep', () => {
  it('empties every lapsed lot in one entry a member, names the members, and finds nothing more', async () => {
    const li = await aMember(store);
    await earn(store, zhang, 10, { lastDay: '2026-03-31' });
    await earn(store, zhang, 20, { lastDay: '2026-04-30' });
    await earn(store, zhang, 40, { lastDay: '2026-05-31' });
    await earn(store, li, 7, { lastDay: '2026-04-30' });
    expect((await sweep()).sort()).toEqual([zhang, li].sort());
    expect((await accountOf(store.db, zhang))?.holdings.lots.map((lot) => lot.remaining)).toEqual([40]);
    expect((await entriesOf(store.db, zhang, { offset: 0, limit: 1 })).rows).toMatchObject([{ points: -30 }]);
    expect(await sweep()).toEqual([]);
  });

  it('goes in bounded steps when asked to, each a whole number of members', async () => {
    const members = [zhang, await aMember(store), await aMember(store)];
    for (const member of members) {
      await earn(store, member, 10, { lastDay: '2026-03-31' });
      await earn(store, member, 20, { lastDay: '2026-04-30' });
    }
    const swept: string[][] = [];
    for (let step = await sweep(LEDGER_DAY, 1); step.length > 0; step = await sweep(LEDGER_DAY, 1))
      swept.push(step);
    expect(swept.flat().sort()).toEqual([...members].sort());
    expect(swept.length).toBe(3);
  });
});

describe('every question is answered from an index', () => {
  it.each([
    ['usablePoints', () => plansOf(store, (db) => usablePoints(db, zhang, LEDGER_DAY)), 'points_lot_open'],
    ['accountOf', () => plansOf(store, (db) => accountOf(db, zhang)), 'points_lot_open'],
    ['openLots', () => plansOf(store, (db) => openLots(db, zhang, LEDGER_DAY)), 'points_lot_open'],
    [
      'lapsedLots',
      () => plansOf(store, (db) => lapsedLots(db, addDays(LEDGER_DAY, 1), 10)),
      'points_lot_lapse',
    ],
    [
      'entriesOf',
      () => plansOf(store, (db) => entriesOf(db, zhang, { offset: 0, limit: 9 })),
      'points_entry_member',
    ],
    ['adjustedOn', () => plansOf(store, (db) => adjustedOn(db, zhang, LEDGER_DAY)), 'points_entry_staff'],
  ])('%s', async (_query, plans, index) => {
    const plan = await plans();
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/SCAN (points_|purchase|staff)/);
  });
});
