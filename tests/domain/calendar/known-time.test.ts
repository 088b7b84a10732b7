import { addDays, startOf } from '@domain/calendar/business-day';
import { hasTimeOfDay } from '@domain/calendar/known-time';
import { Moments } from '@domain/exchange/moments';
import { businessDate, instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const CALENDARS = [
  { zone: 'Asia/Shanghai', dayStartHour: 0 },
  { zone: 'Asia/Shanghai', dayStartHour: 5 },
  // Clocks that change, one of them at midnight: some of its days begin at 01:00.
  { zone: 'Europe/London', dayStartHour: 2 },
  { zone: 'America/Santiago', dayStartHour: 0 },
] as const;

const aCalendar = fc.constantFrom(...CALENDARS);
const aDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(businessDate('2025-01-01'), days));

describe('the time of day of a sale', () => {
  it('is not known where its file told none, in every zone and on the days when clocks change', () =>
    fc.assert(
      fc.property(aCalendar, aDay, (calendar, day) => {
        expect(hasTimeOfDay(new Moments(calendar).of(day, null).at, calendar)).toBe(false);
      }),
      { numRuns: 60 },
    ));

  it('is known of every other moment: a millisecond after the day has begun is one', () =>
    fc.assert(
      fc.property(aCalendar, aDay, fc.integer({ min: 1, max: 80_000_000 }), (calendar, day, later) => {
        expect(hasTimeOfDay(instant(startOf(day, calendar) + later), calendar)).toBe(true);
      }),
      { numRuns: 60 },
    ));
});
