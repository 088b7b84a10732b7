import { paretoOf } from '@domain/insights/pareto';
import { valuesOf, yearUpTo } from '@domain/insights/value';
import { VALUES } from '@domain/insights/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, historiesOf } from './members';

const FIFTH_AND_HALF = { highPercent: 20, middlePercent: 30 };
const valued = (...yuan: number[]) =>
  [...valuesOf({ yearFen: Float64Array.from(yuan, (one) => one * 100) }, FIFTH_AND_HALF)].map(
    (place) => VALUES[place],
  );
const money = fc.array(fc.nat(50), { maxLength: 60 });

describe('S08 value by the money of 12 months', () => {
  it('counts the bills of 12 months, the day a year ago left out', () => {
    const { yearBills, yearFen } = yearUpTo(
      historiesOf([
        {
          bills: [
            [0, 5],
            [364, 7],
            [365, 100],
          ],
        },
        { bills: [[400, 9]] },
      ]),
      AS_OF,
    );
    expect([...yearBills]).toEqual([2, 0]);
    expect([...yearFen]).toEqual([1200, 0]);
  });

  it('the best fifth is high, the next three tenths middle, the rest low', () => {
    expect(valued(10, 9, 8, 7, 6, 5, 4, 3, 2, 1)).toEqual([
      ...['high', 'high'],
      ...['middle', 'middle', 'middle'],
      ...['low', 'low', 'low', 'low', 'low'],
    ]);
  });

  it('who bought nothing is low, and no part of the shares', () => {
    expect(valued(5, 4, 3, 2, 1, 0, 0, 0, 0, 0)).toEqual([
      ...['high', 'middle', 'middle', 'low', 'low'],
      ...['low', 'low', 'low', 'low', 'low'],
    ]);
  });

  it('equal money is equal value, of the lower level', () => {
    expect(valued(5, 5, 5, 5, 5)).toEqual(['low', 'low', 'low', 'low', 'low']);
    expect(valued(9, 5, 5, 1, 1)).toEqual(['high', 'middle', 'middle', 'low', 'low']);
    expect(valued(9, 5, 5, 5, 1)).toEqual(['high', 'low', 'low', 'low', 'low']);
  });

  it('there are never more than asked for, and more money is never less value', () => {
    fc.assert(
      fc.property(money, (yuan) => {
        const values = valued(...yuan);
        const buyers = yuan.filter((one) => one > 0).length;
        const high = values.filter((value) => value === 'high').length;
        const middle = values.filter((value) => value === 'middle').length;
        expect(high).toBeLessThanOrEqual(Math.ceil(buyers / 5));
        expect(high + middle).toBeLessThanOrEqual(Math.ceil(buyers / 2));
        const place = (at: number) => VALUES.indexOf(values[at] ?? 'low');
        for (const [a, one] of yuan.entries())
          for (const [b, other] of yuan.entries())
            if (one >= other) expect(place(a)).toBeLessThanOrEqual(place(b));
      }),
    );
  });
});

describe('S07 the 80/20 curve', () => {
  it('tells what the best fifth bring, and how many bring four fifths', () => {
    const told = paretoOf(Float64Array.from([8000, 500, 500, 500, 500, 0]));
    expect(told).toMatchObject({ buyers: 5, money: 10000, topFifth: 800, forFourFifths: 200 });
    expect(told.curve).toHaveLength(101);
    expect([told.curve[0], told.curve[20], told.curve[40], told.curve[100]]).toEqual([0, 800, 850, 1000]);
  });

  it('says nothing where nobody bought', () => {
    expect(paretoOf(Float64Array.of(0, 0))).toMatchObject({
      buyers: 0,
      money: 0,
      topFifth: 0,
      forFourFifths: 0,
    });
  });

  it('rises from nought to everything, the best first, so it bends upward', () => {
    fc.assert(
      fc.property(money, (yuan) => {
        const { curve, buyers } = paretoOf(Float64Array.from(yuan));
        if (buyers === 0) return;
        expect([curve[0], curve[100]]).toEqual([0, 1000]);
        for (let percent = 1; percent <= 100; percent++)
          expect(curve[percent]).toBeGreaterThanOrEqual(curve[percent - 1] ?? 0);
        // The best so many per cent bring at least so many per cent.
        for (const [percent, share] of curve.entries())
          expect(share).toBeGreaterThanOrEqual(percent * 10 - 1);
      }),
    );
  });
});
