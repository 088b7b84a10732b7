import { liabilityOn } from '@db/points/liability';
import { usablePoints } from '@db/points/queries';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { chances, pick } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { aMember, clawBack, earn, LEDGER_DAY } from './ledger-file';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

it('a store without points owes nothing', async () => {
  expect(await liabilityOn(store.db, LEDGER_DAY)).toMatchObject({
    asOf: LEDGER_DAY,
    members: 0,
    points: 0,
    worth: 0,
    owedToShop: 0,
    months: [],
  });
});

it('counts living lots only, swept or not, by the month of their last day', async () => {
  const [zhang, li] = [await aMember(store), await aMember(store)];
  await earn(store, zhang, 40, { lastDay: '2026-05-17' });
  await earn(store, zhang, 100, { lastDay: '2026-05-18' });
  await earn(store, li, 30, { lastDay: '2026-07-31' });
  await earn(store, li, 5);
  expect(await liabilityOn(store.db, LEDGER_DAY)).toEqual({
    asOf: LEDGER_DAY,
    members: 2,
    points: 135,
    worth: 135,
    owedToShop: 0,
    months: [
      { month: '2026-05', points: 100, worth: 100 },
      { month: '2026-06', points: 0, worth: 0 },
      { month: '2026-07', points: 30, worth: 30 },
    ],
    later: { points: 0, worth: 0 },
    never: { points: 5, worth: 5 },
  });
});

test('less what members owe it is the sum of all balances', async () => {
  const chance = chances(7);
  const members: string[] = [];
  for (let n = 0; n < 30; n++) members.push(await aMember(store));
  for (const memberId of members) {
    for (let lots = Math.floor(chance() * 4); lots > 0; lots--) {
      const lastDay = pick([null, '2026-05-17', '2026-05-18', '2026-06-30', '2027-05-31'], chance());
      await earn(store, memberId, 1 + Math.floor(chance() * 500), { lastDay });
    }
    if (chance() < 0.3) await clawBack(store, memberId, 200);
  }
  const balances = await Promise.all(members.map((id) => usablePoints(store.db, id, LEDGER_DAY)));
  const { points, owedToShop, members: holders } = await liabilityOn(store.db, LEDGER_DAY);
  expect(owedToShop).toBeGreaterThan(0);
  expect(points - owedToShop).toBe(balances.reduce((sum, { usable }) => sum + usable, 0));
  expect(holders).toBe(balances.filter(({ usable, debt }) => usable + debt > 0).length);
});

it('is read from covering indexes: no lot itself is read, and the days come in their order', async () => {
  const plans = await plansOf(store, (db) => liabilityOn(db, LEDGER_DAY));
  expect(plans).toContain('COVERING INDEX points_lot_lapse');
  expect(plans).toContain('points_lot_open');
  expect(plans).not.toContain('TEMP B-TREE');
  expect(plans).not.toMatch(/SCAN points_lot$/m);
});
