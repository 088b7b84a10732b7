import { logGamma } from '@domain/insights/models/gamma';
import { purchasesUpTo } from '@domain/insights/models/purchase-history';
import { fitSpend, meanSpend, spendSlope } from '@domain/insights/models/spend-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulated } from '../../../support/simulated-store';
import { histories } from './stores';

const spender = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1_000_000 }));
const parameter = fc.double({ min: -2, max: 4, noNaN: true }).map(Math.exp);
const parameters = fc.tuple(parameter, parameter, parameter);
const slopeFor = (rows: readonly (readonly [number, number])[]) =>
  spendSlope(
    Int32Array.from(rows, ([x]) => x),
    Float64Array.from(rows, ([, money]) => money),
  );

describe('Gamma-Gamma', () => {
  it('S16 has the likelihood that the note prints', () => {
    fc.assert(
      fc.property(fc.array(spender, { minLength: 1, maxLength: 20 }), parameters, (rows, [p, q, gamma]) => {
        const printed = rows.reduce((sum, [x, money]) => {
          const mean = money / x;
          return (
            sum +
            logGamma(p * x + q) -
            logGamma(p * x) -
            logGamma(q) +
            q * Math.log(gamma) +
            (p * x - 1) * Math.log(mean) +
            p * x * Math.log(x) -
            (p * x + q) * Math.log(gamma + x * mean)
          );
        }, 0);
        const ours = -slopeFor(rows)(Float64Array.of(p, q, gamma), new Float64Array(3));
        expect(Math.abs(ours - printed)).toBeLessThan(1e-8 * (1 + Math.abs(printed)));
      }),
    );
  });

  it('S16 has the gradient of its likelihood', () => {
    fc.assert(
      fc.property(fc.array(spender, { minLength: 1, maxLength: 20 }), parameters, (rows, at) => {
        const slope = slopeFor(rows);
        const gradient = new Float64Array(3);
        const value = slope(Float64Array.from(at), gradient);
        for (const i of [0, 1, 2]) {
          const beside = (by: number) =>
            slope(
              Float64Array.from(at, (of, j) => (i === j ? of * Math.exp(by) : of)),
              new Float64Array(3),
            );
          const measured = (beside(1e-4) - beside(-1e-4)) / 2e-4;
          expect(Math.abs(gradient[i]! - measured)).toBeLessThan(1e-5 * (10 + Math.abs(value)));
        }
      }),
    );
  });

  it('S16 finds the parameters of a store that was made with them', () => {
    const store = simulated({ r: 0.9, alpha: 5, a: 0.6, b: 4, p: 6, q: 4, gamma: 60 }, 15_000, 730, 5);
    const fit = fitSpend(purchasesUpTo(store, 730));
    if (!fit.fitted) throw new Error(fit.why);
    expect(Math.abs(fit.model.p / 6 - 1)).toBeLessThan(0.05);
    expect(Math.abs(fit.model.q / 4 - 1)).toBeLessThan(0.08);
    expect(Math.abs(fit.model.gamma / 60 - 1)).toBeLessThan(0.12);
  });

  it('S16 expects the mean of the store without a purchase, and more and more their own with many', () => {
    const model = { p: 6, q: 4, gamma: 60, logLikelihood: 0 };
    expect(meanSpend(model, 0, 0)).toBeCloseTo((100 * 6 * 60) / 3, 9);
    const own = 50_000;
    const off = [1, 10, 100, 1000].map((x) => Math.abs(meanSpend(model, x, x * own) - own));
    expect(off).toEqual([...off].sort((one, other) => other - one));
    expect(off.at(-1)).toBeLessThan(50);
  });

  it('S16 leaves out who came once and who paid nothing, and says so where nobody is left', () => {
    const paid = [
      [1, 5, 9, 900],
      [2, 5, 9, 5000],
      [4, 5, 9, 4000],
      [3, 7, 9, 30_000],
    ] as const;
    const others = [
      [0, 0, 9, 0],
      [2, 5, 9, 0],
      [-1, 0, 0, 0],
    ] as const;
    expect(fitSpend(histories([...paid, ...others]))).toEqual(fitSpend(histories(paid)));
    expect(fitSpend(histories(others))).toEqual({ fitted: false, why: 'nothing' });
  });

  it('S16 says that there is no best fit where all purchases cost the same', () => {
    const same = histories(
      Array.from({ length: 300 }, (_, i) => [1 + (i % 5), 20, 40, (1 + (i % 5)) * 3800] as const),
    );
    expect(fitSpend(same)).toMatchObject({ fitted: false });
  });
});
