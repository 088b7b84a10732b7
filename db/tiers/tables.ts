import type { Generated } from 'kysely';
import type { Fixed, FixedDefault } from '../column-kinds';
import type { Tier } from '../domain/tiers/tier';

export interface TierChangeTable {
  seq: Generated<number>;
  id: Fixed<string>;
  member_id: Fixed<string>;
  kind: Fixed<'up' | 'down' | 'kept' | 'taken_back' | 'by_hand' | 'hand_ended'>;
  from_tier: Fixed<Tier>;
  to_tier: Fixed<Tier>;
  from_since: Fixed<string | null>;
  from_until: Fixed<string | null>;
  since: Fixed<string>;
  until: Fixed<string | null>;
  fixed: Fixed<number>;
  money_fen: Fixed<number>;
  visits: Fixed<number>;
  reason: FixedDefault<string>;
  purchase_id: Fixed<string | null>;
  refund_id: Fixed<string | null>;
  rule_version: Fixed<number>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface DailyPassTable {
  seq: Generated<number>;
  business_date: Fixed<string>;
  rule_version: Fixed<number>;
  finished_at: Fixed<number>;
  members: Fixed<number>;
  tier_changes: Fixed<number>;
  coupons: Fixed<number>;
  tasks: FixedDefault<number>;
}
