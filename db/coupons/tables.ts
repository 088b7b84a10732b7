import type { Generated } from 'kysely';
import type { Fixed, FixedDefault } from '../column-kinds';
import type { Trigger } from '../domain/coupons/coupon';

export interface CouponBatchTable {
  id: Fixed<string>;
  template_id: Fixed<string>;
  segment: Fixed<string>;
  rule_version: Fixed<number>;
  state: 'running' | 'done';
  members: Fixed<number>;
  first_day: Fixed<string>;
  last_day: Fixed<string>;
  business_date: Fixed<string>;
  started_at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface CouponBatchMemberTable {
  batch_id: Fixed<string>;
  member_id: Fixed<string>;
}

export interface CouponTable {
  seq: Generated<number>;
  id: Fixed<string>;
  code: Fixed<string>;
  member_id: Fixed<string>;
  template_id: Fixed<string>;
  trigger: Fixed<Trigger>;
  occasion: Fixed<string>;
  name: Fixed<string>;
  kind: Fixed<'amount' | 'percent' | 'gift'>;
  off_fen: Fixed<number | null>;
  percent_off: Fixed<number | null>;
  cap_fen: Fixed<number | null>;
  item: Fixed<string | null>;
  cost_fen: Fixed<number | null>;
  threshold_fen: FixedDefault<number>;
  stacks: Fixed<number>;
  first_day: Fixed<string>;
  last_day: Fixed<string>;
  blackout: FixedDefault<string>;
  state: Generated<'issued' | 'used' | 'revoked'>;
  issued_by_sale: Fixed<string | null>;
  batch_id: Fixed<string | null>;
  used_on_sale: string | null;
  reason: FixedDefault<string>;
  rule_version: Fixed<number>;
  business_date: Fixed<string>;
  issued_at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface CouponEventTable {
  seq: Generated<number>;
  coupon_id: Fixed<string>;
  kind: Fixed<'issued' | 'used' | 'handed_over' | 'restored' | 'revoked' | 'withdrawn'>;
  purchase_id: Fixed<string | null>;
  refund_id: Fixed<string | null>;
  reason: FixedDefault<string>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}
