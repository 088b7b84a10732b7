import type { MarketingWord, Record } from '../domain/rights/merge';
import type { Standing } from '../domain/tiers/standing';

/** A merge as it is stored. */
export interface MergeRow {
  readonly id: string;
  readonly from_id: string;
  readonly into_id: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly points_seq: number;
  readonly tier_seq: number;
}

/** What the surviving record was before the merge. */
export interface Kept {
  readonly record: Record;
  readonly updatedAt: number;
  readonly fromUpdatedAt: number;
  readonly marketing: MarketingWord;
  readonly standing: Standing;
}

// Both were written by mergeMembers and by nobody else; an erased person's merges cannot be undone.
export const keptOf = ({ before }: MergeRow): Kept => JSON.parse(before) as Kept;
export const mergedRecordOf = ({ after }: MergeRow): Record => JSON.parse(after) as Record;
