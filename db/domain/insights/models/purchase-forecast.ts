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
 * With z = t/(alpha+T+t) the paper's (1-z)^(r+x) 2F1(r+x, b+x; a+b+x-1; z) grows out of any double. By Euler it is
 * (1-z)^(a-1) 2F1(a+b-r-1, a-1; a+b+x-1; z), whose terms fade where a < 1+r+x; elsewhere those of the first do.
 * Both begin with 1, which is taken out before anything is subtracted, so that a = 1 is no pole.
 */
export function purchasesWithin(model: PurchaseModel, x: number, ageDays: number, days: number): number {
  const { r, alpha, a, b, unitDays } = model;
  const time = days / unitDays;
  const whole = alpha + ageDays / unitDays + time;
  const z = time / whole;
  const logRest = Math.log1p(-z);
  const c = a + b + x - 1;
  const beyond = a - 1;
  if (beyond > 0.5 && beyond > r + x) {
    const scale = (r + x) * logRest;
    const first = ((r + x) * (b + x) * z) / c;
    return Math.max(0, (c * (-Math.expm1(scale) - series(first, r + x, b + x, c, z, scale))) / beyond);
  }
  const scale = beyond * logRest;
  const lead = Math.abs(beyond) < 1e-12 ? -logRest : -Math.expm1(scale) / beyond;
  const p = b - r + beyond;
  return Math.max(0, c * lead - series(p * z, p, beyond, c, z, scale));
}

const MOST_TERMS = 20_000;
const PRECISE = 1e-15;
const HUGE = 1e200;

/**
 * e^scale times the sum of `first` and the terms after it, each the one before times (p+k)(q+k)z/((c+k)(k+1)),
 * k from 1: all of a hypergeometric series but its 1. What grows large meanwhile is moved into the scale.
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
