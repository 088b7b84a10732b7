import type { Fixed } from '../column-kinds';

export interface AuditEntryTable {
  seq: Fixed<number>;
  at: Fixed<number>;
  business_date: Fixed<string>;
  staff_id: Fixed<string | null>;
  approver_id: Fixed<string | null>;
  act: Fixed<string>;
  request_id: Fixed<string | null>;
  body: Fixed<string>;
  personal_digest: Fixed<string | null>;
  previous_hash: Fixed<string>;
  hash: Fixed<string>;
}

export interface AuditSubjectTable {
  kind: Fixed<string>;
  id: Fixed<string>;
  seq: Fixed<number>;
}

export interface AuditPersonalTable {
  seq: Fixed<number>;
  member_id: Fixed<string>;
  salt: Fixed<string>;
  body: Fixed<string>;
}
