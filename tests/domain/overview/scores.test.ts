import { changeOf } from '@domain/overview/difference';
import { loyaltyScore } from '@domain/overview/loyalty-score';
import { percentWithin } from '@domain/surveys/percent';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('S17 the loyalty score', () => {
  it('is the mean of who is content and who bought again', () => {
    expect(loyaltyScore(percentWithin(90, 100), percentWithin(60, 120))).toMatchObject({ score: 70 });
  });

  it('is not told where one of the two is unknown', () => {
    expect(loyaltyScore(null, percentWithin(60, 120))).toBeNull();
    expect(loyaltyScore(percentWithin(90, 100), null)).toBeNull();
  });

  it('lies within its interval, which is narrower than the wider of the two', () => {
    const share = fc
      .tuple(fc.nat(200), fc.integer({ min: 1, max: 200 }))
      .map(([part, of]) => percentWithin(Math.min(part, of), of));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const found = loyaltyScore(one, other);
        if (found === null || one === null || other === null) throw new Error('both were given');
        const rounding = 0.11;
        expect(found.low).toBeLessThanOrEqual(found.score);
        expect(found.high).toBeGreaterThanOrEqual(found.score);
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(100);
        expect(found.high - found.low).toBeLessThanOrEqual(
          Math.max(one.high - one.low, other.high - other.low) + rounding,
        );
      }),
    );
  });
});

describe('a figure beside what it is compared with', () => {
  it('tells by how much, and in percent of what was', () => {
    expect(changeOf(1123, 1000)).toEqual({ by: 123, percent: 12.3 });
    expect(changeOf(900, 1000)).toEqual({ by: -100, percent: -10 });
  });

  it('has no percentage of nothing, nor of less', () => {
    expect(changeOf(5, 0)).toEqual({ by: 5, percent: null });
    expect(changeOf(5, -10)).toEqual({ by: 15, percent: null });
  });

  it('is unknown where either is', () => {
    expect(changeOf(null, 5)).toBeNull();
    expect(changeOf(5, null)).toBeNull();
  });
});
