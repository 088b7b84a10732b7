import { minimise, type Slope } from '@domain/insights/models/bfgs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NO_LIMITS = { upper: [] };

/** Rosenbrock's valley: its floor is bent, its minimum at (1, 1). */
const valley: Slope = (at, gradient) => {
  const [x = 0, y = 0] = at;
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};

/** A bowl around `centre`, steeper by `steepness` in each coordinate. */
const bowl =
  (centre: readonly number[], steepness: readonly number[]): Slope =>
  (at, gradient) =>
    at.reduce((sum, value, i) => {
      const off = value - centre[i]!;
      gradient[i] = 2 * steepness[i]! * off;
      return sum + steepness[i]! * off * off;
    }, 0);

describe('BFGS', () => {
  it('finds the end of a bent valley', () => {
    const found = minimise(valley, [-1.2, 1], NO_LIMITS);
    expect(found.converged).toBe(true);
    if (found.converged) expect([...found.at]).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
  });

  it('finds the bottom of any bowl, though one side is ten thousand times as steep as another', () => {
    const part = fc.double({ min: -5, max: 5, noNaN: true });
    const steep = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(part, steep), { minLength: 1, maxLength: 5 }), (sides) => {
        const centre = sides.map(([at]) => at);
        const found = minimise(
          bowl(
            centre,
            sides.map(([, by]) => by),
          ),
          centre.map(() => 0),
          NO_LIMITS,
        );
        if (!found.converged) throw new Error(found.why);
        for (const [i, at] of centre.entries()) expect(found.at[i]).toBeCloseTo(at, 5);
      }),
    );
  });

  it('says where there is no minimum: the way down leads out of the limits', () => {
    const downhill: Slope = ([x = 0], gradient) => {
      gradient[0] = -Math.exp(-x / 10) / 10;
      return Math.exp(-x / 10);
    };
    expect(minimise(downhill, [0], { upper: [9] })).toEqual({ converged: false, why: 'beyond' });
  });

  it('says where nothing leads down: a gradient that points the wrong way', () => {
    const liar: Slope = ([x = 0], gradient) => {
      gradient[0] = -1;
      return Math.abs(x);
    };
    expect(minimise(liar, [0], NO_LIMITS)).toEqual({ converged: false, why: 'stuck' });
  });

  it('says so rather than computing on with what is no number', () => {
    expect(minimise(() => Number.NaN, [0, 0], NO_LIMITS)).toEqual({ converged: false, why: 'stuck' });
  });
});
