import { wilson } from '@domain/statistics/proportion';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** Some of so many, as a survey or a month of calls brings. */
const sample = fc
  .integer({ min: 1, max: 100_000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));

const intervalOf = (successes: number, of: number) => {
  const share = wilson(successes, of);
  if (share === null) throw new Error('nobody was asked');
  return share;
};

describe('the interval of a share (Wilson, 95 %)', () => {
  test.each([
    // R: prop.test(x, n, correct = FALSE)$conf.int
    [8, 10, 49.02, 94.33],
    [1, 10, 1.79, 40.42],
    [0, 10, 0, 27.75],
    [10, 10, 72.25, 100],
    [45, 500, 6.79, 11.83],
  ])('%i of %i: as the statisticians have it', (successes, of, from, to) => {
    const share = intervalOf(successes, of);
    expect(share.percent).toBeCloseTo((successes / of) * 100, 10);
    expect(share.from).toBeCloseTo(from, 2);
    expect(share.to).toBeCloseTo(to, 2);
  });

  test('of nobody there is no share', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  test('more than all, less than none and halves are bugs', () => {
    for (const [successes, of] of [
      [3, 2],
      [-1, 2],
      [0.5, 2],
    ] as const)
      expect(() => wilson(successes, of)).toThrow(RangeError);
  });

  test('it holds the share and stays within 0 and 100', () => {
    fc.assert(
      fc.property(sample, ([successes, of]) => {
        const { percent, from, to } = intervalOf(successes, of);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(100);
        expect(from).toBeLessThanOrEqual(percent);
        expect(to).toBeGreaterThanOrEqual(percent);
      }),
    );
  });

  test('who says no is to them as who says yes is to the others', () => {
    fc.assert(
      fc.property(sample, ([successes, of]) => {
        const yes = intervalOf(successes, of);
        const no = intervalOf(of - successes, of);
        expect(no.from).toBeCloseTo(100 - yes.to, 8);
        expect(no.to).toBeCloseTo(100 - yes.from, 8);
      }),
    );
  });

  test('the same share of ten times as many is known better', () => {
    fc.assert(
      fc.property(sample, ([successes, of]) => {
        const few = intervalOf(successes, of);
        const many = intervalOf(successes * 10, of * 10);
        expect(many.to - many.from).toBeLessThan(few.to - few.from);
      }),
    );
  });
});
