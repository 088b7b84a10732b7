import type { InsightRules } from '../../settings/shop-rules';
import { type Fen, fen, NO_FEN } from '../../units';
import type { ModelFinding, SurvivalFinding } from '../findings';
import { type Histories, membersOf } from '../history';
import { type Judged, NONE } from '../judged';
import { backTest } from './back-test';
import { lifetimeValues, outlookOf } from './lifetime-value';
import { buyersOf, grouped, NEVER, purchasesUpTo } from './purchase-history';
import { fitPurchases } from './purchase-model';
import { fitSpend } from './spend-model';
import { gapCounts, survivalFinding } from './survival';

/** What the models say of a store and of each of its members. */
export interface StoreFit {
  readonly model: ModelFinding;
  readonly survival: SurvivalFinding;
  /**
   * In the order of `Histories.n`. `NONE` in every place where there is no model, for members who never
   * bought, and in `expectedFen` where money could not be fitted.
   */
  readonly columns: Pick<Judged, 'alive' | 'expectedMilli' | 'expectedFen'>;
}

/** The unit of time in which the parameters are told: weeks, as in the papers. */
export const UNIT_DAYS = 7;

/**
 * Fits the models of purchases, money and gaps to what was bought up to and on `asOf` (days since
 * 1970-01-01), and foretells the 12 months after it (S16-S19). Below `minRepeatBuyers` members with a second
 * purchase day nothing is said. Never throws; for a million members some seconds, so never on main.
 */
export function fitStore(
  histories: Histories,
  asOf: number,
  rules: Pick<InsightRules, 'minRepeatBuyers' | 'yearlyDiscountPercent'>,
): StoreFit {
  const needed = rules.minRepeatBuyers;
  const history = purchasesUpTo(histories, asOf);
  const { buyers, repeatBuyers } = buyersOf(history);
  const survival = survivalFinding(gapCounts(histories, asOf), repeatBuyers, needed);
  const nothing = (didNotConverge: boolean): StoreFit => ({
    model: { enough: false, repeatBuyers, needed, didNotConverge },
    survival,
    columns: noColumns(membersOf(histories)),
  });
  if (repeatBuyers < needed) return nothing(false);

  const groups = grouped(history);
  const purchases = fitPurchases(groups, UNIT_DAYS);
  if (!purchases.fitted) return nothing(true);
  const outlook = outlookOf(purchases.model, groups, rules.yearlyDiscountPercent);
  const columns = noColumns(membersOf(histories));
  let expectedPurchases = 0;
  groups.groupOf.forEach((group, i) => {
    if (group === NEVER) return;
    const expected = outlook.purchases[group] ?? 0;
    expectedPurchases += expected;
    columns.alive[i] = Math.round(1000 * (outlook.alive[group] ?? 0));
    columns.expectedMilli[i] = Math.round(1000 * expected);
  });

  const spend = fitSpend(history);
  let expectedMoney: Fen | null = null;
  if (spend.fitted) {
    const values = lifetimeValues(outlook, spend.model, history, groups, NONE);
    columns.expectedFen.set(values.map(Math.round));
    expectedMoney = fen(Math.round(values.reduce((sum, value) => sum + Math.max(NO_FEN, value), 0)));
  }
  const { unitDays, ...parameters } = purchases.model;
  return {
    model: {
      enough: true,
      buyers,
      repeatBuyers,
      purchases: parameters,
      money: spend.fitted ? spend.model : null,
      unitDays,
      expectedMoney,
      expectedPurchases,
      backTest: backTest(histories, asOf, needed, UNIT_DAYS),
    },
    survival,
    columns,
  };
}

const noColumns = (members: number): StoreFit['columns'] => ({
  alive: new Int32Array(members).fill(NONE),
  expectedMilli: new Int32Array(members).fill(NONE),
  expectedFen: new Float64Array(members).fill(NONE),
});
