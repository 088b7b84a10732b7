import {
  addDays,
  addMonths,
  businessDateOf,
  daysBetween,
  endOfMonthAfter,
  isZone,
  startOf,
  weekdayOf,
} from '@domain/calendar/business-day';
import { type BusinessDate, businessDate, instant, isBusinessDate } from '@domain/units';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

const at = (iso: string) => instant(Date.parse(iso));
const date = (text: string) => businessDate(text);

describe('the business date of an instant', () => {
  it.each([
    ['2026-05-17T15:59:59Z', 'Asia/Shanghai', 0, '2026-05-17'],
    ['2026-05-17T16:00:00Z', 'Asia/Shanghai', 0, '2026-05-18'],
    ['2026-05-17T20:59:00Z', 'Asia/Shanghai', 5, '2026-05-17'], // 04:59 in the bar still belongs to yesterday
    ['2026-05-17T21:00:00Z', 'Asia/Shanghai', 5, '2026-05-18'],
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', 3, '2026-03-28'], // 01:30, before the clocks go forward
    ['2026-03-29T01:30:00Z', 'Europe/Berlin', 3, '2026-03-29'], // 03:30, the hour that began the day
  ] as const)('%s in %s with a day from %d o’clock is %s', (iso, zone, dayStartHour, expected) => {
    expect(businessDateOf(at(iso), { zone, dayStartHour })).toBe(expected);
  });

  it('is told anew for another store, though the same moment was asked for just before', () => {
    const moment = at('2026-05-17T20:59:59.500Z');
    const asked = (zone: string, dayStartHour: number) => businessDateOf(moment, { zone, dayStartHour });
    expect([asked('Asia/Shanghai', 0), asked('Asia/Shanghai', 5), asked('Europe/Berlin', 0)]).toEqual([
      '2026-05-18',
      '2026-05-17',
      '2026-05-17',
    ]);
    expect(asked('Asia/Shanghai', 0)).toBe('2026-05-18');
    expect(businessDateOf(at('2026-05-17T15:59:59.999Z'), { zone: 'Asia/Shanghai', dayStartHour: 0 })).toBe(
      '2026-05-17',
    );
  });

  it('begins where the day before ends, in every zone and with every day-start hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(
          'Asia/Shanghai',
          'Asia/Urumqi',
          'Europe/Berlin',
          'America/New_York',
          'Asia/Kathmandu',
        ),
        fc.integer({ min: 0, max: 11 }),
        (day, zone, dayStartHour) => {
          const calendar = { zone, dayStartHour };
          const today = addDays(date('1990-01-01'), day);
          const start = startOf(today, calendar);
          expect(businessDateOf(start, calendar)).toBe(today);
          expect(businessDateOf(instant(start - 1), calendar)).toBe(addDays(today, -1));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('calendar arithmetic', () => {
  it.each([
    ['2026-05-18', 12, '2027-05-31'],
    ['2027-02-03', 12, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-01', 0, '2026-12-31'],
    ['2026-11-30', 2, '2027-01-31'],
  ])('the end of the month, %s plus %d months, is %s', (from, months, expected) => {
    expect(endOfMonthAfter(date(from), months)).toBe(expected);
  });

  it('counts back what it added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (days) => {
        const from: BusinessDate = date('2024-02-29');
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('reckons with whole numbers what the calendar of the platform says', () => {
    const someDay = fc
      .integer({ min: -25_000, max: 60_000 })
      .map((days) => addDays(date('2000-01-01'), days));
    fc.assert(
      fc.property(someDay, someDay, fc.integer({ min: -400, max: 400 }), (from, to, by) => {
        const plain = Temporal.PlainDate.from(from);
        expect(addDays(from, by)).toBe(plain.add({ days: by }).toString());
        expect(addMonths(from, by)).toBe(plain.add({ months: by }).toString());
        expect(daysBetween(from, to)).toBe(plain.until(to, { largestUnit: 'day' }).days);
        expect(weekdayOf(from)).toBe(plain.dayOfWeek);
      }),
      { numRuns: 1000 },
    );
  });

  it('knows which dates exist', () => {
    expect(isBusinessDate('2024-02-29')).toBe(true);
    expect(isBusinessDate('2026-02-29')).toBe(false);
    expect(isBusinessDate('1900-02-29')).toBe(false);
    expect(isBusinessDate('2026-04-31')).toBe(false);
    expect(isBusinessDate('2026-4-3')).toBe(false);
    expect(() => businessDate('2026-13-01')).toThrow('not a date');
  });

  it('knows which zones exist', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('Mars/Olympus')).toBe(false);
  });
});
