import { backTest } from '@domain/insights/models/back-test';
import { fitStore, UNIT_DAYS } from '@domain/insights/models/fit-store';
import { logGamma } from '@domain/insights/models/gamma';
import { lifetimeValues, outlookOf } from '@domain/insights/models/lifetime-value';
import {
  grouped,
  NEVER,
  type PurchaseHistory,
  purchasesUpTo,
} from '@domain/insights/models/purchase-history';
import { fitPurchases, slopeOf } from '@domain/insights/models/purchase-model';
import { fitSpend } from '@domain/insights/models/spend-model';
import { gapCounts, kaplanMeier } from '@domain/insights/models/survival';
import { usualGaps } from '@domain/insights/models/usual-gaps';
import { type Nature, simulated } from '../support/simulated-store';
import { type BenchTable, median } from './table';

const MEMBERS = 1_000_000;
const DAYS = 730;
const RUNS = 5;
const BAR_SECONDS = 10;
const BAR_MB = 300;
const RULES = { minRepeatBuyers: 200, yearlyDiscountPercent: 10 };
const NATURE: Nature = { r: 0.6, alpha: 6, a: 0.8, b: 4, p: 6, q: 4, gamma: 60 };
const AT = Float64Array.of(NATURE.r, NATURE.alpha, NATURE.a, NATURE.b);

/** All models fitted to a store of a million members that behaves as the models say, and what they were to find. */
export default async function models(): Promise<BenchTable> {
  const before = process.memoryUsage.rss();
  const store = simulated(NATURE, MEMBERS, DAYS, 16);
  const held = process.memoryUsage.rss();
  fitStore(store, DAYS, RULES);
  const peak = process.resourceUsage().maxRSS * 1024; // of one run, as a worker makes it
  const whole = timed(() => fitStore(store, DAYS, RULES), RUNS);
  const { model } = whole.made;
  if (!model.enough || model.money === null) throw new Error('the store was not fitted');

  const history = timed(() => purchasesUpTo(store, DAYS), RUNS);
  const groups = timed(() => grouped(history.made), RUNS);
  const purchases = timed(() => fitPurchases(groups.made, UNIT_DAYS), RUNS);
  const spend = timed(() => fitSpend(history.made), RUNS);
  const [byPurchases, bySpend] = [purchases.made, spend.made];
  if (!byPurchases.fitted || !bySpend.fitted) throw new Error('no best fit');
  const outlook = timed(() => outlookOf(byPurchases.model, groups.made, 10), RUNS);
  const values = timed(
    () => lifetimeValues(outlook.made, bySpend.model, history.made, groups.made, NEVER),
    RUNS,
  );
  const survival = timed(() => kaplanMeier(gapCounts(store, DAYS)), RUNS);
  const foretold = timed(() => backTest(store, DAYS, RULES.minRepeatBuyers, UNIT_DAYS), RUNS);
  const usual = timed(() => usualGaps(store, DAYS), RUNS);
  const ours = timed(() => slopeOf(groups.made, UNIT_DAYS)(AT, new Float64Array(4)), RUNS);
  const plain = timed(() => plainLikelihood(history.made), RUNS);
  if (Math.abs(ours.made / plain.made + 1) > 1e-9) throw new Error('the likelihoods differ');

  const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  const digits = (...numbers: readonly number[]) => numbers.map((value) => value.toPrecision(4)).join(', ');
  const { r, alpha, a, b } = model.purchases;
  const test = model.backTest;
  return {
    title: 'The models of 1,000,000 members',
    columns: ['', 'median'],
    rows: [
      ['everything: all below but the usual gaps', whole.took],
      ['histories x, t_x, T of all bills', history.took],
      ['like histories grouped', groups.took],
      ['BG/NBD fitted', purchases.took],
      ['Gamma-Gamma fitted', spend.took],
      ['P(alive) and 12 months by month', outlook.took],
      ['their discounted money', values.took],
      ['Kaplan-Meier of the gaps', survival.took],
      ['back-test: fitted again, held against the last third', foretold.took],
      ['usual gaps', usual.took],
      ['one evaluation of likelihood and gradient', ours.took],
      ['yardstick: the likelihood alone, by the printed formula, member by member', plain.took],
      ['memory at its peak, beyond the bills', mb(peak - held)],
      ['memory at its peak, with the bills', mb(peak - before)],
    ],
    notes: [
      `${store.day.length} bills of ${DAYS} days, ${groups.made.members.length} different histories, ${groups.made.repeats.length} without t_x.`,
      `BG/NBD found r, alpha, a, b = ${digits(r, alpha, a, b)}; the store was made with ${digits(...AT)}, its days rounded up to whole ones.`,
      `Gamma-Gamma found p, q, gamma = ${digits(model.money.p, model.money.q, model.money.gamma)}; the store was made with ${digits(NATURE.p, NATURE.q, NATURE.gamma)}.`,
      ...(test === null ? [] : [`Back-test: ${Math.round(test.foretold)} foretold, ${test.real} real.`]),
      `Bars: everything in ${BAR_SECONDS} s and ${BAR_MB} MB.`,
    ],
  };
}

function timed<T>(make: () => T, runs: number): { readonly made: T; readonly took: string } {
  const samples: number[] = [];
  let made = make();
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    made = make();
    samples.push((performance.now() - start) / 1000);
  }
  return { made, took: `${median(samples).toFixed(2)} s` };
}

/** Equation 6 of the paper as it is printed, its gamma functions as logarithms. */
function plainLikelihood({ repeats, lastDays, ageDays }: PurchaseHistory): number {
  const { r, alpha, a, b } = NATURE;
  let sum = 0;
  repeats.forEach((x, i) => {
    const age = alpha + (ageDays[i] ?? 0) / UNIT_DAYS;
    const last = alpha + (lastDays[i] ?? 0) / UNIT_DAYS;
    const left = x > 0 ? (a / (b + x - 1)) * last ** -(r + x) : 0;
    sum +=
      logGamma(r + x) -
      logGamma(r) +
      r * Math.log(alpha) +
      logGamma(a + b) +
      logGamma(b + x) -
      logGamma(b) -
      logGamma(a + b + x) +
      Math.log(age ** -(r + x) + left);
  });
  return sum;
}
