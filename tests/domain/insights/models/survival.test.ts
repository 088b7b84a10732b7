import { gapCounts, kaplanMeier, medianOf, survivalFinding } from '@domain/insights/models/survival';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visits } from './stores';

function counts(ended: readonly number[], open: readonly number[]) {
  const longest = Math.max(...ended, ...open);
  const columns = { ended: new Float64Array(longest + 1), open: new Float64Array(longest + 1) };
  for (const day of ended) columns.ended[day]! += 1;
  for (const day of open) columns.open[day]! += 1;
  return columns;
}

describe('Kaplan-Meier of the gaps', () => {
  it('S19 is the textbook: 6-MP against placebo, Freireich 1963, as in Kalbfleisch and Prentice', () => {
    // Weeks of remission of 21 children with 6-MP: 9 relapsed, 12 were still well when last seen.
    const curve = kaplanMeier(
      counts([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
    );
    expect(curve.map(({ day, atRisk, waiting }) => [day, atRisk, waiting.toFixed(3)])).toEqual([
      [6, 21, '0.857'],
      [7, 17, '0.807'],
      [10, 15, '0.753'],
      [13, 12, '0.690'],
      [16, 11, '0.627'],
      [22, 7, '0.538'],
      [23, 6, '0.448'],
    ]);
    expect(medianOf(curve)).toBe(23);
    // log(-log) intervals of survival::survfit(conf.type = "log-log") on the same data.
    expect(curve.map(({ low, high }) => [low.toFixed(3), high.toFixed(3)]).at(0)).toEqual(['0.620', '0.952']);
    expect(curve.map(({ low, high }) => [low.toFixed(3), high.toFixed(3)]).at(-1)).toEqual([
      '0.188',
      '0.680',
    ]);
  });

  it('S19 is the plain share where no gap is open', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 200 }), (gaps) => {
        for (const { day, waiting } of kaplanMeier(counts(gaps, []))) {
          expect(waiting).toBeCloseTo(gaps.filter((gap) => gap > day).length / gaps.length, 9);
        }
      }),
    );
  });

  it('S19 never rises, and lies within its interval', () => {
    const days = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(days, days, (ended, open) => {
        let before = 1;
        for (const { waiting, low, high } of kaplanMeier(counts(ended, open))) {
          expect(waiting).toBeLessThan(before);
          expect(low).toBeLessThanOrEqual(waiting);
          expect(high).toBeGreaterThanOrEqual(waiting);
          expect(low >= 0 && high <= 1).toBe(true);
          before = waiting;
        }
      }),
    );
  });

  it('S19 counts gaps between days, not bills; the last one is open, but not since today', () => {
    const store = visits([10, 10, 15, 40], [12], [], [20, 50], [60]);
    const { ended, open } = gapCounts(store, 50);
    const told = (column: Float64Array) => [...column.entries()].filter(([, count]) => count > 0);
    expect(told(ended)).toEqual([
      [5, 1],
      [25, 1],
      [30, 1],
    ]);
    expect(told(open)).toEqual([
      [10, 1],
      [38, 1],
    ]);
  });

  it('S19 is not drawn below the repeat buyers that are asked for, nor without a gap', () => {
    const some = counts([3, 4, 90], [7]);
    expect(survivalFinding(some, 2, 3)).toEqual({ enough: false, repeatBuyers: 2, needed: 3 });
    expect(survivalFinding(counts([1], []), 1, 1)).toMatchObject({ enough: true });
    expect(survivalFinding(gapCounts(visits(), 9), 0, 0)).toMatchObject({ enough: false });
    const drawn = survivalFinding(some, 3, 3);
    if (!drawn.enough) throw new Error('not enough');
    expect(drawn).toMatchObject({ gaps: 3, censored: 1, medianDays: 4 });
    expect(drawn.curve.slice(0, 2).map(({ day, waiting, atRisk }) => [day, waiting, atRisk])).toEqual([
      [3, 750, 4],
      [4, 500, 3],
    ]);
    expect(drawn.curve.at(-1)).toMatchObject({ day: 90, waiting: 0 });
  });
});
