import { digamma, logGamma } from '@domain/insights/models/gamma';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const near = (value: number, wanted: number) =>
  expect(Math.abs(value - wanted)).toBeLessThan(1e-12 * Math.max(1, Math.abs(wanted)));

describe('gamma functions', () => {
  it('have the values of the tables', () => {
    near(logGamma(1), 0);
    near(logGamma(2), 0);
    near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
    near(logGamma(11), Math.log(3_628_800));
    near(digamma(1), -0.5772156649015329);
    near(digamma(0.5), -0.5772156649015329 - 2 * Math.log(2));
  });

  it('obey their recurrences: Γ(z+1) = zΓ(z), ψ(z+1) = ψ(z) + 1/z', () => {
    fc.assert(
      fc.property(positive, (z) => {
        near(logGamma(z + 1), logGamma(z) + Math.log(z));
        near(digamma(z + 1), digamma(z) + 1 / z);
      }),
    );
  });

  it('belong together: ψ is the slope of ln Γ', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1000, noNaN: true }), (z) => {
        const step = 1e-5 * z;
        const slope = (logGamma(z + step) - logGamma(z - step)) / (2 * step);
        expect(slope).toBeCloseTo(digamma(z), 5);
      }),
    );
  });
});
