import type { Generated } from 'kysely';
import type { Fixed } from '../column-kinds';

/** What a member has told of themselves (S10, S33). */
export interface MemberProfileTable {
  member_id: Fixed<string>;
  occupation: Generated<string>;
  income: 'low' | 'middle' | 'high' | null;
  education: 'school' | 'college' | 'university' | null;
  price_sensitivity: 'low' | 'middle' | 'high' | null;
  needs: Generated<string>;
  updated_at: number;
  staff_id: string;
}

export interface MemberInterestTable {
  member_id: Fixed<string>;
  interest: Fixed<string>;
  position: number;
}
