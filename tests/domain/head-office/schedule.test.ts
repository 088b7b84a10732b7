import { dueNow, type Schedule } from '@domain/head-office/schedule';
import { instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const CHINA = { zone: 'Asia/Shanghai' };
const at = (iso: string) => instant(Date.parse(iso));
const due = (schedule: Schedule, since: string, now: string, calendar = CHINA) =>
  dueNow(schedule, { since: at(since), now: at(now) }, calendar);

describe('when a packet is due (exchange, Packet)', () => {
  const monday: Schedule = { kind: 'weekly', weekday: 1, hour: 10 };
  it('every Monday at ten, by the clock on the store’s wall', () => {
    const since = '2026-05-13T04:00:00Z'; // a Wednesday
    expect(due(monday, since, '2026-05-18T01:59:59Z')).toEqual({
      state: 'upcoming',
      at: at('2026-05-18T02:00:00Z'),
    });
    expect(due(monday, since, '2026-05-18T02:00:00Z')).toEqual({
      state: 'due',
      at: at('2026-05-18T02:00:00Z'),
    });
    expect(due(monday, since, '2026-05-19T02:00:00Z').state).toBe('overdue');
    expect(due(monday, '2026-05-18T02:00:00Z', '2026-05-18T02:00:00Z').at).toEqual(
      at('2026-05-25T02:00:00Z'),
    );
  });

  it('at the end of the month, whatever its length', () => {
    const end: Schedule = { kind: 'monthEnd', hour: 20 };
    expect(due(end, '2026-02-01T00:00:00Z', '2026-02-10T00:00:00Z').at).toBe(at('2026-02-28T12:00:00Z'));
    expect(due(end, '2028-02-01T00:00:00Z', '2028-02-10T00:00:00Z').at).toBe(at('2028-02-29T12:00:00Z'));
    expect(due(end, '2026-04-30T13:00:00Z', '2026-05-01T00:00:00Z').at).toBe(at('2026-05-31T12:00:00Z'));
  });

  it('never by itself where it is made by hand', () => {
    expect(due({ kind: 'byHand' }, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual({
      state: 'none',
      at: null,
    });
  });

  it('is answered by one packet, however many due moments have gone by, in every zone', () => {
    const schedules: fc.Arbitrary<Schedule> = fc.oneof(
      fc.record({
        kind: fc.constant('weekly' as const),
        weekday: fc.integer({ min: 1, max: 7 }),
        hour: fc.integer({ min: 0, max: 23 }),
      }),
      fc.record({ kind: fc.constant('monthEnd' as const), hour: fc.integer({ min: 0, max: 23 }) }),
      fc.record({ kind: fc.constant('daily' as const), hour: fc.integer({ min: 0, max: 23 }) }),
    );
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York');
    const from = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) });
    const later = fc.integer({ min: 0, max: 90 * 86_400_000 });
    fc.assert(
      fc.property(schedules, zones, from, later, (schedule, zone, since, ms) => {
        const now = instant(since + ms);
        const found = dueNow(schedule, { since: instant(since), now }, { zone });
        expect(found.at).toBeGreaterThan(since);
        expect(found.state === 'upcoming').toBe((found.at ?? 0) > now);
        // Made now, nothing is due any more.
        expect(dueNow(schedule, { since: now, now }, { zone }).state).toBe('upcoming');
      }),
      { numRuns: 150 },
    );
  });
});
