import type { HistoryGroups } from './purchase-history';
import type { PurchaseModel } from './purchase-model';

/**
 * The chance that a customer has not left, by group (Fader, Hardie, Lee 2005 note "Computing P(alive) Using
 * the BG/NBD Model"). In this model one leaves only after a repeat purchase, so who bought once is alive by
 * definition; what they are worth says `purchasesWithin`.
 */
export function aliveByGroup(model: PurchaseModel, groups: HistoryGroups): Float64Array {
  const { r, alpha, a, b, unitDays } = model;
  return Float64Array.from(groups.members, (_, group) => {
    const pace = groups.paceOf[group] ?? 0;
    const x = groups.repeats[pace] ?? 0;
    if (x === 0) return 1;
    const age = alpha + (groups.ageDays[pace] ?? 0) / unitDays;
    const last = alpha + (groups.lastDays[group] ?? 0) / unitDays;
    return 1 / (1 + Math.exp(Math.log(a / (b + x - 1)) + (r + x) * Math.log(age / last)));
  });
}

/**
 * Purchases to be expected within `days` after the as-of day from somebody who is alive, for one pace (x repeat
 * purchases in `ageDays`): equation 10 of the paper without its denominator, which is the chance to be alive.
 *
 * With z = t/(alpha+T+t) the paper's (1-z)^(r+x) 2F1(r+x, b+x; a+b+x-1; z) is by Euler the same as
 * (1-z)^(a-1) 2F1(a+b-r-1, a-1; a+b+x-1; z). The terms of the second fade where a < 1+r+x, those of the first
 * elsewhere; but where r is far above a+b the second alternates and its digits cancel, so the first is taken there.
 * For rates of up to 100 purchases a unit of time; beyond, its series would be cut off before it has faded.
 */
export function purchasesWithin(model: PurchaseModel, x: number, ageDays: number, days: number): number {
  const time = days / model.unitDays;
  const z = time / (model.alpha + ageDays / model.unitDays + time);
  const { r, a, b } = model;
  const fades = a > 1.5 && a - 1 > r + x;
  const cancels = r > a + b + MOST_ALTERNATING;
  return Math.max(0, (fades || cancels ? asPrinted : byEuler)(r, a, b, x, z));
}

/** So many terms with changing signs cost three digits at most. */
const MOST_ALTERNATING = 10;
/** Nearer to the pole at a = 1, which is none of the whole, the mean of both its sides is taken. */
const NEAR_ONE = 1e-5;

/** (a+b+x-1)/(a-1) (1 - (1-z)^(r+x) 2F1(r+x, b+x; a+b+x-1; z)). */
function asPrinted(r: number, a: number, b: number, x: number, z: number): number {
  if (Math.abs(a - 1) < NEAR_ONE) {
    return (asPrinted(r, 1 - 2 * NEAR_ONE, b, x, z) + asPrinted(r, 1 + 2 * NEAR_ONE, b, x, z)) / 2;
  }
  const c = a + b + x - 1;
  const scale = (r + x) * Math.log1p(-z);
  const rest = series((r + x) * (b + x) * z, r + x, b + x, c, z, scale);
  return (-c * Math.expm1(scale) - rest) / (a - 1);
}

/** The same by Euler: the 1 with which its series begins is taken out, so that a = 1 is no pole. */
function byEuler(r: number, a: number, b: number, x: number, z: number): number {
  const c = a + b + x - 1;
  const beyond = a - 1;
  const logRest = Math.log1p(-z);
  const scale = beyond * logRest;
  const lead = Math.abs(beyond) < 1e-12 ? -logRest : -Math.expm1(scale) / beyond;
  const p = b - r + beyond;
  return c * lead - series(p * z, p, beyond, c, z, scale);
}

/** The largest term is the k-th, k being the purchases of one who never leaves: at 100 a week ten thousand in two years. */
const MOST_TERMS = 20_000;
const PRECISE = 1e-15;
const HUGE = 1e200;

/**
 * e^scale times the sum of `first` and the terms after it, each the one before times (p+k)(q+k)z/((c+k)(k+1)),
 * k from 1: c times a hypergeometric series without its 1. What grows large meanwhile is moved into the scale.
 */
function series(first: number, p: number, q: number, c: number, z: number, scale: number): number {
  let term = first;
  let sum = first;
  let moved = scale;
  for (let k = 1; k < MOST_TERMS; k++) {
    term *= (((p + k) * (q + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(term) <= PRECISE * (1 - z) * Math.abs(sum)) break;
    if (Math.abs(sum) > HUGE) {
      term /= HUGE;
      sum /= HUGE;
      moved += Math.log(HUGE);
    }
  }
  return sum === 0 ? 0 : Math.sign(sum) * Math.exp(Math.log(Math.abs(sum)) + moved);
}
