import { addDays } from '../calendar/business-day';
import type { TierRules } from '../settings/shop-rules';
import { type BusinessDate, type Fen, fen } from '../units';
import type { Standing } from './standing';
import { rankOf, TIERS, type Tier } from './tier';
import { qualifiedBy, type Takings, type TierBill, takingsOn, thresholdOf, windowFrom } from './window';

/** What is still missing to a level: either of the two is enough. */
export interface Missing {
  readonly money: Fen;
  readonly visits: number;
}

export interface Progress extends Takings {
  /** First day of the window that ends today. */
  readonly windowFrom: BusinessDate;
  /** "还差 ¥x 或 n 次升 VIP"; null at the top, and for a fixed level. */
  readonly next: (Missing & { readonly tier: Tier }) | null;
  /** What must come until the last protected day to keep the level; null when it is safe or not protected. */
  readonly keep: Missing | null;
}

/** How far a member is, as the counter tells them (rules, Tiers: shown at lookup). */
export function progressOf(
  standing: Standing,
  bills: readonly TierBill[],
  today: BusinessDate,
  rules: TierRules,
): Progress {
  const takings = takingsOn(bills, today, rules);
  const next = standing.fixed ? undefined : TIERS[rankOf(standing.tier) + 1];
  return {
    ...takings,
    windowFrom: windowFrom(today, rules.windowMonths),
    next: next === undefined ? null : { tier: next, ...missingTo(next, takings, rules) },
    keep: toKeep(standing, bills, rules),
  };
}

/** Judged with the bills there are, in the window as it will stand on the day after the protection. */
function toKeep(standing: Standing, bills: readonly TierBill[], rules: TierRules): Missing | null {
  if (standing.fixed || standing.until === null) return null;
  const takings = takingsOn(bills, addDays(standing.until, 1), rules);
  const safe = rankOf(qualifiedBy(takings, rules)) >= rankOf(standing.tier);
  return safe ? null : missingTo(standing.tier, takings, rules);
}

function missingTo(tier: Tier, { money, visits }: Takings, rules: TierRules): Missing {
  const threshold = thresholdOf(tier, rules) ?? { money: 0, visits: 0 };
  return {
    money: fen(Math.max(0, threshold.money - money)),
    visits: Math.max(0, threshold.visits - visits),
  };
}
