import { ceilShare, floorShare } from '@domain/points/share';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  [10, 1, 3, 3, 4],
  [9, 1, 3, 3, 3],
  [0, 5, 7, 0, 0],
  [999_999_999_999, 999_999_999_998, 999_999_999_999, 999_999_999_998, 999_999_999_998],
  [5, 5, 0, 0, 0],
])('%d x %d / %d is %d rounded down, %d rounded up', (amount, part, whole, down, up) => {
  expect(floorShare(amount, part, whole)).toBe(down);
  expect(ceilShare(amount, part, whole)).toBe(up);
});

test('shares are exact for every amount a shop can have', () => {
  const most = 1_000_000_000_000;
  fc.assert(
    fc.property(fc.nat(most), fc.nat(most), fc.integer({ min: 1, max: most }), (amount, part, whole) => {
      fc.pre(part <= whole);
      const exact = (BigInt(amount) * BigInt(part)) / BigInt(whole);
      expect(BigInt(floorShare(amount, part, whole))).toBe(exact);
      expect(ceilShare(amount, part, whole) - floorShare(amount, part, whole)).toBeLessThanOrEqual(1);
    }),
  );
});
