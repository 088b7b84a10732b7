import type SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CoinModel } from '../../domain/points/coin-model';
import { followBoth, someHistory, someRules } from '../../domain/points/sequences';
import { aShop, type TestShop } from '../../support/shop';
import { brokenLaws } from './laws-in-sql';
import { rowCounts } from './row-counts';
import { StoreTill, setRules } from './store-till';

/** What the decisions make of ten thousand is domain/points/ledger-laws; here they go through the bridge into the file. */
const RUNS = 150;

const TABLES = ['purchase', 'refund', 'points_entry', 'points_lot', 'points_move', 'command_outcome'];

let shop: TestShop;
let counted: SQLite.Statement;
beforeAll(async () => {
  shop = await aShop({ now: '2026-01-15T04:00:00Z' });
  counted = rowCounts(shop.raw(), TABLES);
});
afterAll(() => shop.close());

const rows = () => counted.all();

test(`${RUNS} random histories through the bridge into the file: coins on the table, replays, every law`, async () => {
  await fc.assert(
    fc.asyncProperty(someRules, someHistory, async (rules, history) => {
      await setRules(shop, rules);
      const till = await StoreTill.withMember(shop);
      await followBoth(history, new CoinModel(rules, till.today), till, async (_asked, result) => {
        const before = rows();
        const again = await till.replay();
        if (again === undefined) return;
        if (!('refused' in result)) expect(till.shownAtTheCounter()).toBe((await till.standing()).usable);
        // A refusal was rolled back, so asking again is a new question; what was done is answered from memory.
        if (!('refused' in result))
          expect(again).toMatchObject(result.moneyBack === undefined ? result : { effect: result });
        expect(rows()).toEqual(before);
      });
    }),
    { numRuns: RUNS },
  );
  expect(brokenLaws(shop.raw())).toEqual([]);
  expect(shop.reported).toEqual([]);
}, 300_000);
