import { addOpenHours, isNeverOpen, openMsBetween } from '@domain/calendar/opening-hours';
import type { HoursRules, OpenHours } from '@domain/settings/shop-rules';
import { businessDate, type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it, vi } from 'vitest';

const HOUR = 3_600_000;
const day = (opens: number, closes: number): OpenHours => ({ opens: opens * 60, closes: closes * 60 });
const everyDay = (hours: OpenHours | null): HoursRules => ({
  weekly: Array.from({ length: 7 }, () => hours),
  closedDates: [],
});
const NINE_TO_NINE = everyDay(day(9, 21));
const ROUND_THE_CLOCK = everyDay(day(0, 24));
const inZone = (zone: string) => ({ zone, dayStartHour: 0 });
const SHANGHAI = inZone('Asia/Shanghai');
const at = (iso: string): Instant => instant(Date.parse(iso));

describe('hours of an open store', () => {
  it('S68 stand still at night: 24 open hours of a store open from nine to nine are two days', () => {
    const due = addOpenHours(at('2026-05-18T14:05+08:00'), 24 * HOUR, NINE_TO_NINE, SHANGHAI);
    expect(due).toBe(at('2026-05-20T14:05+08:00'));
  });

  it('begin at the next opening, and end at closing time rather than when it opens again', () => {
    const night = at('2026-05-18T23:00+08:00');
    expect(addOpenHours(night, HOUR, NINE_TO_NINE, SHANGHAI)).toBe(at('2026-05-19T10:00+08:00'));
    expect(addOpenHours(night, 12 * HOUR, NINE_TO_NINE, SHANGHAI)).toBe(at('2026-05-19T21:00+08:00'));
    expect(addOpenHours(night, 0, NINE_TO_NINE, SHANGHAI)).toBe(night);
  });

  it('leave out weekdays and holidays on which the store is closed', () => {
    const hours = {
      weekly: NINE_TO_NINE.weekly.map((open, index) => (index === 6 ? null : open)),
      closedDates: [businessDate('2026-05-18')],
    };
    // Saturday 18:00: three hours, no Sunday, no holiday Monday, the fourth on Tuesday.
    const due = addOpenHours(at('2026-05-16T18:00+08:00'), 4 * HOUR, hours, SHANGHAI);
    expect(due).toBe(at('2026-05-19T10:00+08:00'));
  });

  it('count small hours to the evening before, also over a holiday', () => {
    const bar = { ...everyDay(day(18, 27)), closedDates: [businessDate('2026-05-19')] };
    const due = (hours: number) => addOpenHours(at('2026-05-19T01:00+08:00'), hours * HOUR, bar, SHANGHAI);
    expect(due(2)).toBe(at('2026-05-19T03:00+08:00'));
    expect(due(3)).toBe(at('2026-05-20T19:00+08:00'));
  });

  it('do not count twice what two days cover', () => {
    const long = everyDay(day(9, 36)); // until noon of the next day
    expect(openMsBetween(at('2026-05-18T00:00Z'), at('2026-05-20T00:00Z'), long, SHANGHAI)).toBe(48 * HOUR);
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T12:00+01:00', 23],
    ['Europe/Berlin', '2026-10-24T12:00+02:00', 25],
    ['America/New_York', '2026-03-07T12:00-05:00', 23],
    ['America/New_York', '2026-10-31T12:00-04:00', 25],
    ['Australia/Lord_Howe', '2026-10-03T12:00+10:30', 23.5],
    ['Australia/Lord_Howe', '2026-04-04T12:00+11:00', 24.5],
  ])('run in %s over the change of clocks from noon of %s to the next for %d hours', (zone, noon, hours) => {
    const next = addOpenHours(at(noon), hours * HOUR, ROUND_THE_CLOCK, inZone(zone));
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(next);
    expect(local).toBe('12:00');
  });

  it('open as the wall says on both sides of a change of clocks', () => {
    const berlin = inZone('Europe/Berlin');
    const due = addOpenHours(at('2026-03-28T20:00+01:00'), 2 * HOUR, NINE_TO_NINE, berlin);
    expect(due).toBe(at('2026-03-29T10:00+02:00'));
  });

  it('of a store that never opens run like the clock on the wall, and do not run for ever', () => {
    for (const hours of [everyDay(null), everyDay(day(9, 9)), { weekly: [], closedDates: [] }]) {
      expect(isNeverOpen(hours)).toBe(true);
      const from = at('2026-05-18T12:00Z');
      expect(addOpenHours(from, 5 * HOUR, hours, SHANGHAI)).toBe(from + 5 * HOUR);
      expect(openMsBetween(from, instant(from + 5 * HOUR), hours, SHANGHAI)).toBe(5 * HOUR);
    }
    // A minute a week: 168 hours would be 193 years; after ten the wall's clock takes over.
    const weekly = [{ opens: 540, closes: 541 }, null, null, null, null, null, null];
    const due = addOpenHours(at('2026-05-18T00:00Z'), 168 * HOUR, { weekly, closedDates: [] }, SHANGHAI);
    expect(new Date(due).getUTCFullYear()).toBe(2036);
  });
});

describe('hours asked for again and again', () => {
  afterEach(() => vi.restoreAllMocks());

  it('S86 are worked out once for each day and zone: figures of a year ask for it some ten thousand times', () => {
    const hours = everyDay(day(8, 22)); // nobody has asked for these yet
    const asked = vi.spyOn(Temporal.PlainDate.prototype, 'toZonedDateTime');
    const from = at('2026-05-18T12:00+08:00');
    const to = at('2026-05-28T12:00+08:00');
    for (let times = 0; times < 100; times += 1)
      expect(openMsBetween(from, to, hours, SHANGHAI)).toBe(10 * 14 * HOUR);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2 * 14);
    expect(openMsBetween(from, to, hours, inZone('Europe/Berlin'))).toBe(10 * 14 * HOUR);
    expect(asked.mock.calls.length).toBeGreaterThan(2 * 14);
  });
});

describe('any opening hours in any zone', () => {
  // From four hours a day on: what is open for minutes a week runs past the ten years that are followed.
  const anyDay = fc.option(
    fc
      .record({ opens: fc.integer({ min: 0, max: 1439 }), open: fc.integer({ min: 240, max: 1000 }) })
      .map(({ opens, open }) => ({ opens, closes: opens + open })),
    { nil: null, freq: 3 },
  );
  const anyDate = fc
    .integer({ min: 0, max: 400 })
    .map((days) => businessDate(new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)));
  const anyHours: fc.Arbitrary<HoursRules> = fc.record({
    weekly: fc.array(anyDay, { minLength: 7, maxLength: 7 }),
    closedDates: fc.array(anyDate, { maxLength: 20 }),
  });
  const anyCalendar = fc
    .constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    )
    .map(inZone);
  const anyMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }).map(instant);
  const anySpan = fc.integer({ min: 0, max: 60 * HOUR });

  it('S68 two waits one after the other are one wait', () => {
    fc.assert(
      fc.property(anyMoment, anySpan, anySpan, anyHours, anyCalendar, (from, a, b, hours, calendar) => {
        const inTwo = addOpenHours(addOpenHours(from, a, hours, calendar), b, hours, calendar);
        expect(inTwo).toBe(addOpenHours(from, a + b, hours, calendar));
      }),
    );
  });

  it('S68 between a moment and its due time the store was open for as long as was given', () => {
    fc.assert(
      fc.property(anyMoment, anySpan, anyHours, anyCalendar, (from, ms, hours, calendar) => {
        const due = addOpenHours(from, ms, hours, calendar);
        expect(openMsBetween(from, due, hours, calendar)).toBe(ms);
        expect(due).toBeGreaterThanOrEqual(from + ms);
      }),
    );
  });

  it('S68 whoever comes later is due no earlier, and never has more time than has passed', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, anySpan, anyHours, anyCalendar, (a, b, ms, hours, calendar) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(addOpenHours(early, ms, hours, calendar)).toBeLessThanOrEqual(
          addOpenHours(late, ms, hours, calendar),
        );
        expect(openMsBetween(early, late, hours, calendar)).toBeLessThanOrEqual(late - early);
        expect(openMsBetween(late, early, hours, calendar)).toBe(0);
      }),
    );
  });
});
