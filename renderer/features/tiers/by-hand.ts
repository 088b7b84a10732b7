import type { TierStanding } from '@contract/loyalty-shapes';
import type { TierRules } from '@domain/settings/shop-rules';
import { protectedUntil } from '@domain/tiers/standing';
import { rankOf, type Tier } from '@domain/tiers/tier';
import { qualifiedBy } from '@domain/tiers/window';
import type { BusinessDate } from '@domain/units';

export interface Typed {
  readonly tier: Tier;
  readonly joinsAutomatic: boolean;
  readonly until: BusinessDate | null;
}

/** What a level by hand will come to, told before it is set. */
export type Effect =
  | { readonly kind: 'joins' | 'fixedUntil'; readonly tier: Tier; readonly until: BusinessDate }
  | { readonly kind: 'joinsOpen' | 'fixed' | 'rises'; readonly tier: Tier };

/** By the rules that main decides with (`decideByHand`): what has been spent may lift it at once. */
export function effectOf(
  { tier, joinsAutomatic, until }: Typed,
  standing: Pick<TierStanding, 'money' | 'visits'>,
  today: BusinessDate,
  rules: TierRules,
): Effect {
  if (!joinsAutomatic) return until === null ? { kind: 'fixed', tier } : { kind: 'fixedUntil', tier, until };
  const qualified = qualifiedBy(standing, rules);
  if (rankOf(qualified) > rankOf(tier)) return { kind: 'rises', tier: qualified };
  const protection = protectedUntil(tier, today, rules);
  return protection === null
    ? { kind: 'joinsOpen', tier }
    : { kind: 'joins', tier, until: until ?? protection };
}
