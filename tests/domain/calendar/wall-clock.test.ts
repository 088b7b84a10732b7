import { wallHourIn, wallTimeIn } from '@domain/calendar/wall-clock';
import { instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = (iso: string) => instant(Date.parse(iso));

describe('the hour on the store’s wall', () => {
  it('is that of its zone, quarters of hours included', () => {
    expect(wallHourIn('Asia/Shanghai')(at('2026-05-18T23:30:00Z'))).toBe(7);
    expect(wallHourIn('Asia/Kathmandu')(at('2026-05-18T18:14:59Z'))).toBe(23);
    expect(wallHourIn('Asia/Kathmandu')(at('2026-05-18T18:15:00Z'))).toBe(0);
  });

  it('follows a change of the clocks at its minute, forward and back', () => {
    const hour = wallHourIn('Europe/Berlin');
    expect(['00:59', '01:00', '23:00'].map((time) => hour(at(`2026-03-29T${time}:00Z`)))).toEqual([1, 3, 1]);
    expect(['00:30', '01:30', '23:00'].map((time) => hour(at(`2026-10-25T${time}:00Z`)))).toEqual([2, 2, 0]);
  });

  it('is what the system’s own calendar says, in any zone at any time', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
    const moments = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(zones, moments, (zone, ms) => {
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
        expect(wallHourIn(zone)(instant(ms))).toBe(Number(shown.format(ms)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('date and time on the store’s wall', () => {
  it('stand in one form, over midnight and a change of the clocks', () => {
    const wall = wallTimeIn('Europe/Berlin');
    expect(wall(at('2026-03-29T00:59:59Z'))).toBe('2026-03-29 01:59');
    expect(wall(at('2026-03-29T01:00:00Z'))).toBe('2026-03-29 03:00');
    expect(wallTimeIn('Asia/Shanghai')(at('2026-05-18T16:05:00Z'))).toBe('2026-05-19 00:05');
  });
});
