import { dayNumber } from '@domain/calendar/business-day';
import type { ForecastFinding } from '@domain/insights/findings';
import { forecastOf } from '@domain/insights/forecast';
import type { Histories } from '@domain/insights/history';
import { daysOfMonth, firstDayOf, monthIndexOf, monthName } from '@domain/insights/months';
import { foretell, studentUpper } from '@domain/insights/trend';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { linearRegression } from 'simple-statistics';
import { describe, expect, it } from 'vitest';

type Enough = Extract<ForecastFinding, { enough: true }>;
const day = (date: string) => dayNumber(businessDate(date));
const JANUARY = monthIndexOf(businessDate('2023-01-01'));

/** One member who bought so often on each day, each bill of so many fen; `billsOn` is asked from `from` to `to`. */
function buying(from: string, to: string, billsOn: (day: number) => number, fenEach = 1000): Histories {
  const days: number[] = [];
  for (let at = day(from); at <= day(to); at++) for (let bill = 0; bill < billsOn(at); bill++) days.push(at);
  return {
    n: Int32Array.of(1),
    joined: Int32Array.of(day(from)),
    start: Int32Array.of(0, days.length),
    day: Int32Array.from(days),
    fen: Float64Array.from(days, () => fenEach),
  };
}
const monthOf = (at: number) =>
  monthIndexOf(businessDate(new Date(at * 86_400_000).toISOString().slice(0, 10)));
const enough = (finding: ForecastFinding): Enough => {
  if (!finding.enough) throw new Error('too few months');
  return finding;
};

describe('S20 next month of the store by regression', () => {
  it('is exact on a made line: what a day brings grows by two bills each month', () => {
    const grows = buying('2023-01-01', '2024-03-20', (at) => 10 + 2 * (monthOf(at) - JANUARY), 250);
    const told = enough(forecastOf(grows, day('2024-03-20')));
    // April 2024 is the 16th month: 10 + 2 * 15 bills a day.
    expect(told).toMatchObject({
      month: '2024-04',
      bills: { expected: 40 * 30, low: 1200, high: 1200 },
      money: { expected: 300_000, low: 300_000, high: 300_000 },
      bySeason: false,
    });
    expect(told.current).toMatchObject({
      month: '2024-03',
      bills: { expected: 38 * 31 },
      billsSoFar: 38 * 20,
    });
    expect(told.error).toEqual({ bills: 0, money: 0 });
    expect(told.naiveError.bills).toBeGreaterThan(0);
  });

  it('knows the season once two whole years are there, and not before', () => {
    const seasonal = (at: number) => (monthOf(at) % 12 === 11 ? 30 : 10);
    const told = enough(forecastOf(buying('2023-01-01', '2025-11-10', seasonal), day('2025-11-10')));
    expect(told).toMatchObject({ month: '2025-12', bySeason: true, bills: { expected: 30 * 31 } });
    const just = enough(forecastOf(buying('2023-01-01', '2025-01-10', seasonal), day('2025-01-10')));
    expect(just).toMatchObject({ month: '2025-02', bySeason: true, bills: { expected: 10 * 28 } });
    const early = enough(forecastOf(buying('2023-01-01', '2024-11-10', seasonal), day('2024-11-10')));
    expect(early.bySeason).toBe(false);
    expect(early.bills.expected).toBeLessThan(30 * 31);
  });

  it('never takes the unfinished month for a whole one, whatever has come of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5 }), (sinceFirst, sold) => {
        const before = buying('2023-01-01', '2023-12-31', () => 3);
        const asOf = day('2024-01-01') + sinceFirst;
        const days = [...before.day, ...Array<number>(sold).fill(asOf)];
        const also: Histories = {
          ...before,
          start: Int32Array.of(0, days.length),
          day: Int32Array.from(days),
          fen: Float64Array.from(days, () => 1000),
        };
        const told = enough(forecastOf(also, asOf));
        expect(told.months.map(({ month }) => month)).toEqual(
          Array.from({ length: 12 }, (_, at) => monthName(JANUARY + at)),
        );
        expect(told.current).toMatchObject({ billsSoFar: sold, moneySoFar: sold * 1000 });
        expect(told.bills).toEqual(enough(forecastOf(before, asOf)).bills);
      }),
    );
  });

  it('counts months in which nobody bought, and foretells nothing below zero', () => {
    const shut = buying('2023-01-01', '2023-12-05', (at) => (monthOf(at) - JANUARY < 3 ? 20 : 0));
    const told = enough(forecastOf(shut, day('2023-12-05')));
    expect(told.months.map(({ bills }) => bills)).toEqual([620, 560, 620, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(told.bills).toMatchObject({ expected: 0, low: 0 });
    expect(told.backTest.map(({ bills }) => bills.real)).toEqual([0, 0, 0, 0, 0]);
    expect(told.error).toEqual({ bills: null, money: null });
  });

  it('says when there are too few whole months: none, one, and of a store that opened mid-month', () => {
    const asOf = day('2024-03-20');
    expect(
      forecastOf(
        buying('2024-03-20', '2024-03-19', () => 1),
        asOf,
      ),
    ).toEqual({
      enough: false,
      months: 0,
      needed: 6,
    });
    expect(
      forecastOf(
        buying('2024-02-01', '2024-03-20', () => 1),
        asOf,
      ),
    ).toMatchObject({ months: 1 });
    const mid = (from: string) =>
      forecastOf(
        buying(from, '2024-03-20', () => 1),
        asOf,
      );
    expect(mid('2023-09-15')).toMatchObject({ enough: false, months: 5 });
    expect(mid('2023-09-04')).toMatchObject({ enough: false, months: 5 });
    expect(enough(mid('2023-09-03')).months[0]).toMatchObject({ month: '2023-09', bills: 28 });
    expect(enough(mid('2023-09-02')).months[0]).toEqual({ month: '2023-09', bills: 29, money: 29_000 });
  });

  it('does not take a bill whose year was typed wrongly for the opening of the store', () => {
    const asOf = day('2024-03-20');
    const real = buying('2023-06-10', '2024-03-20', () => 4); // June was no whole month
    for (const date of ['2009-05-05', '2022-01-05', '2023-05-31']) {
      const days = [day(date), ...real.day];
      const strayed: Histories = {
        ...real,
        start: Int32Array.of(0, days.length),
        day: Int32Array.from(days),
        fen: Float64Array.from(days, () => 1000),
      };
      expect(forecastOf(strayed, asOf)).toEqual(forecastOf(real, asOf));
    }
    expect(enough(forecastOf(real, asOf)).months).toHaveLength(8);
  });

  it('of a store older than that, a month whose first bill came late is a whole one', () => {
    const late = buying('2019-01-01', '2024-03-20', (at) => (at - firstDayOf(monthOf(at)) < 9 ? 0 : 4));
    expect(enough(forecastOf(late, day('2024-03-20'))).months).toHaveLength(36);
  });

  it('judges each month of the back-test from those before it alone', () => {
    // What came later turns everything round; the months told before it must not have known.
    const turn = (at: number) => (monthOf(at) - JANUARY < 12 ? 5 : 50);
    const whole = enough(forecastOf(buying('2023-01-01', '2024-03-01', turn), day('2024-03-01')));
    const before = enough(forecastOf(buying('2023-01-01', '2024-01-01', turn), day('2024-01-01')));
    const told = (finding: Enough, month: string) =>
      finding.backTest.find((row) => row.month === month)?.bills;
    expect(told(whole, '2023-12')).toEqual(told(before, '2023-12'));
    expect(told(whole, '2024-01')).toEqual({ foretold: 5 * 31, real: 50 * 31, naive: 5 * 31 });
    expect(whole.backTest.map(({ month }) => month)[0]).toBe('2023-07');
  });

  it('looks back three years and no further, at no more than a year of back-tests', () => {
    const told = enough(
      forecastOf(
        buying('2018-01-01', '2024-06-15', () => 2),
        day('2024-06-15'),
      ),
    );
    expect(told.months).toHaveLength(36);
    expect(told.months[0]?.month).toBe('2021-06');
    expect(told.backTest).toHaveLength(12);
  });

  it('has an interval in which four of five months lie, over simulated stores', () => {
    let seed = 7;
    const uniform = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let inside = 0;
    const stores = 400;
    for (let store = 0; store < stores; store++) {
      const months = 12 + Math.floor(uniform() * 20);
      const slope = uniform() * 2 - 1;
      const worth = (at: number) => 50_000 + 1000 * slope * at + 3000 * normal();
      const ofMonth = (at: number) => Math.round((worth(at) * daysOfMonth(JANUARY + at)) / 30);
      const opened = Array.from({ length: months }, (_, at) => at);
      const told = enough(
        forecastOf(
          {
            n: Int32Array.of(1),
            joined: Int32Array.of(0),
            start: Int32Array.of(0, months),
            day: Int32Array.from(opened, (at) => firstDayOf(JANUARY + at)),
            fen: Float64Array.from(opened, ofMonth),
          },
          firstDayOf(JANUARY + months) + 10,
        ),
      );
      const came = ofMonth(months + 1);
      if (told.money.low <= came && came <= told.money.high) inside += 1;
    }
    expect(inside / stores).toBeGreaterThan(0.75);
    expect(inside / stores).toBeLessThan(0.9);
  });
});

describe('the regression', () => {
  it('is that of a textbook where there is one group', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 30 }), (values) => {
        const points = values.map((value, at) => ({ at, group: 0, value }));
        const { m, b } = linearRegression(points.map(({ at, value }) => [at, value]));
        expect(foretell(points, values.length, 0)?.expected).toBeCloseTo(m * values.length + b, 6);
      }),
    );
  });

  it('tells the interval by Student: 10 % points of the tables', () => {
    const table = { 1: 3.078, 2: 1.886, 3: 1.638, 4: 1.533, 5: 1.476, 10: 1.372, 30: 1.31, 1000: 1.282 };
    for (const [free, upper] of Object.entries(table))
      expect(studentUpper(Number(free))).toBeCloseTo(upper, 2);
  });

  it('says nothing of a group that it has never seen, and gives no interval to a line through two points', () => {
    const two = [0, 1].map((at) => ({ at, group: 0, value: at }));
    expect(foretell(two, 2, 1)).toBeNull();
    expect(foretell(two, 2, 0)).toEqual({ expected: 2, halfWidth: null });
  });
});
