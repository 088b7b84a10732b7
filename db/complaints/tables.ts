import type { Generated } from 'kysely';
import type { Fixed, FixedDefault } from '../column-kinds';
import type { Clock } from '../domain/complaints/clocks';
import type { CompensationKind } from '../domain/complaints/compensation';
import type { ComplaintChannel, ComplaintState, Severity } from '../domain/complaints/complaint';
import type { ComplaintObject, ReasonGroup } from '../domain/complaints/reasons';
import type { StepKind } from '../domain/complaints/timeline';

export interface ComplaintTable {
  id: Fixed<string>;
  number: Fixed<number>;
  member_id: string | null;
  purchase_id: string | null;
  object: ComplaintObject;
  reason_group: ReasonGroup;
  reason: string;
  product: Generated<string>;
  about_staff_id: string | null;
  severity: Severity;
  channel: ComplaintChannel;
  what: string;
  wish: Generated<string>;
  state: ComplaintState;
  received_at: Fixed<number>;
  business_date: Fixed<string>;
  store_hours: FixedDefault<number>;
  rule_version: Fixed<number>;
  response_due_at: number;
  resolution_due_at: number;
  paused_at: number | null;
  first_responded_at: number | null;
  responded_at: number | null;
  resolved_at: number | null;
  closed_at: number | null;
  response_breached: Generated<number>;
  resolution_breached: Generated<number>;
  reopened: Generated<number>;
  escalated_to: string | null;
  satisfaction: number | null;
  result: Generated<string>;
  cause: Generated<string>;
  measure: Generated<string>;
  staff_id: Fixed<string>;
}

export interface ComplaintEventTable {
  seq: Generated<number>;
  id: Fixed<string>;
  complaint_id: Fixed<string>;
  kind: Fixed<StepKind>;
  note: FixedDefault<string>;
  due: FixedDefault<string>;
  data: FixedDefault<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface ComplaintPhotoTable {
  id: Fixed<string>;
  complaint_id: Fixed<string>;
  sha256: Fixed<string>;
  bytes: Fixed<number>;
  width: Fixed<number>;
  height: Fixed<number>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface CompensationTable {
  id: Fixed<string>;
  complaint_id: Fixed<string>;
  kind: Fixed<CompensationKind>;
  coupon_id: Fixed<string | null>;
  points_entry_id: Fixed<string | null>;
  what: Fixed<string>;
  worth_fen: Fixed<number>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface ComplaintAlertTable {
  complaint_id: Fixed<string>;
  clock: Fixed<Clock>;
  due_at: Fixed<number>;
  at: Fixed<number>;
}
