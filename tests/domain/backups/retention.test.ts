import { goneBy, KEPT, keptBackups } from '@domain/backups/retention';
import { businessDateOf } from '@domain/calendar/business-day';
import { type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const calendar = { zone: 'Asia/Shanghai', dayStartHour: 5 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2025-01-01T00:00:00Z');

interface Made {
  readonly id: string;
  readonly madeAt: Instant;
}
const at = (iso: string): Instant => instant(Date.parse(iso));
const made = (moments: readonly number[]): Made[] =>
  moments.map((moment, index) => ({ id: String(index).padStart(5, '0'), madeAt: instant(moment) }));
const newest = (backups: readonly Made[]): Instant =>
  backups.reduce((a, b) => (a.madeAt > b.madeAt ? a : b)).madeAt;

/** Backups in the order in which they are made: hours to some weeks between them. */
const history = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 900 })), {
    minLength: 1,
    maxLength: 120,
  })
  .map((gaps) => {
    let moment = START;
    return made(
      gaps.map((gap) => {
        moment += gap * HOUR;
        return moment;
      }),
    );
  });

describe('trust, Durability: 3 backups of today, 7 daily, 8 weekly and 12 monthly ones are kept', () => {
  it('a shop that backs up at every close for two years keeps a week of days, two months of weeks, a year of months', () => {
    const nightly = made(Array.from({ length: 730 }, (_, day) => START + day * DAY + 13 * HOUR));
    const kept = keptBackups(nightly, newest(nightly), calendar);
    const dates = nightly
      .filter(({ id }) => kept.has(id))
      .map(({ madeAt }) => businessDateOf(madeAt, calendar));
    expect(dates.slice(-7)).toEqual([
      '2026-12-25',
      '2026-12-26',
      '2026-12-27',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
    ]);
    expect(dates).toContain('2026-11-15'); // a Sunday, the eighth week back
    expect(dates).not.toContain('2026-11-08');
    expect(dates).toContain('2026-01-31');
    expect(dates).not.toContain('2025-12-31');
  });

  it('of today the newest three stay, of an earlier day the newest one', () => {
    const backups = made([
      at('2026-05-17T09:00:00Z'),
      at('2026-05-17T12:00:00Z'),
      at('2026-05-18T01:00:00Z'),
      at('2026-05-18T02:00:00Z'),
      at('2026-05-18T03:00:00Z'),
      at('2026-05-18T04:00:00Z'),
    ]);
    expect([...keptBackups(backups, at('2026-05-18T05:00:00Z'), calendar)].sort()).toEqual([
      '00001',
      '00003',
      '00004',
      '00005',
    ]);
  });

  it('the small hours belong to the day before where the shop says so', () => {
    const backups = made([at('2026-05-17T12:00:00Z'), at('2026-05-17T18:00:00Z')]); // 20:00 and 02:00
    expect([...keptBackups(backups, at('2026-05-18T04:00:00Z'), calendar)]).toEqual(['00001']);
  });

  it('the newest always stays, never more than the measures add up to, and nothing that is not there', () => {
    fc.assert(
      fc.property(history, (backups) => {
        const now = newest(backups);
        const kept = keptBackups(backups, now, calendar);
        expect(kept.has(backups.at(-1)?.id ?? '')).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(KEPT.today + KEPT.days + KEPT.weeks + KEPT.months);
        for (const id of kept) expect(backups.some((one) => one.id === id)).toBe(true);
      }),
    );
  });

  it('asked again, it keeps the same; the order in which they are listed says nothing', () => {
    fc.assert(
      fc.property(history, fc.nat(), (backups, seed) => {
        const now = newest(backups);
        const kept = keptBackups(backups, now, calendar);
        const left = backups.filter(({ id }) => kept.has(id));
        expect(keptBackups(left, now, calendar)).toEqual(kept);
        const shuffled = [...backups].sort(
          (a, b) => ((a.madeAt * (seed + 1)) % 97) - ((b.madeAt * (seed + 1)) % 97),
        );
        expect([...keptBackups(shuffled, now, calendar)].sort()).toEqual([...kept].sort());
      }),
    );
  });

  it('letting go after each backup leaves what letting go once at the end would leave', () => {
    fc.assert(
      fc.property(history, (backups) => {
        let folder: Made[] = [];
        for (const backup of backups) {
          folder = [...folder, backup];
          const kept = keptBackups(folder, backup.madeAt, calendar);
          folder = folder.filter(({ id }) => kept.has(id));
        }
        const atOnce = keptBackups(backups, newest(backups), calendar);
        expect(folder.map(({ id }) => id)).toEqual(
          backups.filter(({ id }) => atOnce.has(id)).map(({ id }) => id),
        );
      }),
    );
  });

  it('each of the last seven days, eight weeks and twelve months with a backup still has one', () => {
    fc.assert(
      fc.property(history, (backups) => {
        const kept = keptBackups(backups, newest(backups), calendar);
        const datesOf = (which: readonly Made[]) =>
          which.map(({ madeAt }) => businessDateOf(madeAt, calendar));
        const left = datesOf(backups.filter(({ id }) => kept.has(id)));
        const all = datesOf(backups);
        const last = (values: readonly string[], count: number) => [...new Set(values)].sort().slice(-count);
        expect(last(left, 7)).toEqual(last(all, 7));
        const months = (dates: readonly string[]) => dates.map((date) => date.slice(0, 7));
        expect(last(months(left), 12)).toEqual(last(months(all), 12));
      }),
    );
  });
});

describe('trust, People: an erased person is told when the last copy goes', () => {
  it('the last daily one of a month goes after a year, one of three today within the day', () => {
    const now = at('2026-05-31T12:00:00Z');
    const backups = made([at('2026-05-31T01:00:00Z'), at('2026-05-31T02:00:00Z')]);
    const gone = goneBy(backups, now, calendar);
    expect(businessDateOf(gone.get('00000') ?? now, calendar)).toBe('2026-06-01');
    expect(businessDateOf(gone.get('00001') ?? now, calendar)).toBe('2027-05-01');
  });

  it('every copy goes within 13 months, and none before its day has passed', () => {
    fc.assert(
      fc.property(history, (backups) => {
        const now = newest(backups);
        const kept = keptBackups(backups, now, calendar);
        const left = backups.filter(({ id }) => kept.has(id));
        const gone = goneBy(left, now, calendar);
        expect(gone.size).toBe(left.length);
        for (const moment of gone.values()) {
          expect(moment).toBeGreaterThan(now);
          expect(moment - now).toBeLessThan(400 * DAY);
        }
      }),
      { numRuns: 15 },
    );
  });
});
