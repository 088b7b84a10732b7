import { judgeClock } from '@domain/complaints/on-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const clock = fc.record({
  breached: fc.boolean(),
  runsUntil: fc.option(fc.nat(1_000)),
  answered: fc.boolean(),
});

describe('rules, Complaints: whether a clock was kept', () => {
  it('answered before it ran out is on time; at its last millisecond it is not late yet', () => {
    expect(judgeClock({ breached: false, runsUntil: null, answered: true }, 50)).toBe('on_time');
    expect(judgeClock({ breached: false, runsUntil: 50, answered: false }, 50)).toBe(null);
    expect(judgeClock({ breached: false, runsUntil: 50, answered: false }, 51)).toBe('late');
  });

  it('late once is late for ever, whatever was answered later', () => {
    expect(judgeClock({ breached: true, runsUntil: null, answered: true }, 0)).toBe('late');
  });

  it('law: what is late stays late as time goes on, and nothing becomes on time by waiting', () => {
    fc.assert(
      fc.property(clock, fc.nat(1_000), fc.nat(1_000), (each, now, more) => {
        const before = judgeClock(each, now);
        const after = judgeClock(each, now + more);
        if (before === 'late') expect(after).toBe('late');
        if (after === 'on_time') expect(before).toBe('on_time');
      }),
    );
  });
});
