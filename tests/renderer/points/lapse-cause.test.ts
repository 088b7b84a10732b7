import { businessDate } from '@domain/units';
import { lapseCause } from '@renderer/features/points/lapse-cause';
import { lapseRows } from '@renderer/features/points/lapse-rows';
import { describe, expect, it } from 'vitest';

const lot = (more: object = {}) => ({
  earnedOn: businessDate('2025-11-22'),
  lastDay: businessDate('2026-11-30'),
  revived: false,
  expiryMonths: 12,
  ...more,
});

describe('why a lot lapses on its day', () => {
  it.each([
    ['so many months on, at the end of the month', lot(), 'months'],
    ['the rules of that day set no limit', lot({ lastDay: null, expiryMonths: 0 }), 'never'],
    ['a refund brought it back', lot({ revived: true, lastDay: businessDate('2026-12-22') }), 'revived'],
    ['a date that no rule gives came with it', lot({ lastDay: businessDate('2026-06-15') }), 'own_date'],
    ['a date although the rules set none', lot({ expiryMonths: 0 }), 'own_date'],
  ])('%s', (_case, asked, cause) => expect(lapseCause(asked as never)).toBe(cause));
});

describe('the rows of what is owed', () => {
  const words = { month: (month: string) => `M${month}`, later: 'later', never: 'never' };
  const owed = (later: number, never: number) =>
    ({
      months: [{ month: '2026-11', points: 0, worth: 0 }],
      later: { points: later, worth: later },
      never: { points: never, worth: never },
    }) as never;

  it('keep an empty month, and leave out what there is none of', () =>
    expect(lapseRows(owed(0, 0), words)).toEqual([{ id: '2026-11', name: 'M2026-11', points: 0, worth: 0 }]));

  it('end with what lapses later and what never does', () =>
    expect(lapseRows(owed(3, 5), words).map(({ name, points }) => [name, points])).toEqual([
      ['M2026-11', 0],
      ['later', 3],
      ['never', 5],
    ]));
});
