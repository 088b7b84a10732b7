import { DEFAULT_RULES, type TierRules } from '@domain/settings/shop-rules';
import type { RuleCalendar, Standing } from '@domain/tiers/standing';
import type { Tier } from '@domain/tiers/tier';
import type { TierBill } from '@domain/tiers/window';
import { type BusinessDate, businessDate, fen } from '@domain/units';

/** The rules of a new store: loyal from 1,000 yuan or 12 visits, VIP from 5,000 or 36, over 12 months. */
export const RULES: TierRules = DEFAULT_RULES.tiers;

/** One set of rules for all days. */
export const always = (tiers: TierRules, version = 1): RuleCalendar => ({
  on: () => ({ version, tiers }),
  changesBetween: () => [],
});

/** Rules by the day on which they take effect; of two for one day the later one counts. */
export function since(versions: readonly (readonly [from: string, tiers: TierRules])[]): RuleCalendar {
  const dated = versions
    .map(([from, tiers], index) => ({ from: businessDate(from), version: index + 1, tiers }))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.version - b.version));
  return {
    on: (day) => {
      const inForce = dated.findLast(({ from }) => from <= day) ?? dated[0];
      if (inForce === undefined) throw new Error('rules from the first day');
      return inForce;
    },
    changesBetween: (from, before) =>
      dated.map((version) => version.from).filter((day) => day >= from && day < before),
  };
}

export const day = (text: string): BusinessDate => businessDate(text);

let bills = 0;
export const bill = (on: string, yuan: number, stands = true): TierBill => ({
  purchaseId: `bill ${++bills}`,
  on: day(on),
  money: fen(yuan * 100),
  stands,
});

export const visits = (count: number, on: string, yuan = 1): TierBill[] =>
  Array.from({ length: count }, () => bill(on, yuan));

export const standing = (tier: Tier, from: string, until: string | null, fixed = false): Standing => ({
  tier,
  since: day(from),
  until: until === null ? null : day(until),
  fixed,
});

export const newcomer = standing('regular', '2025-01-01', null);
