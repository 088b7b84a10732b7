import type { Generated } from 'kysely';
import type { Fixed } from '../column-kinds';

export interface SegmentTable {
  id: Fixed<string>;
  name: string;
  rule: string;
  kept: Generated<number>;
  created_at: Fixed<number>;
  changed_at: number;
  staff_id: Fixed<string>;
}
