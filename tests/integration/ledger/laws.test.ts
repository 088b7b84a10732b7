import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CoinModel } from '../../domain/points/coin-model';
import { followBoth, someHistory, someRules } from '../../domain/points/sequences';
import { aShop, type TestShop } from '../../support/shop';
import { brokenLaws } from './laws-in-sql';
import { StoreTill, setRules } from './store-till';

const RUNS = 300;

let shop: TestShop;
beforeAll(async () => {
  shop = await aShop({ now: '2026-01-15T04:00:00Z' });
});
afterAll(() => shop.close());

const rows = () =>
  ['purchase', 'refund', 'points_entry', 'points_lot', 'points_move', 'command_outcome'].map((table) =>
    shop.raw().prepare(`select count(*) from ${table}`).pluck().get(),
  );

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
