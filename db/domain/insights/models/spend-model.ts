import { minimise, type NoMinimum, type Slope } from './bfgs';
import { digamma, logGamma } from './gamma';
import type { PurchaseHistory } from './purchase-history';

/**
 * Gamma-Gamma of Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value" (note 25): the money of a
 * purchase varies about a customer's own mean (gamma, shape p), and those means vary among customers (shape q,
 * scale gamma), whatever the number of purchases.
 */
export interface SpendModel {
  readonly p: number;
  readonly q: number;
  /** In money of 100 fen. */
  readonly gamma: number;
  readonly logLikelihood: number;
}

export type SpendFit =
  | { readonly fitted: true; readonly model: SpendModel }
  /** `nothing`: nobody paid for a second purchase. `no_mean`: money so uneven that it has no mean (q <= 1). */
  | { readonly fitted: false; readonly why: NoMinimum | 'nothing' | 'no_mean' };

const FEN_OF_UNIT = 100;
/** p, q, and gamma in mean spends. */
const STARTS = [
  [3, 3, 1],
  [1, 2, 1],
  [10, 5, 0.5],
] as const;
/** With a larger p the purchases of a customer all cost the same, and the likelihood grows without end. */
const LARGEST_P = 10_000;

/**
 * The likeliest parameters for the money of repeat purchases, as the note has it: the first purchase is left out,
 * and so is who paid nothing for all the others. Refused, with the reason, where there is no best fit.
 */
export function fitSpend(history: PurchaseHistory): SpendFit {
  const spenders = spendersOf(history);
  const { counts, money, total } = spenders;
  if (money.length === 0) return { fitted: false, why: 'nothing' };
  const mean = total / counts.reduce((sum, x) => sum + x, 0);
  const slope = spendSlope(counts, money);
  const scaled: Slope = (at, gradient) => {
    const value = slope(
      Float64Array.from(at, (log, index) => Math.exp(log) * (index === 2 ? mean : 1)),
      gradient,
    );
    for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] ?? 0) / money.length;
    return value / money.length;
  };
  let why: NoMinimum = 'stuck';
  for (const start of STARTS) {
    const found = minimise(scaled, start.map(Math.log), { upper: [Math.log(LARGEST_P)] });
    if (!found.converged) {
      why = found.why;
      continue;
    }
    const [p = 0, q = 0, gamma = 0] = found.at.map(Math.exp);
    if (q <= 1) return { fitted: false, why: 'no_mean' };
    return {
      fitted: true,
      model: { p, q, gamma: gamma * mean, logLikelihood: -found.value * money.length },
    };
  }
  return { fitted: false, why };
}

/** Repeat purchases and their money (units of 100 fen) of those who paid something for them. */
function spendersOf({ repeats, repeatFen }: PurchaseHistory) {
  const counts = new Int32Array(repeats.length);
  const money = new Float64Array(repeats.length);
  let size = 0;
  let total = 0;
  repeats.forEach((x, i) => {
    const spent = (repeatFen[i] ?? 0) / FEN_OF_UNIT;
    if (x < 1 || spent <= 0) return;
    counts[size] = x;
    money[size] = spent;
    total += spent;
    size++;
  });
  return { counts: counts.subarray(0, size), money: money.subarray(0, size), total };
}

/**
 * Minus the log-likelihood (equation 1a of the note) of customers with `counts` purchases for `money` together, at
 * p, q, gamma, and its gradient by the *logarithms* of these. Only ln(gamma + money) and its reciprocal are
 * needed by customer; gamma functions by the number of purchases.
 */
export function spendSlope(counts: Int32Array, money: Float64Array): Slope {
  const byCount = new Float64Array(counts.reduce((most, x) => Math.max(most, x), 0) + 1);
  let [logMeans, countedLogs] = [0, 0];
  counts.forEach((x, i) => {
    byCount[x] = (byCount[x] ?? 0) + 1;
    logMeans += Math.log((money[i] ?? 0) / x);
    countedLogs += x * Math.log(money[i] ?? 0);
  });

  return (at, gradient) => {
    const [p = 0, q = 0, gamma = 0] = at;
    let [logs, logsByCount, parts, partsByCount] = [0, 0, 0, 0];
    for (let i = 0; i < counts.length; i++) {
      const x = counts[i] ?? 0;
      const all = gamma + (money[i] ?? 0);
      const log = Math.log(all);
      logs += log;
      logsByCount += x * log;
      parts += 1 / all;
      partsByCount += x / all;
    }
    const logGammaQ = logGamma(q);
    const digammaQ = digamma(q);
    let value = q * (counts.length * Math.log(gamma) - logs) + p * (countedLogs - logsByCount) - logMeans;
    let byP = countedLogs - logsByCount;
    let byQ = counts.length * Math.log(gamma) - logs;
    for (let x = 1; x < byCount.length; x++) {
      const weight = byCount[x] ?? 0;
      if (weight === 0) continue;
      const psi = digamma(p * x + q);
      value += weight * (logGamma(p * x + q) - logGamma(p * x) - logGammaQ);
      byP += weight * x * (psi - digamma(p * x));
      byQ += weight * (psi - digammaQ);
    }
    gradient[0] = -byP * p;
    gradient[1] = -byQ * q;
    gradient[2] = -(q * (counts.length - gamma * parts) - gamma * p * partsByCount);
    return -value;
  };
}

/**
 * The mean money of a purchase, in fen, to be expected of a customer who paid `repeatFen` for `x` repeat purchases
 * (equation 5 of the note): between their own mean and the store's, nearer to their own the more they bought.
 */
export const meanSpend = ({ p, q, gamma }: SpendModel, x: number, repeatFen: number): number =>
  (p * (gamma * FEN_OF_UNIT + repeatFen)) / (p * x + q - 1);
