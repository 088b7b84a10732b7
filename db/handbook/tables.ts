import type { Generated } from 'kysely';
import type { Fixed, FixedDefault } from '../column-kinds';
import type { Checklist } from '../domain/handbook/checklist';

export interface SelfCheckTable {
  seq: Generated<number>;
  id: Fixed<string>;
  about_staff_id: Fixed<string>;
  levels: Fixed<string>;
  note: FixedDefault<string>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface ChecklistRunTable {
  seq: Generated<number>;
  id: Fixed<string>;
  checklist: Fixed<Checklist>;
  held: Fixed<string>;
  note: FixedDefault<string>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}

export interface SuccessStoryTable {
  seq: Generated<number>;
  id: Fixed<string>;
  member_id: Fixed<string | null>;
  story: Fixed<string>;
  may_share: Fixed<number>;
  business_date: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
}
