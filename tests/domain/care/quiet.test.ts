import { quietUntil } from '@domain/care/quiet';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NIGHT = DEFAULT_RULES.care.quiet;
const at = (iso: string) => instant(Date.parse(iso));
const until = (iso: string, zone: string, quiet = NIGHT) => {
  const end = quietUntil(at(iso), quiet, { zone });
  return end === null ? null : new Date(end).toISOString();
};
const SHANGHAI = 'Asia/Shanghai';

describe('quiet hours', () => {
  it('S58 are from 21:00 to 09:00 of the wall, also past midnight', () => {
    expect(until('2026-05-18T20:59:59+08:00', SHANGHAI)).toBeNull();
    expect(until('2026-05-18T21:00:00+08:00', SHANGHAI)).toBe('2026-05-19T01:00:00.000Z');
    expect(until('2026-05-19T03:30:00+08:00', SHANGHAI)).toBe('2026-05-19T01:00:00.000Z');
    expect(until('2026-05-19T08:59:59+08:00', SHANGHAI)).toBe('2026-05-19T01:00:00.000Z');
    expect(until('2026-05-19T09:00:00+08:00', SHANGHAI)).toBeNull();
  });

  it('can lie within a day, reach to midnight, or not be', () => {
    expect(until('2026-05-18T12:30:00+08:00', SHANGHAI, { from: 720, to: 840 })).toBe(
      '2026-05-18T06:00:00.000Z',
    );
    expect(until('2026-05-18T22:00:00+08:00', SHANGHAI, { from: 1260, to: 1440 })).toBe(
      '2026-05-18T16:00:00.000Z',
    );
    expect(until('2026-05-18T00:30:00+08:00', SHANGHAI, { from: 1260, to: 1440 })).toBeNull();
    expect(until('2026-05-18T23:00:00+08:00', SHANGHAI, { from: 540, to: 540 })).toBeNull();
  });

  it('go by the wall over a clock change: nine in the morning is nine in the morning', () => {
    // The night of 29 March 2026 has one hour less in Berlin, that of 25 October one more.
    expect(until('2026-03-28T22:00:00+01:00', 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z');
    expect(until('2026-10-24T22:00:00+02:00', 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z');
  });

  it('that end in an hour which comes twice are over, and begin again with its second coming', () => {
    const quiet = { from: 60, to: 150 }; // 01:00 to 02:30, and 02:00-03:00 comes twice
    expect(until('2026-10-25T02:10:00+02:00', 'Europe/Berlin', quiet)).toBe('2026-10-25T00:30:00.000Z');
    expect(until('2026-10-25T02:40:00+02:00', 'Europe/Berlin', quiet)).toBeNull();
    expect(until('2026-10-25T02:10:00+01:00', 'Europe/Berlin', quiet)).toBe('2026-10-25T01:30:00.000Z');
  });

  it('that end in an hour which is skipped end with the change', () => {
    expect(until('2026-03-29T01:50:00+01:00', 'Europe/Berlin', { from: 60, to: 150 })).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });

  it('go on when a clock change skips the only minute between them', () => {
    const quiet = { from: 121, to: 120 }; // all day but 02:00 to 02:01, and 02:00 to 02:30 is skipped
    expect(until('2027-10-02T12:00:00+10:30', 'Australia/Lord_Howe', quiet)).toBe('2027-10-03T15:00:00.000Z');
  });

  it('are over when they say so, in every zone and for every hour', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.constantFrom(
          SHANGHAI,
          'Europe/Berlin',
          'America/New_York',
          'Australia/Lord_Howe',
          'Asia/Kathmandu',
        ),
        fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') }),
        fc.record({ from: minute, to: minute }),
        (zone, ms, quiet) => {
          const end = quietUntil(instant(ms), quiet, { zone });
          if (end === null) return;
          expect(end).toBeGreaterThan(ms);
          expect(quietUntil(end, quiet, { zone })).toBeNull();
        },
      ),
      { numRuns: 400 },
    );
  });
});
