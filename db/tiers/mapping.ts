import type { Insertable } from 'kysely';
import type { ChangeKind, Standing, TierChange } from '../domain/tiers/standing';
import type { Tier } from '../domain/tiers/tier';
import { businessDate } from '../domain/units';
import { dateOrNull } from '../nullable';
import type { Stamp } from '../points/stamp';
import type { TierChangeTable } from './tables';

export interface StandingRow {
  readonly tier: Tier;
  readonly tier_since: string | null;
  readonly tier_until: string | null;
  readonly tier_fixed: number;
  readonly joined_on: string;
}

/** Who never changed levels has been regular since joining. */
export const standingFrom = (row: StandingRow): Standing => ({
  tier: row.tier,
  since: businessDate(row.tier_since ?? row.joined_on),
  until: dateOrNull(row.tier_until),
  fixed: row.tier_fixed === 1,
});

export interface HistoryRow {
  readonly kind: ChangeKind;
  readonly business_date: string;
  readonly from_tier: Tier;
  readonly from_since: string | null;
  readonly from_until: string | null;
  readonly to_tier: Tier;
  readonly since: string;
  readonly until: string | null;
  readonly fixed: number;
}

/** A row of the history as far as a take-back needs it: no upgrade starts from a fixed level. */
export const historyFrom = (row: HistoryRow): Pick<TierChange, 'kind' | 'on' | 'before' | 'after'> => ({
  kind: row.kind,
  on: businessDate(row.business_date),
  before: {
    tier: row.from_tier,
    since: businessDate(row.from_since ?? row.since),
    until: dateOrNull(row.from_until),
    fixed: false,
  },
  after: {
    tier: row.to_tier,
    since: businessDate(row.since),
    until: dateOrNull(row.until),
    fixed: row.fixed === 1,
  },
});

/** What made a change, where something did. */
export interface TierAbout {
  readonly purchaseId?: string;
  readonly refundId?: string;
}

export const changeRow = (
  memberId: string,
  { kind, on, before, after, takings, ruleVersion, reason }: TierChange,
  { purchaseId, refundId }: TierAbout,
  stamp: Stamp,
): Insertable<TierChangeTable> => ({
  id: stamp.newId(),
  member_id: memberId,
  kind,
  from_tier: before.tier,
  to_tier: after.tier,
  from_since: before.since,
  from_until: before.until,
  since: after.since,
  until: after.until,
  fixed: after.fixed ? 1 : 0,
  money_fen: takings.money,
  visits: takings.visits,
  reason,
  purchase_id: purchaseId ?? null,
  refund_id: refundId ?? null,
  rule_version: ruleVersion,
  business_date: on,
  at: stamp.now,
  staff_id: stamp.staffId,
});
