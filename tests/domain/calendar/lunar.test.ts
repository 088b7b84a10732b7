import { addDays } from '@domain/calendar/business-day';
import { lunarDatesBetween, lunarDayOf } from '@domain/calendar/lunar';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';

const day = businessDate;

describe('the Chinese calendar', () => {
  it('S46 knows 春节, 端午 and 中秋 of 2024 to 2030 as the almanac has them', () => {
    const festivals = { 春节: [1, 1], 端午: [5, 5], 中秋: [8, 15] } as const;
    const found = Object.values(festivals).map(([month, monthDay]) =>
      lunarDatesBetween({ month, day: monthDay }, day('2024-01-01'), day('2030-12-31')),
    );
    expect(found).toEqual([
      ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'],
      ['2024-06-10', '2025-05-31', '2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05'],
      ['2024-09-17', '2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'],
    ]);
  });

  it('keeps no festival in a leap month, and the last day of a short year on its 29th', () => {
    // 2025 has a leap sixth month: its 6/15 comes once.
    expect(lunarDatesBetween({ month: 6, day: 15 }, day('2025-01-01'), day('2025-12-31'))).toEqual([
      '2025-07-09',
    ]);
    expect(lunarDayOf(day('2025-07-25'))).toEqual({ month: 6, leap: true, day: 1, last: false });
    expect(lunarDatesBetween({ month: 12, day: 30 }, day('2025-01-01'), day('2027-12-31'))).toEqual([
      '2025-01-28', // the 29th of a month of 29 days
      '2026-02-16',
      '2027-02-05',
    ]);
  });

  it('agrees with the calendar of the runtime, but for the four months it begins on the wrong day', () => {
    const runtime = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    const differing = new Set<string>(); // a month that begins on another day differs on each of its days
    for (let date = day('2024-02-10'); date < '2100-02-09'; date = addDays(date, 13)) {
      const parts = runtime.formatToParts(Date.parse(date));
      const said = (type: string) => parts.find((part) => part.type === type)?.value;
      const known = lunarDayOf(date);
      if (`${known?.month}${known?.leap ? 'bis' : ''}/${known?.day}` !== `${said('month')}/${said('day')}`)
        differing.add(date.slice(0, 7));
    }
    // The new moon is within eight minutes of midnight in Beijing there, and the runtime reckons it too coarsely.
    const known = ['2027-02', '2027-03', '2030-02', '2030-03', '2070-03', '2070-04', '2097-08', '2097-09'];
    expect([...differing].filter((month) => !known.includes(month))).toEqual([]);
  });

  it('says that it does not know a year beyond its table', () => {
    expect(lunarDayOf(day('2024-02-09'))).toBeNull();
    expect(lunarDayOf(day('2100-02-09'))).toBeNull();
  });
});
