import { addMonths } from '../calendar/business-day';
import type { TierRules } from '../settings/shop-rules';
import type { BusinessDate } from '../units';
import type { Tier } from './tier';
import type { Takings } from './window';

/** How a member stands. */
export interface Standing {
  readonly tier: Tier;
  readonly since: BusinessDate;
  /** Last protected day; null for regular, and for a level fixed for good. */
  readonly until: BusinessDate | null;
  /** Set by hand and outside the automatic rule. */
  readonly fixed: boolean;
}

const CHANGE_KINDS = ['up', 'down', 'kept', 'taken_back', 'by_hand', 'hand_ended'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One row of a member's history of levels. */
export interface TierChange {
  readonly kind: ChangeKind;
  /** The business day as of which it was judged; the app may have been off on it. */
  readonly on: BusinessDate;
  readonly before: Standing;
  readonly after: Standing;
  /** What was counted in the window then. */
  readonly takings: Takings;
  readonly ruleVersion: number;
  /** In words, for a level set by hand; empty otherwise. */
  readonly reason: string;
}

export interface VersionedTierRules {
  readonly version: number;
  readonly tiers: TierRules;
}

/** The rules as they were and will be, day by day. */
export interface RuleCalendar {
  /** In force at the end of that day. */
  readonly on: (day: BusinessDate) => VersionedTierRules;
  /** Days from `from` on and before `before` on which other rules took effect, in order. */
  readonly changesBetween: (from: BusinessDate, before: BusinessDate) => readonly BusinessDate[];
}

/** The last protected day of a level that begins on `day`; regular needs no protection. */
export const protectedUntil = (tier: Tier, day: BusinessDate, rules: TierRules): BusinessDate | null =>
  tier === 'regular' ? null : addMonths(day, rules.protectionMonths);
