import { sameRule } from '../../db/domain/segments/normal';
import { readIn } from '../../db/reading';
import type { Choice } from '../../db/segments/choice';
import { segmentById } from '../../db/segments/queries';
import type { CommandCx } from './context';

/** Whether the segment is still there and means what was seen of it; a rule of its own always is. */
export function isUnchanged({ tx }: CommandCx, { rule, segmentId }: Choice): boolean {
  if (segmentId === null) return true;
  const segment = readIn(tx, segmentById(segmentId));
  return segment !== undefined && sameRule(segment.rule, rule);
}

/** Which saved segment an act was for, as the audit trail names it; nothing where the rule was made for it alone. */
export const aboutSegment = (segmentId: string | null) =>
  segmentId === null ? {} : { about: { kind: 'segment', id: segmentId } as const };
