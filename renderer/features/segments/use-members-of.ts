import type { SegmentMember } from '@contract/segments';
import type { MemberOrder } from '@domain/segments/order';
import type { SegmentRule } from '@domain/segments/segment';
import { useRead } from '../../lib/use-read';
import { asAsked } from './api';

const PAGE = 200;

/** Members of a rule, the rows from `from` to `to`: the one or two pages in which they lie are read. */
export function useMembersOf(rule: SegmentRule, order: MemberOrder, from: number, to: number) {
  const [firstPage, lastPage] = [Math.floor(from / PAGE), Math.floor(Math.max(from, to) / PAGE)];
  const page = (number: number) => ({ rule: asAsked(rule), order, offset: number * PAGE, limit: PAGE });
  const first = useRead('segments', 'members', page(firstPage), { keepLast: true });
  const last = useRead('segments', 'members', page(lastPage));
  const at = (index: number): SegmentMember | undefined => {
    const number = Math.floor(index / PAGE);
    const rows = number === firstPage ? first.data?.rows : number === lastPage ? last.data?.rows : undefined;
    return rows?.[index - number * PAGE];
  };
  return { first, at };
}
