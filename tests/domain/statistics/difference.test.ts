import { differenceOf, verdictOn } from '@domain/statistics/difference';
import { wilson } from '@domain/statistics/proportion';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function shareOf(bought: number, of: number) {
  const share = wilson(bought, of);
  if (share === null) throw new Error('nobody was asked');
  return share;
}

describe('the difference of two shares', () => {
  it("is Newcombe's, by the example of the paper", () => {
    // 56 of 70 against 48 of 80 (Newcombe 1998, table II, example a): 0.2000, 0.0524 to 0.3339
    const { points, from, to } = differenceOf(shareOf(56, 70), shareOf(48, 80));
    expect(points).toBeCloseTo(20, 10);
    expect(from).toBeCloseTo(5.24, 2);
    expect(to).toBeCloseTo(33.39, 2);
  });

  it('is certain only where nought is out of question', () => {
    expect(verdictOn(differenceOf(shareOf(56, 70), shareOf(48, 80)))).toBe('above');
    expect(verdictOn(differenceOf(shareOf(48, 80), shareOf(56, 70)))).toBe('below');
    expect(verdictOn(differenceOf(shareOf(3, 4), shareOf(1, 4)))).toBe('unknown');
  });

  it('says nothing of two equal shares, whatever their size', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, ([bought, of]) => {
        expect(verdictOn(differenceOf(shareOf(bought, of), shareOf(bought, of)))).toBe('unknown');
      }),
    );
  });

  it('turned round is the same with the other sign', () => {
    const share = fc
      .integer({ min: 1, max: 500 })
      .chain((of) => fc.integer({ min: 0, max: of }).map((bought) => shareOf(bought, of)));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const there = differenceOf(one, other);
        const back = differenceOf(other, one);
        expect(back.points).toBeCloseTo(-there.points, 9);
        expect(back.from).toBeCloseTo(-there.to, 9);
        expect(back.to).toBeCloseTo(-there.from, 9);
      }),
    );
  });
});
