import type { SegmentMember } from '@contract/segments';
import type { MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { type InSight, pagesInSight } from '../../lib/pages-in-sight';
import { useRead } from '../../lib/use-read';
import { asAsked } from './api';

const PAGE = 200;

/** The top of a rule's members, with the count of all; the last answer stands in while the rule is built. */
export const useTopOf = (rule: SegmentRule, order: MemberOrder) =>
  useRead('segments', 'members', { rule: asAsked(rule), order, offset: 0, limit: PAGE }, { keepLast: true });

/** The member of a rule at a place, for those in sight. */
export function useMembersOf(rule: SegmentRule, order: MemberOrder, inSight: InSight) {
  const pages = pagesInSight(inSight, PAGE);
  const first = useRead('segments', 'members', { rule: asAsked(rule), order, ...pages.first });
  const last = useRead('segments', 'members', { rule: asAsked(rule), order, ...pages.last });
  return (index: number): SegmentMember | undefined => pages.rowAt(index, first.data?.rows, last.data?.rows);
}
