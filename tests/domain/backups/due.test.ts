import { type BackupClock, backupIsDue, nextDue, overdueSince, trialIsDue } from '@domain/backups/due';
import { type Instant, instant } from '@domain/units';
import { describe, expect, it } from 'vitest';

const at = (iso: string): Instant => instant(Date.parse(iso));
const OPENED = at('2026-05-18T00:30:00Z'); // 08:30 in the store
const calm: BackupClock = {
  now: at('2026-05-18T01:00:00Z'),
  calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
  lastMadeAt: at('2026-05-17T13:00:00Z'),
  lastFailedAt: null,
  lastDayClose: null,
  lastActAt: null,
};
const due = (clock: Partial<BackupClock>) => backupIsDue({ ...calm, ...clock }, OPENED);

describe('trust, Durability: when a backup makes itself', () => {
  it('in the first quiet moment of a business day, and only once', () => {
    expect(due({})).toBe(true);
    expect(due({ lastActAt: at('2026-05-18T00:58:01Z') })).toBe(false);
    expect(due({ lastActAt: at('2026-05-18T00:58:00Z') })).toBe(true);
    expect(due({ lastMadeAt: at('2026-05-18T00:40:00Z') })).toBe(false);
  });

  it('a shop that is never quiet gets it after three hours all the same', () => {
    const busy = (iso: string) => due({ now: at(iso), lastActAt: at(iso) });
    expect(busy('2026-05-18T03:29:00Z')).toBe(false);
    expect(busy('2026-05-18T03:30:00Z')).toBe(true);
    // Left open over night: counted from where the new day began, not from where the store was opened.
    expect(
      backupIsDue(
        { ...calm, now: at('2026-05-18T00:40:00Z'), lastActAt: at('2026-05-18T00:40:00Z') },
        at('2026-05-17T00:00:00Z'),
      ),
    ).toBe(true);
  });

  it('after the day was closed, at once', () => {
    const lastMadeAt = at('2026-05-18T00:40:00Z');
    expect(due({ lastMadeAt, lastDayClose: at('2026-05-18T00:59:59Z'), lastActAt: calm.now })).toBe(true);
    expect(due({ lastMadeAt, lastDayClose: at('2026-05-18T00:39:59Z') })).toBe(false);
  });

  it('a new store does not wait for a day to pass', () => {
    expect(due({ lastMadeAt: null })).toBe(true);
    expect(due({ lastMadeAt: null, lastActAt: calm.now })).toBe(false);
  });

  it('what failed is tried again after ten minutes', () => {
    expect(due({ lastFailedAt: at('2026-05-18T00:50:01Z') })).toBe(false);
    expect(due({ lastFailedAt: at('2026-05-18T00:50:00Z') })).toBe(true);
  });

  it('the clock was set back over midnight: the backup of what is tomorrow now counts', () => {
    expect(due({ lastMadeAt: at('2026-05-19T01:00:00Z') })).toBe(false);
  });

  it('the next one is due with the next day, or now', () => {
    expect(nextDue({ ...calm, lastMadeAt: at('2026-05-18T00:40:00Z') })).toBe(at('2026-05-18T16:00:00Z'));
    expect(nextDue(calm)).toBe(calm.now);
    expect(nextDue({ ...calm, lastMadeAt: null })).toBe(calm.now);
  });

  it('a trial every week; overdue after two days', () => {
    expect(trialIsDue(calm.now, null)).toBe(true);
    expect(trialIsDue(calm.now, at('2026-05-11T01:00:00Z'))).toBe(true);
    expect(trialIsDue(calm.now, at('2026-05-11T01:00:01Z'))).toBe(false);
    expect(overdueSince(calm.now, at('2026-05-16T01:00:00Z'), OPENED)).toBeNull();
    expect(overdueSince(calm.now, at('2026-05-16T00:59:59Z'), OPENED)).toBe(at('2026-05-18T00:59:59Z'));
    expect(overdueSince(calm.now, null, OPENED)).toBeNull();
    expect(overdueSince(calm.now, null, at('2026-05-01T00:00:00Z'))).toBe(at('2026-05-03T00:00:00Z'));
  });
});
