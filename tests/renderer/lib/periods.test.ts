import { businessDate } from '@domain/units';
import { periodOf } from '@renderer/lib/periods';
import { describe, expect, it } from 'vitest';

const today = businessDate('2026-05-18');

describe('a span of days, seen from today', () => {
  it.each([
    ['days30', '2026-04-19', '2026-05-18'],
    ['days90', '2026-02-18', '2026-05-18'],
    ['month', '2026-05-01', '2026-05-18'],
    ['lastMonth', '2026-04-01', '2026-04-30'],
    ['year', '2025-05-19', '2026-05-18'],
  ] as const)('%s is %s to %s, both included', (span, from, to) => {
    expect(periodOf(span, today)).toEqual({ from, to });
  });

  it('the month before January is the December of the year before', () => {
    expect(periodOf('lastMonth', businessDate('2026-01-31'))).toEqual({
      from: '2025-12-01',
      to: '2025-12-31',
    });
  });
});
