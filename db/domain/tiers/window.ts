import { addDays, addMonths } from '../calendar/business-day';
import type { TierRules, TierThreshold } from '../settings/shop-rules';
import { type BusinessDate, type Fen, fen } from '../units';
import { rankOf, TIERS, type Tier } from './tier';

/** A bill as far as a level is concerned. */
export interface TierBill {
  readonly purchaseId: string;
  readonly on: BusinessDate;
  /** Paid in money, less what of it went back. */
  readonly money: Fen;
  /** False for one that went back as a whole: it is no visit. */
  readonly stands: boolean;
}

/** What is counted in a window. */
export interface Takings {
  readonly money: Fen;
  readonly visits: number;
}

/** First day that counts on `day`: so many calendar months back, that day itself left out. */
export const windowFrom = (day: BusinessDate, months: number): BusinessDate =>
  addDays(addMonths(day, -months), 1);

/** The bills of the window that ends with `day`. */
export function billsWithin<Bill extends Pick<TierBill, 'on'>>(
  bills: readonly Bill[],
  day: BusinessDate,
  months: number,
): Bill[] {
  const from = windowFrom(day, months);
  return bills.filter((bill) => bill.on >= from && bill.on <= day);
}

/** Money and visits that count on `day` (S41, S51: earned lately, never the points balance). */
export function takingsOn(bills: readonly TierBill[], day: BusinessDate, rules: TierRules): Takings {
  const counted = billsWithin(bills, day, rules.windowMonths);
  return {
    money: fen(counted.reduce((sum, bill) => sum + bill.money, 0)),
    visits: counted.filter((bill) => bill.stands).length,
  };
}

/** What a level asks for; regular asks for nothing. */
export const thresholdOf = (tier: Tier, rules: TierRules): TierThreshold | null =>
  tier === 'regular' ? null : rules[tier];

/** The highest level whose money or visits are reached: either of the two is enough. */
export function qualifiedBy({ money, visits }: Takings, rules: TierRules): Tier {
  return TIERS.reduce((highest: Tier, tier) => {
    const threshold = thresholdOf(tier, rules);
    const reached = threshold === null || money >= threshold.money || visits >= threshold.visits;
    return reached && rankOf(tier) > rankOf(highest) ? tier : highest;
  }, 'regular');
}
