import { catchUp } from '@db/insights/history';
import { rebuildLookup } from '@db/members/lookup-rows';
import { customersIn } from '@db/overview/customers';
import { readOn } from '@db/reading';
import { memberCount } from '@db/segments/queries';
import { addDays } from '@domain/calendar/business-day';
import { ruleOfBuyers, ruleOfCustomers, ruleOfLost } from '@domain/overview/rules-of';
import type { SegmentRule } from '@domain/segments/segment';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chances, insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
  store.raw.pragma('synchronous = off'); // nothing here is about power cuts
});
afterEach(() => store.close());

const TODAY = businessDate('2026-11-22');
const MONTH = { from: businessDate('2026-11-01'), to: TODAY };

/** Members by the days on which they bought. */
function bought(...of: readonly (readonly string[])[]): void {
  const ids = insertMembers(
    store.raw,
    of.map(() => ({ name: '张三' })),
  );
  insertBills(
    store.raw,
    of.flatMap((days, at) => days.map((on) => ({ memberId: ids[at] ?? '', on, fen: 2000 }))),
  );
  rebuildLookup(store.raw, TODAY);
  while (catchUp(store.raw, 1000) > 0);
}

const customers = (period = MONTH) => customersIn(store.db, { ...period, today: TODAY }, store.raw);

it('S23 the month so far beside the same days before, and twelve months', async () => {
  bought(['2026-10-03', '2026-11-05'], ['2026-11-20'], ['2026-08-10']);
  const found = await customers();
  expect(found).toMatchObject({
    ...{ period: MONTH, compared: { from: '2026-10-01', to: '2026-10-22' }, dormantDays: 90 },
    now: {
      ...{ atStart: 2, fresh: 1, back: 0, lost: 1, atEnd: 2, bought: 2, returning: 1 },
      ...{ freshMoney: 2000, returningMoney: 2000, retention: { percent: 50, of: 2 } },
    },
    before: { atStart: 1, fresh: 1, lost: 0, atEnd: 2 },
  });
  expect(found.months).toHaveLength(12);
  expect(found.months.at(-1)).toEqual({ month: '2026-11', movement: found.now });
  expect(found.months.map(({ movement }) => movement.fresh).slice(-4)).toEqual([1, 0, 1, 1]);
});

it.each([1, 2, 3])('the list behind a number holds as many as it says (%i)', async (seed) => {
  const chance = chances(seed);
  const day = () =>
    new Date(Date.parse(TODAY) - Math.floor(chance() * 300) * 86_400_000).toISOString().slice(0, 10);
  // On both sides of each border, and whoever comes.
  const borders = [0, 1, 21, 22, 89, 90, 111, 112, 295, 296].map((days) => [addDays(TODAY, -days)]);
  const others = Array.from({ length: 60 }, () =>
    Array.from({ length: Math.floor(chance() * 5) }, day).sort(),
  );
  bought(...borders, ...others);
  const counted = async (rule: SegmentRule | null) => {
    if (rule === null) throw new Error('a period that ends today has a rule');
    return await readOn(store.db, memberCount(rule, TODAY));
  };
  for (const from of ['2026-11-22', '2026-11-01', '2026-05-01'].map(businessDate)) {
    const period = { from, to: TODAY };
    const { now, dormantDays } = await customers(period);
    expect(await counted(ruleOfBuyers(period, TODAY))).toBe(now.bought);
    expect(await counted(ruleOfCustomers(period, TODAY, dormantDays))).toBe(now.atEnd);
    expect(await counted(ruleOfLost(period, TODAY, dormantDays))).toBe(now.lost);
  }
});

describe('of a period that is over', () => {
  it('no rule of today tells who was there', () => {
    const october = { from: businessDate('2026-10-01'), to: businessDate('2026-10-31') };
    expect(ruleOfLost(october, TODAY, 90)).toBeNull();
    expect(ruleOfCustomers(october, TODAY, 90)).toBeNull();
  });
});
