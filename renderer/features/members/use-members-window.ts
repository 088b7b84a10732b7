import type { MemberRow } from '@contract/members';
import type { BusinessDate } from '@domain/units';
import { useRead } from '../../lib/use-read';

export const ORDERS = ['last_visit', 'joined', 'points', 'visits'] as const;
export type Order = (typeof ORDERS)[number];
export type ListedMember = MemberRow & { readonly joinedOn: BusinessDate };

const PAGE = 200;

/** The rows from `from` to `to` of the whole list: the one or two pages in which they lie are read. */
export function useMembersWindow(order: Order, from: number, to: number) {
  const [firstPage, lastPage] = [Math.floor(from / PAGE), Math.floor(Math.max(from, to) / PAGE)];
  const first = useRead('members', 'list', { order, offset: firstPage * PAGE, limit: PAGE });
  const last = useRead('members', 'list', { order, offset: lastPage * PAGE, limit: PAGE });
  const at = (index: number): ListedMember | undefined => {
    const page = Math.floor(index / PAGE);
    const rows = page === firstPage ? first.data?.rows : page === lastPage ? last.data?.rows : undefined;
    return rows?.[index - page * PAGE];
  };
  return { first, at };
}
