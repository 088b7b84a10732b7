import { sameRule } from '../../db/domain/segments/normal';
import type { SegmentRule } from '../../db/domain/segments/segment';
import { readIn } from '../../db/reading';
import { segmentById } from '../../db/segments/queries';
import type { CommandCx } from './context';

/** For whom something is: by a rule, and where it is a saved segment's, by which. */
export interface Choice {
  readonly rule: SegmentRule;
  readonly segmentId: string | null;
}

/** Whether the segment is still there and means what was seen of it; a rule of its own always is. */
export function isUnchanged({ tx }: CommandCx, { rule, segmentId }: Choice): boolean {
  if (segmentId === null) return true;
  const segment = readIn(tx, segmentById(segmentId));
  return segment !== undefined && sameRule(segment.rule, rule);
}
