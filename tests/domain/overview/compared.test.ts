import { addDays, daysBetween } from '@domain/calendar/business-day';
import { comparedWith, soFar, stepsOf, toldBy } from '@domain/overview/compared';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const period = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) });
const against = (from: string, to: string) => comparedWith(period(from, to));

describe('what a period is compared with', () => {
  it.each([
    [
      'this month so far: the same days of last month',
      '2026-11-01',
      '2026-11-22',
      '2026-10-01',
      '2026-10-22',
    ],
    [
      'the first day of a month: the first of the one before',
      '2026-03-01',
      '2026-03-01',
      '2026-02-01',
      '2026-02-01',
    ],
    ['days that February does not have end with it', '2026-03-01', '2026-03-30', '2026-02-01', '2026-02-28'],
    ['in a leap year it has one more', '2028-03-01', '2028-03-30', '2028-02-01', '2028-02-29'],
    ['over the turn of the year', '2026-01-01', '2026-01-10', '2025-12-01', '2025-12-10'],
  ])('%s', (_, from, to, first, last) => {
    expect(against(from, to)).toEqual({ ...period(first, last), how: 'same_days' });
  });

  it.each([
    [
      'a whole month with the whole month before, however long',
      '2026-10-01',
      '2026-10-31',
      '2026-09-01',
      '2026-09-30',
    ],
    ['March with a February of 28 days', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['a leap February with January', '2028-02-01', '2028-02-29', '2028-01-01', '2028-01-31'],
    ['a quarter with the quarter before', '2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31'],
    ['a year with the year before, leap day or not', '2027-11-23', '2028-11-22', '2026-11-23', '2027-11-22'],
    ['a month from the middle on', '2026-10-15', '2026-11-14', '2026-09-15', '2026-10-14'],
  ])('%s', (_, from, to, first, last) => {
    expect(against(from, to)).toEqual({ ...period(first, last), how: 'months' });
  });

  it('any other days with as many right before them', () => {
    expect(against('2026-11-10', '2026-11-16')).toEqual({
      ...period('2026-11-03', '2026-11-09'),
      how: 'days',
    });
    expect(against('2026-11-22', '2026-11-22')).toEqual({
      ...period('2026-11-21', '2026-11-21'),
      how: 'days',
    });
  });

  it('is as many days where the later month has no such day: that is no whole month', () => {
    expect(comparedWith(period('2026-01-31', '2026-02-27'))).toMatchObject({
      ...{ from: '2026-01-03', to: '2026-01-30', how: 'days' },
    });
    expect(comparedWith(period('2026-01-31', '2026-03-30'))).toMatchObject({ how: 'months' });
  });

  it('always lies before the period, never in it', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(businessDate('1990-01-01'), days));
    fc.assert(
      fc.property(day, fc.nat(900), (from, length) => {
        const asked = { from, to: addDays(from, length) };
        const { from: first, to: last } = comparedWith(asked);
        expect(first <= last && last < asked.from).toBe(true);
        // Half a year is three days shorter than the other half, which may hold a leap day.
        expect(Math.abs(daysBetween(first, last) - length)).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('a period as far as it has come', () => {
  const today = businessDate('2026-11-22');
  it('ends today where it reaches further', () => {
    expect(soFar(period('2026-11-01', '2026-11-30'), today)).toEqual(period('2026-11-01', '2026-11-22'));
  });
  it('stays what it is where it is over, or has not begun', () => {
    expect(soFar(period('2026-10-01', '2026-10-31'), today)).toEqual(period('2026-10-01', '2026-10-31'));
    expect(soFar(period('2026-12-01', '2026-12-31'), today)).toEqual(period('2026-12-01', '2026-12-31'));
  });
});

describe('how the days of a period are told apart', () => {
  it('one by one up to two months, by months beyond', () => {
    expect(toldBy(period('2026-10-01', '2026-12-01'))).toBe('day');
    expect(toldBy(period('2026-10-01', '2026-12-02'))).toBe('month');
  });

  it('every day, over the end of a leap February', () => {
    expect(stepsOf(period('2028-02-28', '2028-03-01'), 'day')).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
  });

  it('every month that is touched, over the turn of the year', () => {
    expect(stepsOf(period('2026-11-30', '2027-01-01'), 'month')).toEqual(['2026-11', '2026-12', '2027-01']);
  });
});
