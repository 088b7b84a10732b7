import { aliveByGroup, purchasesWithin } from '@domain/insights/models/purchase-forecast';
import { grouped } from '@domain/insights/models/purchase-history';
import type { PurchaseModel } from '@domain/insights/models/purchase-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histories } from './stores';

const madeOf = (r: number, alpha: number, a: number, b: number): PurchaseModel => ({
  r,
  alpha,
  a,
  b,
  logLikelihood: 0,
  unitDays: 7,
});
const CDNOW = madeOf(0.243, 4.414, 0.793, 2.426);
const parameter = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const model = fc
  .tuple(parameter(0.05, 20), parameter(0.1, 100), parameter(0.02, 50), parameter(0.05, 50))
  .map((parameters) => madeOf(...parameters));
const past = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 }))
  .map(([x, more, silent]) => ({ x, last: x === 0 ? 0 : x + more, age: x + more + silent }));

const alive = (of: PurchaseModel, x: number, last: number, age: number): number =>
  aliveByGroup(of, grouped(histories([[x, last, age]])))[0]!;

/** Simpson's rule over 0 to 1, in u with at = u²(3-2u), which takes the edge off powers at both ends. */
function integral(inner: (at: number) => number, steps = 4000): number {
  const of = (u: number) => inner(u * u * (3 - 2 * u)) * 6 * u * (1 - u);
  let sum = of(0) + of(1);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * of(i / steps);
  return sum / (3 * steps);
}

/**
 * What the story of the model says, without any of the paper's algebra: somebody alive has rate gamma(r+x, alpha+T)
 * and leaves with chance beta(a, b+x); with these two known, the mean purchases within t are (1-e^(-rate·leave·t))/leave.
 * Over the rate this is 1-(1+leave·t/(alpha+T))^-(r+x), so that one integral over `leave` is left.
 */
function byIntegration({ r, alpha, a, b }: PurchaseModel, x: number, age: number, days: number): number {
  const time = days / 7 / (alpha + age / 7);
  const weight = (leave: number) => leave ** (a - 1) * (1 - leave) ** (b + x - 1);
  const purchases = (leave: number) =>
    leave === 0 ? (r + x) * time : -Math.expm1(-(r + x) * Math.log1p(leave * time)) / leave;
  return integral((leave) => weight(leave) * purchases(leave)) / integral((leave) => weight(leave));
}

describe('what a history foretells', () => {
  it('S18 P(alive) is what Bayes says: stayed, against left after the last purchase', () => {
    fc.assert(
      fc.property(model, past, (of, { x, last, age }) => {
        if (x === 0) {
          expect(alive(of, x, last, age)).toBe(1);
          return;
        }
        const stayed = (of.alpha + age / 7) ** -(of.r + x);
        const left = (of.a / (of.b + x - 1)) * (of.alpha + last / 7) ** -(of.r + x);
        if (stayed < 1e-290 || left > 1e290) return; // beyond what this plain form can hold
        expect(alive(of, x, last, age)).toBeCloseTo(stayed / (stayed + left), 9);
      }),
    );
  });

  it('S18 a longer silence never raises P(alive), and a purchase later in the same time never lowers it', () => {
    fc.assert(
      fc.property(model, past, fc.integer({ min: 1, max: 400 }), (of, { x, last, age }, more) => {
        expect(alive(of, x, last, age + more)).toBeLessThanOrEqual(alive(of, x, last, age));
        if (x > 0)
          expect(alive(of, x, Math.min(age, last + more), age)).toBeGreaterThanOrEqual(
            alive(of, x, last, age),
          );
      }),
    );
  });

  it('S18 is a chance for any history, however long', () => {
    for (const x of [0, 1, 1000, 7000]) {
      for (const silent of [0, 10, 3000]) {
        const chance = alive(CDNOW, x, x, x + silent);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
    }
  });

  it('S16 expects what integration over rate and leaving gives', () => {
    // Integrable by a plain rule: no pole at either end.
    const smooth = fc
      .tuple(parameter(0.1, 10), parameter(0.5, 50), parameter(2, 30), parameter(2, 30))
      .map((parameters) => madeOf(...parameters));
    fc.assert(
      fc.property(smooth, past, fc.integer({ min: 1, max: 730 }), (of, { x, age }, days) => {
        const wanted = byIntegration(of, x, age, days);
        expect(Math.abs(purchasesWithin(of, x, age, days) / wanted - 1)).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
  });

  it('S16 expects what the formula of the paper gives, its series summed as it stands', () => {
    const { r, alpha, a, b } = CDNOW;
    for (const { x, age, days } of [
      { x: 2, age: 272, days: 273 },
      { x: 0, age: 200, days: 365 },
      { x: 12, age: 250, days: 365 },
    ]) {
      const [time, t] = [alpha + age / 7, days / 7];
      const z = t / (time + t);
      let [term, sum] = [1, 1];
      for (let k = 0; k < 3000; k++) {
        term *= (((r + x + k) * (b + x + k)) / ((a + b + x - 1 + k) * (k + 1))) * z;
        sum += term;
      }
      const wanted = ((a + b + x - 1) / (a - 1)) * (1 - (time / (time + t)) ** (r + x) * sum);
      expect(purchasesWithin(CDNOW, x, age, days)).toBeCloseTo(wanted, 8);
    }
  });

  it('S16 expects the same where everybody buys at nearly the same rate, and one series alone would cancel', () => {
    for (const r of [20, 200, 5000]) {
      for (const a of [1, 2, 5]) {
        const of = madeOf(r, 2 * r, a, 4);
        for (const [x, age] of [
          [0, 0],
          [3, 100],
          [60, 700],
        ] as const) {
          const wanted = byIntegration(of, x, age, 365);
          expect(Math.abs(purchasesWithin(of, x, age, 365) / wanted - 1)).toBeLessThan(1e-6);
        }
      }
    }
  });

  it('S16 has no gap where a is 1, and none where its two forms meet', () => {
    const at = (a: number, r: number) => purchasesWithin(madeOf(r, 4, a, 2.4), 3, 200, 365);
    expect(at(1, 0.5)).toBeCloseTo((at(1 - 1e-6, 0.5) + at(1 + 1e-6, 0.5)) / 2, 9);
    expect(at(4.5 - 1e-9, 0.5)).toBeCloseTo(at(4.5 + 1e-9, 0.5), 7);
  });

  it('S16 expects nothing in no time, more in more time, never less than nothing and always a number', () => {
    // Up to 100 purchases a week: a purchase is a day, so no store has more than seven.
    const wide = fc
      .tuple(parameter(1e-4, 1e4), parameter(1e-6, 100), parameter(1e-8, 1e6), parameter(1e-6, 1e6))
      .map(([r, rate, a, b]) => madeOf(r, r / rate, a, b));
    fc.assert(
      fc.property(wide, past, fc.integer({ min: 1, max: 700 }), (of, { x, age }, days) => {
        const [some, more] = [purchasesWithin(of, x, age, days), purchasesWithin(of, x, age, days + 30)];
        expect(purchasesWithin(of, x, age, 0)).toBe(0);
        expect(some).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(more)).toBe(true);
        expect(more).toBeGreaterThanOrEqual(some * (1 - 1e-6) - 1e-9);
      }),
    );
  });
});
