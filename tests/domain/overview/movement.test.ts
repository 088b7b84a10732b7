import { addDays, dayNumber } from '@domain/calendar/business-day';
import type { Histories } from '@domain/insights/history';
import { monthsUpTo, movementIn } from '@domain/overview/movement';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DORMANT = 90;
const MAY = { from: businessDate('2026-05-01'), to: businessDate('2026-05-31') };

/** Members by the days on which they bought, each time for 10 yuan. */
function bought(...members: readonly (readonly string[])[]): Histories {
  const days = members.map((of) => of.map((day) => dayNumber(businessDate(day))));
  const start = [0];
  for (const of of days) start.push((start.at(-1) ?? 0) + of.length);
  return {
    n: Int32Array.from(members, (_, at) => at + 1),
    joined: Int32Array.from(members, () => 0),
    start: Int32Array.from(start),
    day: Int32Array.from(days.flat()),
    fen: Float64Array.from(days.flat(), () => 1000),
  };
}
const moved = (...members: readonly (readonly string[])[]) => movementIn(bought(...members), MAY, DORMANT);

describe('S23 S98 how customers moved in a period', () => {
  it('who buys for the first time is new, and there at the end', () => {
    expect(moved(['2026-05-01', '2026-05-31'])).toMatchObject({
      ...{ atStart: 0, fresh: 1, back: 0, lost: 0, atEnd: 1, bought: 1, returning: 0 },
      ...{ freshMoney: 2000, returningMoney: 0 },
    });
  });

  it('who had bought before and comes again is known', () => {
    expect(moved(['2026-04-30', '2026-05-10'])).toMatchObject({
      ...{ atStart: 1, fresh: 0, back: 0, lost: 0, atEnd: 1, bought: 1, returning: 1 },
      ...{ freshMoney: 0, returningMoney: 1000 },
    });
  });

  it('who had been silent for the dormant days came back', () => {
    // 30 April is the eve of the period: 90 days after 30 January.
    expect(moved(['2026-01-30', '2026-05-10'])).toMatchObject({
      atStart: 0,
      back: 1,
      returning: 1,
      atEnd: 1,
    });
    expect(moved(['2026-01-31', '2026-05-10'])).toMatchObject({
      atStart: 1,
      back: 0,
      returning: 1,
      atEnd: 1,
    });
  });

  it('lost is whose 90th silent day comes within the period', () => {
    // 31 May is 90 days after 2 March, 30 April is 90 days after 30 January.
    expect(moved(['2026-03-02'])).toMatchObject({ atStart: 1, lost: 1, atEnd: 0 });
    expect(moved(['2026-03-03'])).toMatchObject({ atStart: 1, lost: 0, atEnd: 1 });
    expect(moved(['2026-01-30'])).toMatchObject({ atStart: 0, lost: 0, atEnd: 0 });
  });

  it('what comes after the period, and who never bought, is in none of it', () => {
    expect(moved([], ['2026-06-01'])).toMatchObject({ atStart: 0, fresh: 0, lost: 0, atEnd: 0, bought: 0 });
  });

  it('S21 retention: of those at the start, who are there at the end', () => {
    const { retention } = moved(['2026-03-02'], ['2026-03-03'], ['2026-02-01', '2026-05-02'], ['2026-05-03']);
    expect(retention).toMatchObject({ percent: 66.7, of: 3 });
    expect(moved(['2026-05-03']).retention).toBeNull();
  });
});

const DAY = fc.nat(800).map((days) => addDays(businessDate('2025-01-01'), days));
const STORE = fc.array(
  fc.array(DAY).map((days) => days.toSorted()),
  { maxLength: 20 },
);

describe('laws of the movement', () => {
  it('who was there, is new or came back is there at the end or lost; who bought is new or known', () => {
    fc.assert(
      fc.property(
        STORE,
        DAY,
        fc.nat(400),
        fc.integer({ min: 1, max: 120 }),
        (store, from, length, dormant) => {
          const period = { from, to: addDays(from, length) };
          const of = movementIn(bought(...store), period, dormant);
          expect(of.atStart + of.fresh + of.back - of.lost).toBe(of.atEnd);
          expect(of.fresh + of.returning).toBe(of.bought);
          const money = store.flat().filter((day) => day >= period.from && day <= period.to).length * 1000;
          expect(of.freshMoney + of.returningMoney).toBe(money);
        },
      ),
    );
  });

  it('a period begins with those with whom the one before it ended', () => {
    fc.assert(
      fc.property(STORE, DAY, fc.nat(60), fc.nat(60), (store, from, length, more) => {
        const first = { from, to: addDays(from, length) };
        const next = { from: addDays(first.to, 1), to: addDays(first.to, 1 + more) };
        const histories = bought(...store);
        expect(movementIn(histories, next, DORMANT).atStart).toBe(
          movementIn(histories, first, DORMANT).atEnd,
        );
      }),
    );
  });
});

it('twelve months up to a day: whole ones, and the last as far as the day', () => {
  const months = monthsUpTo(businessDate('2028-03-30'));
  expect(months).toHaveLength(12);
  expect(months.slice(-2)).toEqual([
    { month: '2028-02', from: '2028-02-01', to: '2028-02-29' },
    { month: '2028-03', from: '2028-03-01', to: '2028-03-30' },
  ]);
  expect(months[0]).toEqual({ month: '2027-04', from: '2027-04-01', to: '2027-04-30' });
});
