import { logGamma } from '@domain/insights/models/gamma';
import { grouped, purchasesUpTo } from '@domain/insights/models/purchase-history';
import { fitPurchases, slopeOf } from '@domain/insights/models/purchase-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulated } from '../../../support/simulated-store';
import { histories } from './stores';

const history = fc
  .tuple(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1000 }))
  .map(([x, part, age]) => {
    const repeats = Math.min(x, age);
    return [repeats, repeats === 0 ? 0 : Math.max(repeats, Math.round(part * age)), age] as const;
  });
const parameter = fc.double({ min: -3, max: 3, noNaN: true }).map(Math.exp);
const parameters = fc.tuple(parameter, parameter, parameter, parameter);

/** The likelihood of one customer as the paper prints it, before any of its terms is taken apart. */
function printed([r, alpha, a, b]: readonly number[], x: number, last: number, age: number): number {
  const logBeta = (one: number, other: number) => logGamma(one) + logGamma(other) - logGamma(one + other);
  const buys = logGamma(r! + x) - logGamma(r!) + r! * Math.log(alpha!);
  const stays = logBeta(a!, b! + x) - logBeta(a!, b!) + buys - (r! + x) * Math.log(alpha! + age);
  if (x === 0) return stays;
  const leaves = logBeta(a! + 1, b! + x - 1) - logBeta(a!, b!) + buys - (r! + x) * Math.log(alpha! + last);
  const most = Math.max(stays, leaves);
  return most + Math.log(Math.exp(stays - most) + Math.exp(leaves - most));
}

describe('BG/NBD', () => {
  it('S16 has the likelihood that the paper prints, whatever the histories and parameters', () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 20 }), parameters, (rows, at) => {
        const ours = -slopeOf(grouped(histories(rows)), 7)(Float64Array.from(at), new Float64Array(4));
        const theirs = rows.reduce((sum, [x, last, age]) => sum + printed(at, x, last / 7, age / 7), 0);
        expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('S16 has the gradient of its likelihood', () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 20 }), parameters, (rows, at) => {
        const slope = slopeOf(grouped(histories(rows)), 7);
        const gradient = new Float64Array(4);
        const value = slope(Float64Array.from(at), gradient);
        for (const i of [0, 1, 2, 3]) {
          const beside = (by: number) =>
            slope(
              Float64Array.from(at, (of, j) => (i === j ? of * Math.exp(by) : of)),
              new Float64Array(4),
            );
          const step = 1e-5;
          const measured = (beside(step) - beside(-step)) / (2 * step);
          expect(Math.abs(gradient[i]! - measured)).toBeLessThan(1e-6 * (1 + Math.abs(value)));
        }
      }),
    );
  });

  it('S16 finds the parameters of a store that was made with them', () => {
    const store = simulated({ r: 0.6, alpha: 8, a: 0.8, b: 3, p: 6, q: 4, gamma: 60 }, 30_000, 730, 16);
    const fit = fitPurchases(grouped(purchasesUpTo(store, 730)), 7);
    if (!fit.fitted) throw new Error(fit.why);
    expect(fit.model.r).toBeCloseTo(0.6, 1);
    expect(Math.abs(fit.model.alpha / 8 - 1)).toBeLessThan(0.06);
    expect(Math.abs(fit.model.a / 0.8 - 1)).toBeLessThan(0.12);
    expect(Math.abs(fit.model.b / 3 - 1)).toBeLessThan(0.12);
  });

  it('a unit of time is a name: the fit in days says the same as the fit in weeks', () => {
    const groups = grouped(purchasesUpTo(simulated(STORE, 3000, 500, 7), 500));
    const [weeks, days] = [fitPurchases(groups, 7), fitPurchases(groups, 1)];
    if (!weeks.fitted || !days.fitted) throw new Error('no best fit');
    expect(days.model.alpha / weeks.model.alpha).toBeCloseTo(7, 3);
    expect(days.model.r).toBeCloseTo(weeks.model.r, 4);
    expect(days.model.b).toBeCloseTo(weeks.model.b, 3);
  });

  it('says that there is nothing to fit where nobody came again, or everybody came today', () => {
    expect(fitPurchases(grouped(histories([])), 7)).toEqual({ fitted: false, why: 'nothing' });
    expect(
      fitPurchases(
        grouped(
          histories([
            [0, 0, 30],
            [0, 0, 9],
          ]),
        ),
        7,
      ),
    ).toEqual({
      fitted: false,
      why: 'nothing',
    });
    expect(fitPurchases(grouped(histories([[0, 0, 0]])), 7)).toEqual({ fitted: false, why: 'nothing' });
  });

  it('says that it found no best fit where all members are one and the same', () => {
    const same = histories(Array.from({ length: 500 }, () => [5, 100, 110] as const));
    expect(fitPurchases(grouped(same), 7)).toEqual({ fitted: false, why: 'beyond' });
  });
});

const STORE = { r: 0.5, alpha: 5, a: 0.7, b: 2.5, p: 6, q: 4, gamma: 60 };
