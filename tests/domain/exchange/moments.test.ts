import { businessDateOf } from '@domain/calendar/business-day';
import { Moments } from '@domain/exchange/moments';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('when a purchase of a file was', () => {
  it('without a time: at the beginning of its business day', () => {
    const moments = new Moments({ zone: 'Asia/Shanghai', dayStartHour: 5 });
    const { at, businessDate: day } = moments.of(businessDate('2025-01-05'), null);
    expect(new Date(at).toISOString()).toBe('2025-01-04T21:00:00.000Z');
    expect(day).toBe('2025-01-05');
  });

  it('in the small hours: on the day before, in a shop that opens at five', () => {
    const moments = new Moments({ zone: 'Asia/Shanghai', dayStartHour: 5 });
    const { at, businessDate: day } = moments.of(businessDate('2025-01-05'), 123);
    expect(new Date(at).toISOString()).toBe('2025-01-04T18:03:00.000Z');
    expect(day).toBe('2025-01-04');
  });

  it('keeps to the wall clock when the clocks change', () => {
    const moments = new Moments({ zone: 'Europe/Berlin', dayStartHour: 0 });
    const at = (minutes: number) =>
      new Date(moments.of(businessDate('2025-03-30'), minutes).at).toISOString();
    expect(at(60)).toBe('2025-03-30T00:00:00.000Z');
    expect(at(12 * 60)).toBe('2025-03-30T10:00:00.000Z');
  });

  it('its business date is the one the shop would have written', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Asia/Urumqi',
      'America/New_York',
      'Australia/Lord_Howe',
      'UTC',
    );
    const day = fc.date({ min: new Date('1992-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 11 }),
        day,
        fc.integer({ min: 0, max: 1439 }),
        (zone, hour, on, minutes) => {
          const calendar = { zone, dayStartHour: hour };
          const date = businessDate(on.toISOString().slice(0, 10));
          // In the hour that the clocks skip there is no such minute; the calendar takes the next.
          fc.pre(zone === 'Asia/Shanghai' || zone === 'UTC' || minutes >= 4 * 60);
          const moment = new Moments(calendar).of(date, minutes);
          expect(businessDateOf(moment.at, calendar)).toBe(moment.businessDate);
        },
      ),
      { numRuns: 300 },
    );
  });
});
