import { dayNumber } from '@domain/calendar/business-day';
import { heldOut } from '@domain/insights/models/back-test';
import { fitStore, UNIT_DAYS } from '@domain/insights/models/fit-store';
import { grouped, purchasesUpTo } from '@domain/insights/models/purchase-history';
import { fitPurchases } from '@domain/insights/models/purchase-model';
import { fitSpend } from '@domain/insights/models/spend-model';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';
import { cdnowIsThere, cdnowStore, cdnowSummary } from './stores';

const day = (date: string) => dayNumber(businessDate(date));
/** 39 weeks from the first purchase of the cohort, and 39 more. */
const CALIBRATED = day('1997-09-30');
const LAST = day('1998-06-30');

describe.skipIf(!cdnowIsThere)('the data of the papers', () => {
  it('S16 BG/NBD: the published estimates to the printed digits', () => {
    const fit = fitPurchases(grouped(cdnowSummary('cdnow_customers_summary.csv')), UNIT_DAYS);
    if (!fit.fitted) throw new Error(fit.why);
    const { r, alpha, a, b, logLikelihood } = fit.model;
    expect([r, alpha, a, b].map((value) => value.toFixed(3))).toEqual(['0.243', '4.414', '0.793', '2.426']);
    expect(logLikelihood.toFixed(1)).toBe('-9582.4');
  });

  it('S16 Gamma-Gamma: the published estimates to the printed digits, on the 946 repeat customers', () => {
    const history = purchasesUpTo(cdnowStore(), CALIBRATED);
    expect(history.repeats.filter((x) => x > 0)).toHaveLength(946);
    const fit = fitSpend(history);
    if (!fit.fitted) throw new Error(fit.why);
    const { p, q, gamma } = fit.model;
    expect([p, q, gamma].map((value) => value.toFixed(2))).toEqual(['6.25', '3.74', '15.44']);
  });

  it('S16 Gamma-Gamma: the summary, whose means are rounded to cents, moves gamma by half a cent', () => {
    const fit = fitSpend(cdnowSummary('cdnow_customers_summary_with_transactions.csv'));
    if (!fit.fitted) throw new Error(fit.why);
    const { p, q, gamma } = fit.model;
    expect([p, q].map((value) => value.toFixed(2))).toEqual(['6.25', '3.74']);
    expect(gamma).toBeCloseTo(15.448, 3);
  });

  it('the raw purchases up to week 39 are the published summary', () => {
    const ours = purchasesUpTo(cdnowStore(), CALIBRATED);
    const published = cdnowSummary('cdnow_customers_summary.csv');
    expect([...ours.repeats]).toEqual([...published.repeats]);
    expect([...ours.lastDays]).toEqual([...published.lastDays]);
    expect([...ours.ageDays]).toEqual([...published.ageDays]);
  });

  it('S17 weeks 40 to 78 are foretold from weeks 1 to 39, better than by "as many as before"', () => {
    const test = heldOut(cdnowStore(), {
      upTo: CALIBRATED,
      asOf: LAST,
      minRepeatBuyers: 200,
      unitDays: UNIT_DAYS,
    });
    if (test === null) throw new Error('no back-test');
    process.stdout.write(
      `CDNOW weeks 40-78: foretold ${test.foretold.toFixed(0)}, real ${test.real} ` +
        `(${(100 * (test.foretold / test.real - 1)).toFixed(1)} %); mean error per buyer ` +
        `${test.meanError.toFixed(3)}, as many as before ${test.naiveError.toFixed(3)}\n`,
    );
    expect(test).toMatchObject({ fittedUpTo: '1997-09-30', until: '1998-06-30', buyers: 2357, real: 1882 });
    // The second half year brought more than the first foretold: every sixth to eighth purchase is missed.
    expect(test.foretold / test.real).toBeGreaterThan(0.85);
    expect(test.foretold / test.real).toBeLessThan(1);
    // The measure of the papers: all repeat purchases from the beginning to week 78, within some 5 %.
    const known = purchasesUpTo(cdnowStore(), CALIBRATED).repeats.reduce((sum, x) => sum + x, 0);
    expect(Math.abs((known + test.foretold) / (known + test.real) - 1)).toBeLessThan(0.06);
    expect(test.meanError).toBeLessThan(0.9 * test.naiveError);
    expect(test.byFrequency.map(({ members }) => members)).toEqual([1411, 439, 214, 100, 62, 38, 93]);
    for (const { foretold, real } of test.byFrequency) expect(Math.abs(foretold - real)).toBeLessThan(0.4);
  });

  it('S16 S17 S19 the whole store is judged by the same models, with its own back-test', () => {
    const { model, survival } = fitStore(cdnowStore(), LAST, {
      minRepeatBuyers: 200,
      yearlyDiscountPercent: 10,
    });
    if (!model.enough || !survival.enough) throw new Error('not enough');
    expect(model).toMatchObject({ buyers: 2357, repeatBuyers: 1139, unitDays: 7 });
    expect(model.backTest).toMatchObject({ fittedUpTo: '1997-12-31', until: '1998-06-30', real: 1151 });
    expect(model.backTest?.foretold).toBeCloseTo(1164, 0);
    // Every buyer has one gap that is still open, unless they bought on the last day itself.
    expect(survival.gaps).toBe(purchasesUpTo(cdnowStore(), LAST).repeats.reduce((sum, x) => sum + x, 0));
    expect(survival.censored).toBeLessThanOrEqual(2357);
    expect(survival.censored).toBeGreaterThan(2340);
  });
});
