import type { Fixed } from '../column-kinds';

export interface DayCloseTable {
  id: Fixed<string>;
  business_date: Fixed<string>;
  round: Fixed<number>;
  figures: Fixed<string>;
  audit_seq: Fixed<number>;
  audit_hash: Fixed<string>;
  closed_at: Fixed<number>;
  staff_id: Fixed<string>;
}
