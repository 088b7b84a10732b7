import { aliveByGroup, purchasesWithin } from './purchase-forecast';
import { type HistoryGroups, NEVER, type PurchaseHistory } from './purchase-history';
import type { PurchaseModel } from './purchase-model';
import { meanSpend, type SpendModel } from './spend-model';

/** How far ahead a value looks. */
const HORIZON_MONTHS = 12;
export const YEAR_DAYS = 365;

/** What the 12 months after the as-of day should bring, by group of like histories. */
export interface Outlook {
  /** The chance that a customer has not left. */
  readonly alive: Float64Array;
  readonly purchases: Float64Array;
  /** The same, each purchase counting less the later it comes. */
  readonly discounted: Float64Array;
}

/**
 * Purchases of the coming 12 months. Each month's count as at its end, so that they are divided by
 * (1 + yearly discount)^(month/12), as in Fader and Hardie's sheets and in `lifetimes`; a month is a twelfth of
 * 365 days (S17: 10 % a year by default).
 */
export function outlookOf(model: PurchaseModel, groups: HistoryGroups, discountPercent: number): Outlook {
  const alive = aliveByGroup(model, groups);
  const yearly = new Float64Array(groups.repeats.length);
  const worth = new Float64Array(groups.repeats.length);
  const factors = Array.from(
    { length: HORIZON_MONTHS },
    (_, month) => (1 + discountPercent / 100) ** (-(month + 1) / HORIZON_MONTHS),
  );
  groups.repeats.forEach((x, pace) => {
    const age = groups.ageDays[pace] ?? 0;
    let before = 0;
    let sum = 0;
    factors.forEach((factor, month) => {
      const within = purchasesWithin(model, x, age, ((month + 1) * YEAR_DAYS) / HORIZON_MONTHS);
      sum += (within - before) * factor;
      before = within;
    });
    yearly[pace] = before;
    worth[pace] = sum;
  });
  const ifAlive = (byPace: Float64Array) =>
    alive.map((chance, group) => chance * (byPace[groups.paceOf[group] ?? 0] ?? 0));
  return { alive, purchases: ifAlive(yearly), discounted: ifAlive(worth) };
}

/**
 * The discounted money of the coming 12 months by member, in fen: purchases times what one of theirs is worth
 * (S16). `none` for who never bought.
 */
export function lifetimeValues(
  { discounted }: Outlook,
  spend: SpendModel,
  history: PurchaseHistory,
  { groupOf }: HistoryGroups,
  none: number,
): Float64Array {
  return Float64Array.from(groupOf, (group, i) =>
    group === NEVER
      ? none
      : (discounted[group] ?? 0) * meanSpend(spend, history.repeats[i] ?? 0, history.repeatFen[i] ?? 0),
  );
}
