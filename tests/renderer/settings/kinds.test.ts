import { businessDate } from '@domain/units';
import { clock, dates, dayCounts, type Kind, openHours } from '@renderer/features/settings/draft/kinds';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const minutes = (hours: number, more = 0) => hours * 60 + more;

describe('a time of the day', () => {
  it.each([
    ['21:00', minutes(21)],
    ['21：00', minutes(21)],
    [' ９:30 ', minutes(9, 30)],
    ['9', minutes(9)],
    ['2130', minutes(21, 30)],
    ['0:00', 0],
    ['24:00', 1440],
  ])('%j is read', (text, value) => expect(clock.read(text)).toEqual({ value }));

  it.each(['25:00', '24:01', '9:60', '9:5', 'nine', '-1', ''])('%j is none, and is refused', (text) =>
    expect(clock.read(text)).toEqual({ code: 'not_clock' }),
  );
});

describe('the opening hours of a day', () => {
  it.each([
    ['9:00-21:00', { opens: minutes(9), closes: minutes(21) }],
    ['９：００～２１：００', { opens: minutes(9), closes: minutes(21) }],
    ['9–21', { opens: minutes(9), closes: minutes(21) }],
    ['0:00 - 24:00', { opens: 0, closes: minutes(24) }],
    ['', null],
    ['  ', null],
  ])('%j is read', (text, value) => expect(openHours.read(text)).toEqual({ value }));

  it('past midnight are the small hours after: 18:00–03:00 closes at 27 o’clock', () => {
    expect(openHours.read('18:00–03:00')).toEqual({ value: { opens: minutes(18), closes: minutes(27) } });
    expect(openHours.show({ opens: minutes(18), closes: minutes(27) })).toBe('18:00-03:00');
  });

  it.each(['9:00', '9:00-', '-21:00', '9-12-18', '24:00-3:00', '9:00-25:00', '9:00-8:00', '休息', 'all day'])(
    '%j is refused',
    (text) => expect(openHours.read(text)).toEqual({ code: 'not_hours' }),
  );
});

describe('some numbers of days', () => {
  it('are read in any order, with any comma, each once', () => {
    expect(dayCounts.read('30，7、7 14')).toEqual({ value: [7, 14, 30] });
    expect(dayCounts.read('')).toEqual({ value: [] });
  });

  it.each(['0', '366', '7, x', '-7', '1 2 3 4 5 6 7 8 9 10 11 12 13'])('%j is refused', (text) =>
    expect(dayCounts.read(text)).toEqual({ code: 'not_day_counts' }),
  );
});

describe('what is shown is read back as what it was, and shown the same', () => {
  const minute = fc.integer({ min: 0, max: 1440 });
  /** At most a day and a night, at most until six in the morning. */
  const hours = fc.integer({ min: 0, max: 1439 }).chain((opens) =>
    fc.record({
      opens: fc.constant(opens),
      closes: fc.integer({ min: opens + 1, max: Math.min(opens + 1440, 1800) }),
    }),
  );
  const counts = fc
    .uniqueArray(fc.integer({ min: 1, max: 365 }), { maxLength: 12 })
    .map((days) => days.sort((a, b) => a - b));
  const days = fc
    .uniqueArray(fc.constantFrom('2026-12-24', '2027-01-01', '2027-02-06').map(businessDate))
    .map((some) => some.sort());
  const law = <T>(kind: Kind<T>, values: fc.Arbitrary<T>) =>
    fc.assert(
      fc.property(values, (value) => {
        const shown = kind.show(value);
        const read = kind.read(shown);
        expect(read).toEqual({ value });
        expect('value' in read && kind.show(read.value)).toBe(shown);
      }),
    );

  it('times', () => law(clock, minute));
  it('opening hours', () => law(openHours, fc.option(hours)));
  it('numbers of days', () => law(dayCounts, counts));
  it('dates', () => law(dates, days));
});
