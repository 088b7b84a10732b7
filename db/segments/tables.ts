import type { Generated } from 'kysely';
import type { Fixed, FixedDefault } from '../column-kinds';
import type { Content } from '../domain/care/task';

export interface SegmentTable {
  id: Fixed<string>;
  name: string;
  rule: string;
  kept: Generated<number>;
  created_at: Fixed<number>;
  changed_at: number;
  staff_id: Fixed<string>;
}

/** Care tasks for everybody of a segment, or invitations to an event, made in slices. */
export interface CareRoundTable {
  seq: Generated<number>;
  id: Fixed<string>;
  kind: Fixed<'by_hand' | 'invitation'>;
  rule: Fixed<string | null>;
  segment_id: Fixed<string | null>;
  event_id: Fixed<string | null>;
  content: Fixed<Content>;
  note: FixedDefault<string>;
  due_on: Fixed<string>;
  last_day: Fixed<string>;
  state: Generated<'running' | 'done'>;
  /** `member.n` as Int32, in their order. */
  members: Fixed<Uint8Array>;
  done: Generated<number>;
  made: Generated<number>;
  left_out: Generated<string>;
  rule_version: Fixed<number>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}
