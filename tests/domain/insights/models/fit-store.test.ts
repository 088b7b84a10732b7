import type { Histories } from '@domain/insights/history';
import { backTest } from '@domain/insights/models/back-test';
import { fitStore } from '@domain/insights/models/fit-store';
import { purchasesUpTo } from '@domain/insights/models/purchase-history';
import { meanSpend } from '@domain/insights/models/spend-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulated } from '../../../support/simulated-store';
import { store, visits } from './stores';

const RULES = { minRepeatBuyers: 200, yearlyDiscountPercent: 10 };
const EASY = { minRepeatBuyers: 1, yearlyDiscountPercent: 10 };
const NATURE = { r: 0.7, alpha: 6, a: 0.8, b: 3, p: 6, q: 4, gamma: 60 };
const SHOP = simulated(NATURE, 4000, 730, 3);

/** No number of a fit may be anything but a number. */
function expectNumbers(histories: Histories, asOf: number, rules: typeof RULES) {
  const fit = fitStore(histories, asOf, rules);
  const { alive, expectedMilli, expectedFen } = fit.columns;
  for (const column of [alive, expectedMilli, expectedFen]) {
    expect(column).toHaveLength(histories.n.length);
    for (const value of column) expect(Number.isInteger(value) && value >= -1).toBe(true);
  }
  // JSON knows neither NaN nor infinity: both would come back as null.
  expect(JSON.parse(JSON.stringify([fit.model, fit.survival]))).toEqual([fit.model, fit.survival]);
  return fit;
}

describe('a store as the models see it', () => {
  it('S16 S18 tells every buyer their chance and their year, and the store the sum of them', () => {
    const { model, columns } = expectNumbers(SHOP, 730, RULES);
    if (!model.enough || model.expectedMoney === null) throw new Error('not fitted');
    const sum = (column: Iterable<number>) => [...column].reduce((all, value) => all + value, 0);
    expect(sum(columns.expectedMilli) / 1000).toBeCloseTo(model.expectedPurchases, -1);
    expect(Math.abs(sum(columns.expectedFen) - model.expectedMoney)).toBeLessThan(4000);
    expect(Math.max(...columns.alive)).toBe(1000);
    expect(Math.min(...columns.alive)).toBeLessThan(300);
  });

  it('S16 without a discount a year is worth its purchases times what one of theirs is worth', () => {
    const { model, columns } = fitStore(SHOP, 730, { minRepeatBuyers: 200, yearlyDiscountPercent: 0 });
    if (!model.enough || model.money === null) throw new Error('not fitted');
    const spend = model.money;
    const { repeats, repeatFen } = purchasesUpTo(SHOP, 730);
    // Of those who come every week or so: thousandths of a purchase are rounded.
    const often = [...SHOP.n.keys()].filter((i) => (columns.expectedMilli[i] ?? 0) > 10_000);
    expect(often.length).toBeGreaterThan(20);
    for (const i of often) {
      const worth =
        ((columns.expectedMilli[i] ?? 0) / 1000) * meanSpend(spend, repeats[i] ?? 0, repeatFen[i] ?? 0);
      expect((columns.expectedFen[i] ?? 0) / worth).toBeCloseTo(1, 3);
    }
  });

  it('S17 money that comes later is worth less: a higher discount lessens it, none leaves purchases times money', () => {
    const worth = (yearlyDiscountPercent: number) => {
      const { model } = fitStore(SHOP, 730, { minRepeatBuyers: 200, yearlyDiscountPercent });
      return model.enough ? (model.expectedMoney ?? 0) : 0;
    };
    const [none, ten, fifty] = [worth(0), worth(10), worth(50)];
    expect(ten).toBeLessThan(none);
    expect(ten).toBeGreaterThan(none / 1.1);
    expect(fifty).toBeLessThan(ten);
    expect(fifty).toBeGreaterThan(none / 1.5);
  });

  it('S17 is tested against what is known already, and beats "as many as before" in a store of its kind', () => {
    const { model } = fitStore(SHOP, 730, RULES);
    const test = model.enough ? model.backTest : null;
    if (test === null) throw new Error('no back-test');
    expect(Math.abs(test.foretold / test.real - 1)).toBeLessThan(0.1);
    expect(test.meanError).toBeLessThan(test.naiveError);
    expect(test.byFrequency.reduce((sum, { members }) => sum + members, 0)).toBe(test.buyers);
    expect(test.byFrequency.reduce((sum, { members, real }) => sum + members * real, 0)).toBeCloseTo(
      test.real,
      6,
    );
  });

  it('S17 "as many as before" is what counting by hand gives: days with a bill, the very first left out', () => {
    const { fittedUpTo, buyers, naiveError, real } = backTest(SHOP, 730, 1, 7) ?? {};
    expect(fittedUpTo).toBe('1971-05-03'); // day 487: two thirds of the time
    const known = [...SHOP.n.keys()]
      .map((i) => [...new Set(SHOP.day.slice(SHOP.start[i], SHOP.start[i + 1]))])
      .filter(([first = 731]) => first <= 487)
      .map((days) => days.slice(1));
    const within = (days: readonly number[], after: number, upTo: number) =>
      days.filter((day) => day > after && day <= upTo).length;
    const sum = (of: (days: readonly number[]) => number) => known.reduce((all, days) => all + of(days), 0);
    expect(buyers).toBe(known.length);
    expect(real).toBe(sum((days) => within(days, 487, 730)));
    const missed = sum((days) => Math.abs(within(days, 244, 487) - within(days, 487, 730)));
    expect(naiveError).toBeCloseTo(missed / known.length, 9);
  });

  it('S17 holds a year out at most: one bill of a year that was typed wrongly leaves it as it is', () => {
    const old = { ...SHOP, day: SHOP.day.map((day, bill) => (bill === 0 ? -9000 : day)) };
    expect(backTest(old, 730, 200, 7)).toMatchObject({ fittedUpTo: '1971-01-01', until: '1972-01-01' });
  });

  it('S17 has no back-test where the first part is shorter than three months, or knows too few', () => {
    expect(backTest(SHOP, 181, 1, 7)).toBeNull();
    expect(backTest(SHOP, 730, 100_000, 7)).toBeNull();
    expect(backTest(SHOP, 182, 1, 7)).toMatchObject({ fittedUpTo: '1970-04-02' });
    expect(backTest(SHOP, 183, 1, 7)).toMatchObject({ fittedUpTo: '1970-04-03', until: '1970-07-03' });
  });

  it('S16 says that there is too little below the repeat buyers that the rules ask for', () => {
    const little = { enough: false, repeatBuyers: 1, needed: 200 };
    const { model, survival, columns } = expectNumbers(visits([1, 5], [3], []), 30, RULES);
    expect(model).toEqual({ ...little, didNotConverge: false });
    expect(survival).toEqual(little);
    expect([...columns.alive]).toEqual([-1, -1, -1]);
  });

  it('S16 looks at nothing after its day', () => {
    const later = visits([1, 5, 90], [3, 80], []);
    expect(fitStore(later, 30, RULES)).toEqual(fitStore(visits([1, 5], [3], []), 30, RULES));
  });

  it('S16 says that it found no fit where all are one and the same', () => {
    const same = visits(...Array.from({ length: 300 }, () => [0, 20, 40, 60]));
    const { model } = expectNumbers(same, 70, RULES);
    expect(model).toEqual({ enough: false, repeatBuyers: 300, needed: 200, didNotConverge: true });
  });

  it('S16 foretells purchases but no money where everything costs the same', () => {
    const { model, columns } = expectNumbers({ ...SHOP, fen: SHOP.fen.map(() => 3800) }, 730, RULES);
    expect(model).toMatchObject({ enough: true, money: null, expectedMoney: null });
    expect(new Set(columns.expectedFen)).toEqual(new Set([-1]));
    expect(Math.max(...columns.expectedMilli)).toBeGreaterThan(1000);
  });

  it('S16 a store without members, with one buyer, or without money has numbers or says that it has none', () => {
    for (const odd of [
      visits(),
      visits([]),
      visits([4]),
      visits([4, 9]),
      store([
        [
          [4, 0],
          [9, 0],
        ],
      ]),
    ]) {
      expectNumbers(odd, 20, EASY);
      expectNumbers(odd, 20, { ...EASY, minRepeatBuyers: 0 });
    }
  });

  it('S16 no store, however odd, makes it throw or say what is no number', () => {
    const bill = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 10_000_000 }));
    const member = fc.array(bill, { maxLength: 12 }).map((all) => all.sort(([one], [other]) => one - other));
    fc.assert(
      fc.property(fc.array(member, { maxLength: 25 }), fc.integer({ min: 0, max: 400 }), (members, asOf) => {
        expectNumbers(store(members), asOf, EASY);
      }),
      { numRuns: 60 },
    );
  });
});
