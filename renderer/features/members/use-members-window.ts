import type { MemberRow } from '@contract/members';
import type { BusinessDate } from '@domain/units';
import { type InSight, pagesInSight } from '../../lib/pages-in-sight';
import { useRead } from '../../lib/use-read';

export const ORDERS = ['last_visit', 'joined', 'points', 'visits'] as const;
export type Order = (typeof ORDERS)[number];
export type ListedMember = MemberRow & { readonly joinedOn: BusinessDate };

const PAGE = 200;

/** The top of the whole list, with the count of all. */
export const useMembersTop = (order: Order) => useRead('members', 'list', { order, offset: 0, limit: PAGE });

/** The row at a place of the whole list, for those in sight. */
export function useMembersWindow(order: Order, inSight: InSight) {
  const pages = pagesInSight(inSight, PAGE);
  const first = useRead('members', 'list', { order, ...pages.first });
  const last = useRead('members', 'list', { order, ...pages.last });
  return (index: number): ListedMember | undefined => pages.rowAt(index, first.data?.rows, last.data?.rows);
}
