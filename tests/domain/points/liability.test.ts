import { lapsePlan, MOST_MONTHS, type OpenPoints } from '@domain/points/liability';
import { worthOf } from '@domain/purchases/redemption';
import { businessDate, fen, points } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const TODAY = businessDate('2026-11-22');
const RATE = { redeem: { points: points(100), worthFen: fen(100) } };
const lots = (...of: [string | null, number][]): OpenPoints[] =>
  of.map(([lastDay, count]) => ({
    lastDay: lastDay === null ? null : businessDate(lastDay),
    points: points(count),
  }));

describe('what lapses when', () => {
  it('lists every month from this one to the last, also those in which nothing lapses', () => {
    const plan = lapsePlan(lots(['2027-02-28', 300], ['2026-12-31', 100]), TODAY, RATE);
    expect(plan.months).toEqual([
      { month: '2026-11', points: 0, worth: 0 },
      { month: '2026-12', points: 100, worth: 100 },
      { month: '2027-01', points: 0, worth: 0 },
      { month: '2027-02', points: 300, worth: 300 },
    ]);
    expect(plan).toMatchObject({ points: 400, worth: 400 });
  });

  it('adds up what lapses on different days of one month: revived lots end on any day', () => {
    const plan = lapsePlan(lots(['2026-12-22', 7], ['2026-12-31', 100]), TODAY, RATE);
    expect(plan.months.at(-1)).toEqual({ month: '2026-12', points: 107, worth: 107 });
  });

  it('keeps apart what never lapses', () => {
    const plan = lapsePlan(lots([null, 50], ['2026-11-30', 5]), TODAY, RATE);
    expect(plan.never).toEqual({ points: 50, worth: 50 });
    expect(plan.months).toHaveLength(1);
  });

  it('does not list a hundred thousand months for a date that another system wrote for "never"', () => {
    const plan = lapsePlan(lots(['9999-12-31', 9], ['2029-10-31', 1]), TODAY, RATE);
    expect(plan.later).toEqual({ points: 9, worth: 9 });
    expect(plan.months).toHaveLength(MOST_MONTHS);
    expect(plan.months.at(-1)).toMatchObject({ month: '2029-10', points: 1 });
  });

  it('says nothing of months when nothing is open', () => {
    const nothing = { points: 0, worth: 0 };
    expect(lapsePlan([], TODAY, RATE)).toEqual({ ...nothing, months: [], later: nothing, never: nothing });
  });
});

test('all parts together are the whole, in points and to the fen, at any rate', () => {
  const someLots = fc.array(
    fc.record({
      lastDay: fc
        .constantFrom(null, '2026-11-22', '2026-11-30', '2027-01-31', '2029-11-30')
        .map((day) => (day === null ? null : businessDate(day))),
      points: fc.integer({ min: 1, max: 1_000_000 }).map(points),
    }),
  );
  const someRate = fc.record({
    redeem: fc.record({
      points: fc.integer({ min: 1, max: 1000 }).map(points),
      worthFen: fc.integer({ min: 1, max: 1000 }).map(fen),
    }),
  });
  fc.assert(
    fc.property(someLots, someRate, (open, rules) => {
      const plan = lapsePlan(open, TODAY, rules);
      const parts = [...plan.months, plan.later, plan.never];
      const total = open.reduce((sum, lot) => sum + lot.points, 0);
      expect(plan.points).toBe(total);
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(total);
      expect(plan.worth).toBe(worthOf(points(total), rules));
      expect(parts.reduce((sum, part) => sum + part.worth, 0)).toBe(plan.worth);
    }),
  );
});
