import type { ComplaintFilters } from '@contract/complaints';
import { type InSight, pagesInSight } from '../../lib/pages-in-sight';
import { useRead } from '../../lib/use-read';
import type { FoundComplaint } from './api';

const PAGE = 50;

/** The top of what the filters let through, with the count of all; the last answer stands in while one types. */
export const useArchiveTop = (filters: ComplaintFilters) =>
  useRead('complaints', 'list', { ...filters, offset: 0, limit: PAGE }, { keepLast: true });

/** The complaint at a place, for those in sight. */
export function useArchiveWindow(filters: ComplaintFilters, inSight: InSight) {
  const pages = pagesInSight(inSight, PAGE);
  const top = useArchiveTop(filters);
  const first = useRead('complaints', 'list', { ...filters, ...pages.first });
  const last = useRead('complaints', 'list', { ...filters, ...pages.last });
  const { data } = pages.first.offset === 0 ? top : first;
  return (index: number): FoundComplaint | undefined => pages.rowAt(index, data?.rows, last.data?.rows);
}
