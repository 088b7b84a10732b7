import { clockState, momentOf } from '@domain/audit/clock';
import { instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const LAST = instant(Date.parse('2026-05-18T04:00:00Z'));
const back = (ms: number) => instant(LAST - ms);
const [MINUTE, HOUR] = [60_000, 3_600_000];

describe('how the clock of the PC stands to the last entry (trust, Durability)', () => {
  it.each([
    ['ahead of it', -HOUR, 'right'],
    ['at the same moment', 0, 'right'],
    ['set right by the network', 2 * MINUTE - 1, 'right'],
    ['two minutes back', 2 * MINUTE, 'stepped'],
    ['hours back', 23 * HOUR, 'stepped'],
    ['a day back', 24 * HOUR, 'behind'],
    ['years back, as after an empty battery', 24 * HOUR * 3650, 'behind'],
  ])('%s', (_how, ms, state) => {
    expect(clockState(back(ms), LAST)).toBe(state);
  });

  it('of an empty trail any clock is right', () => {
    expect(clockState(instant(0), null)).toBe('right');
    expect(momentOf(instant(0), null)).toBe(0);
  });

  it('law: what is written never goes back, and is the clock’s own moment while that goes forward', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (pc, last) => {
        const moment = momentOf(instant(pc), instant(last));
        expect(moment).toBe(Math.max(pc, last));
      }),
    );
  });
});
