import type { Fixed } from '../column-kinds';

export interface MemberMergeTable {
  id: Fixed<string>;
  from_id: Fixed<string>;
  into_id: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
  /** Fields of the surviving record, JSON; they are people's own and go with them. */
  before: string;
  after: string;
  points_seq: Fixed<number>;
  tier_seq: Fixed<number>;
  undone_at: number | null;
  undone_by: string | null;
}

/** A row that a merge has moved. */
export interface MemberMergeRowTable {
  merge_id: Fixed<string>;
  place: Fixed<string>;
  key: Fixed<string>;
}

export interface MemberErasureTable {
  member_id: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string>;
  leftovers: string | null;
  cleaned_at: number | null;
}
