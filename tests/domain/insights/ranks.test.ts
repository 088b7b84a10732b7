import { limitReachedBy, percentOf } from '@domain/insights/ranks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const sorted = (numbers: readonly number[]) => Float64Array.from(numbers).sort();
const reach = (numbers: readonly number[], limit: number) => numbers.filter((one) => one >= limit).length;

describe('limits by rank', () => {
  it('two of ten are the best fifth', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(limitReachedBy(sorted(ten), percentOf(10, 20))).toBe(9);
  });

  it('equals across the border stay below it', () => {
    expect(limitReachedBy(sorted([1, 5, 5, 5, 9]), 2)).toBe(9);
    expect(limitReachedBy(sorted([5, 5, 5]), 2)).toBe(6);
  });

  it('as many as may reach it do, never more, and never a part of equals', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12)), fc.nat(40), (numbers, most) => {
        const limit = limitReachedBy(sorted(numbers), most);
        expect(reach(numbers, limit)).toBeLessThanOrEqual(Math.max(most, 0));
        // The next lower number that is there would let too many in.
        const below = Math.max(...numbers.filter((one) => one < limit), Number.NEGATIVE_INFINITY);
        if (Number.isFinite(below)) expect(reach(numbers, below)).toBeGreaterThan(most);
      }),
    );
  });
});
