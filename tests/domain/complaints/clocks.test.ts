import {
  type Counting,
  countingOf,
  isDueSoon,
  isOverdue,
  nextDue,
  RESOLUTION_SOON_MS,
  RESPONSE_SOON_MS,
  resolutionDue,
  responseDue,
} from '@domain/complaints/clocks';
import { COMPLAINT_STATES, countsAsOpen } from '@domain/complaints/complaint';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const RULES = DEFAULT_RULES.complaints;
const HOUR = 3_600_000;
const NOON = instant(Date.parse('2026-05-18T04:00:00Z'));
const later = (hours: number): Instant => instant(NOON + hours * HOUR);

const anyInstant = fc.integer({ min: 0, max: 4e12 }).map(instant);
const NINE_TO_NINE: Counting = {
  hours: DEFAULT_RULES.hours,
  calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
};
const anyCounting = fc.constantFrom<Counting>('wall_clock', NINE_TO_NINE);
const anyRules = fc
  .record({ responseHours: fc.integer({ min: 1, max: 720 }), more: fc.integer({ min: 0, max: 800 }) })
  .map(({ responseHours, more }) => ({ responseHours, resolutionHours: responseHours + more }));

describe('both clocks of a complaint', () => {
  it('S68 owes a first response 24 hours after it came in', () => {
    expect(responseDue(NOON, RULES, 'wall_clock')).toEqual({
      clock: 'response',
      at: later(24),
      from: NOON,
      hours: 24,
      storeHours: false,
    });
  });

  it('S69 is to be resolved 7 days after it came in', () => {
    expect(resolutionDue(NOON, RULES, 'wall_clock')).toEqual({
      clock: 'resolution',
      at: later(168),
      from: NOON,
      hours: 168,
      storeHours: false,
    });
  });

  it('S70 has a profile with the solution itself within 24 hours', () => {
    const profile = { responseHours: 24, resolutionHours: 24 };
    expect(resolutionDue(NOON, profile, 'wall_clock').at).toBe(later(24));
  });

  it('S68 S69 due times move with the moment it came in, and the resolution never comes before the response', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyRules, anyCounting, (a, b, rules, counting) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(responseDue(early, rules, counting).at).toBeLessThanOrEqual(
          responseDue(late, rules, counting).at,
        );
        expect(resolutionDue(early, rules, counting).at).toBeLessThanOrEqual(
          resolutionDue(late, rules, counting).at,
        );
        expect(responseDue(a, rules, counting).at).toBeGreaterThan(a);
        expect(resolutionDue(a, rules, counting).at).toBeGreaterThanOrEqual(
          responseDue(a, rules, counting).at,
        );
      }),
    );
  });
});

describe('a shop that counts store hours', () => {
  const rules = { ...DEFAULT_RULES, complaints: { ...RULES, storeHours: true } };
  const calendar = { zone: 'Asia/Shanghai', dayStartHour: 0 };

  it('S68 owes an answer after 24 hours of an open store: noon, two days later', () => {
    const counting = countingOf(rules, calendar);
    expect(responseDue(NOON, RULES, counting)).toEqual({
      clock: 'response',
      at: later(48),
      from: NOON,
      hours: 24,
      storeHours: true,
    });
  });

  it('counts by the wall unless it says so, and each complaint in the way it was logged', () => {
    expect(countingOf(DEFAULT_RULES, calendar)).toBe('wall_clock');
    expect(countingOf(rules, calendar, false)).toBe('wall_clock');
    expect(countingOf(DEFAULT_RULES, calendar, true)).toEqual({ hours: DEFAULT_RULES.hours, calendar });
  });
});

describe('what is due next', () => {
  const clocks = { responseDueAt: later(24), resolutionDueAt: later(168), pausedAt: null };

  it('is the response while an answer is owed, then the resolution, then nothing', () => {
    expect(nextDue({ ...clocks, state: 'open' })).toEqual({ clock: 'response', at: later(24) });
    expect(nextDue({ ...clocks, state: 'responded' })).toEqual({ clock: 'resolution', at: later(168) });
    expect(nextDue({ ...clocks, state: 'resolved' })).toBeNull();
    expect(nextDue({ ...clocks, state: 'closed' })).toBeNull();
  });

  it('S68 is nothing while both clocks stand still', () => {
    expect(nextDue({ ...clocks, state: 'open', pausedAt: later(30) })).toBeNull();
  });

  it('is the kept resolution clock when a complaint is reopened after it', () => {
    const reopened = {
      state: 'reopened',
      responseDueAt: later(224),
      resolutionDueAt: later(168),
      pausedAt: null,
    } as const;
    expect(nextDue(reopened)).toEqual({ clock: 'resolution', at: later(168) });
    expect(isOverdue(nextDue(reopened), later(200))).toBe(true);
  });

  it('is never later than any clock that runs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COMPLAINT_STATES),
        anyInstant,
        anyInstant,
        (state, responseDueAt, resolutionDueAt) => {
          const due = nextDue({ state, responseDueAt, resolutionDueAt, pausedAt: null });
          const running = [
            ...(state === 'open' || state === 'reopened' ? [responseDueAt] : []),
            ...(state === 'resolved' || state === 'closed' ? [] : [resolutionDueAt]),
          ];
          expect(due?.at ?? null).toBe(running.length === 0 ? null : Math.min(...running));
        },
      ),
    );
  });
});

describe('late and soon', () => {
  const response = { clock: 'response', at: later(24) } as const;
  const resolution = { clock: 'resolution', at: later(168) } as const;

  it('S68 is in time at the due moment and late a millisecond after it', () => {
    expect(isOverdue(response, later(24))).toBe(false);
    expect(isOverdue(response, instant(later(24) + 1))).toBe(true);
  });

  it('is soon less than 8 hours before a response and less than 24 hours before a resolution', () => {
    expect(isDueSoon(response, instant(response.at - RESPONSE_SOON_MS))).toBe(false);
    expect(isDueSoon(response, instant(response.at - RESPONSE_SOON_MS + 1))).toBe(true);
    expect(isDueSoon(resolution, instant(resolution.at - RESOLUTION_SOON_MS))).toBe(false);
    expect(isDueSoon(resolution, instant(resolution.at - RESOLUTION_SOON_MS + 1))).toBe(true);
    expect([RESPONSE_SOON_MS, RESOLUTION_SOON_MS]).toEqual([8 * HOUR, 24 * HOUR]);
  });

  it('is never both late and soon, and never late without a clock', () => {
    fc.assert(
      fc.property(fc.constantFrom('response', 'resolution'), anyInstant, anyInstant, (clock, at, now) => {
        const due = { clock, at } as const;
        expect(isOverdue(due, now) && isDueSoon(due, now)).toBe(false);
      }),
    );
    expect(isOverdue(null, NOON)).toBe(false);
    expect(isDueSoon(null, NOON)).toBe(false);
  });
});

describe('S82 a customer who needs attention', () => {
  it('needs it until the complaint is closed, also when it is resolved', () => {
    expect(COMPLAINT_STATES.filter(countsAsOpen)).toEqual(['open', 'responded', 'resolved', 'reopened']);
  });
});
