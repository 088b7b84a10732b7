import { minimise, type NoMinimum, type Slope } from './bfgs';
import type { HistoryGroups } from './purchase-history';

/**
 * BG/NBD of Fader, Hardie, Lee (2005), "Counting Your Customers" the Easy Way: An Alternative to the
 * Pareto/NBD Model, Marketing Science 24(2). While alive a customer buys at a rate of their own (gamma, shape
 * r, scale alpha in units of time); after each purchase they leave for good with a chance of their own (beta,
 * a and b).
 */
export interface PurchaseModel {
  readonly r: number;
  /** In units of `unitDays` days. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly logLikelihood: number;
  readonly unitDays: number;
}

export type PurchaseFit =
  | { readonly fitted: true; readonly model: PurchaseModel }
  /** `nothing`: nobody bought twice, so that there is nothing to fit. */
  | { readonly fitted: false; readonly why: NoMinimum | 'nothing' };

/** Where to begin: r, alpha in mean ages of a customer, a, b. Others are tried where the first leads nowhere. */
const STARTS = [
  [0.5, 0.5, 0.7, 2.5],
  [1, 1, 1, 1],
  [0.1, 0.1, 0.1, 1],
  [3, 1, 1, 10],
] as const;
/**
 * With a larger r everybody buys at the very same rate (their rates differ by less than 1 %), and nothing can be
 * learnt of a customer from what they bought. That chances to leave are all alike (a and b large) does no harm.
 */
const LARGEST_R = 10_000;

/**
 * The likeliest parameters for these histories. Refused, with the reason, where there is no best fit. The search
 * runs over the logarithms of the parameters, with alpha measured in mean ages, so that all are of size one.
 */
export function fitPurchases(groups: HistoryGroups, unitDays: number): PurchaseFit {
  const { buyers, repeats, days } = totals(groups);
  if (repeats === 0 || days === 0) return { fitted: false, why: 'nothing' };
  const age = days / buyers / unitDays;
  const slope = slopeOf(groups, unitDays);
  const scaled: Slope = (at, gradient) => {
    const value = slope(
      Float64Array.from(at, (log, index) => Math.exp(log) * (index === 1 ? age : 1)),
      gradient,
    );
    for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] ?? 0) / buyers;
    return value / buyers;
  };
  let why: NoMinimum = 'stuck';
  for (const start of STARTS) {
    const found = minimise(scaled, start.map(Math.log), { upper: [Math.log(LARGEST_R)] });
    if (found.converged) {
      const [r = 0, alpha = 0, a = 0, b = 0] = found.at.map(Math.exp);
      const logLikelihood = -found.value * buyers;
      return { fitted: true, model: { r, alpha: alpha * age, a, b, logLikelihood, unitDays } };
    }
    why = found.why;
  }
  return { fitted: false, why };
}

function totals({ members, paceOf, repeats, ageDays }: HistoryGroups) {
  const sum = { buyers: 0, repeats: 0, days: 0 };
  for (let group = 0; group < members.length; group++) {
    const weight = members[group] ?? 0;
    const pace = paceOf[group] ?? 0;
    sum.buyers += weight;
    sum.repeats += weight * (repeats[pace] ?? 0);
    sum.days += weight * (ageDays[pace] ?? 0);
  }
  return sum;
}

/**
 * Minus the log-likelihood (equation 6 of the paper, its two terms added as logarithms) at r, alpha, a, b, and its
 * gradient by the *logarithms* of these. Repeat purchases are whole numbers, so no gamma function is needed:
 * ln Γ(r+x) - ln Γ(r) is a sum of x logarithms, the difference of digammas a sum of x reciprocals. Times are
 * whole days, so their logarithms are a table too.
 */
export function slopeOf(groups: HistoryGroups, unitDays: number): Slope {
  const { members, lastDays, paceOf, repeats, ageDays } = groups;
  const mostRepeats = repeats.reduce((most, x) => Math.max(most, x), 0);
  const longest = ageDays.reduce((most, age) => Math.max(most, age), 0);
  const byRepeats = new Float64Array(mostRepeats + 1);
  for (let group = 0; group < members.length; group++) {
    const x = repeats[paceOf[group] ?? 0] ?? 0;
    byRepeats[x] = (byRepeats[x] ?? 0) + (members[group] ?? 0);
  }
  const logTime = new Float64Array(longest + 1);
  const logLeft = new Float64Array(mostRepeats + 1);

  return (at, gradient) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = at;
    for (let day = 0; day <= longest; day++) logTime[day] = Math.log(alpha + day / unitDays);
    for (let x = 1; x <= mostRepeats; x++) logLeft[x] = Math.log(a / (b + x - 1));

    const sums = countTerms(byRepeats, r, alpha, a, b);
    let { value, byR, byAlpha, byA, byB } = sums;
    for (let group = 0; group < members.length; group++) {
      const weight = members[group] ?? 0;
      const pace = paceOf[group] ?? 0;
      const x = repeats[pace] ?? 0;
      const age = ageDays[pace] ?? 0;
      const logAge = logTime[age] ?? 0;
      const n = r + x;
      value -= weight * n * logAge;
      if (x === 0) {
        byR -= weight * logAge;
        byAlpha -= (weight * n) / (alpha + age / unitDays);
        continue;
      }
      const last = lastDays[group] ?? 0;
      const logLast = logTime[last] ?? 0;
      // The odds of having left after the last purchase, as a logarithm.
      const odds = (logLeft[x] ?? 0) + n * (logAge - logLast);
      const small = Math.exp(-Math.abs(odds));
      const left = (odds > 0 ? 1 : small) / (1 + small);
      value += weight * (Math.max(0, odds) + Math.log1p(small));
      byR -= weight * (logAge - left * (logAge - logLast));
      byAlpha -= weight * n * ((1 - left) / (alpha + age / unitDays) + left / (alpha + last / unitDays));
      byA += (weight * left) / a;
      byB -= (weight * left) / (b + x - 1);
    }
    gradient[0] = -byR * r;
    gradient[1] = -byAlpha * alpha;
    gradient[2] = -byA * a;
    gradient[3] = -byB * b;
    return -value;
  };
}

/** What depends on the number of purchases alone: the terms A1 and A2 of the paper, and their derivatives. */
function countTerms(byRepeats: Float64Array, r: number, alpha: number, a: number, b: number) {
  const sum = { value: 0, byR: 0, byAlpha: 0, byA: 0, byB: 0 };
  const logAlpha = Math.log(alpha);
  let logs = 0; // ln Γ(r+x)/Γ(r) + ln Γ(b+x)/Γ(b) - ln Γ(a+b+x)/Γ(a+b)
  let [ofR, ofB, ofBoth] = [0, 0, 0]; // the differences of their digammas
  byRepeats.forEach((weight, x) => {
    sum.value += weight * (logs + r * logAlpha);
    sum.byR += weight * (ofR + logAlpha);
    sum.byAlpha += (weight * r) / alpha;
    sum.byA -= weight * ofBoth;
    sum.byB += weight * (ofB - ofBoth);
    logs += Math.log(((r + x) * (b + x)) / (a + b + x));
    ofR += 1 / (r + x);
    ofB += 1 / (b + x);
    ofBoth += 1 / (a + b + x);
  });
  return sum;
}
