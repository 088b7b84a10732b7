import type { ComplaintFilters } from '@contract/complaints';
import { useRead } from '../../lib/use-read';
import type { FoundComplaint } from './api';

const PAGE = 50;
const pageOf = (index: number): number => Math.floor(index / PAGE);
const asked = (filters: ComplaintFilters, page: number) => ({ ...filters, offset: page * PAGE, limit: PAGE });

/** The top of what the filters let through, with the count of all; the last answer stands in while one types. */
export const useArchiveTop = (filters: ComplaintFilters) =>
  useRead('complaints', 'list', asked(filters, 0), { keepLast: true });

/** The row at a place, for those from `from` to `to`: the one or two pages in which they lie are read. */
export function useArchiveWindow(filters: ComplaintFilters, from: number, to: number) {
  const [firstPage, lastPage] = [pageOf(from), pageOf(Math.max(from, to))];
  const top = useArchiveTop(filters);
  const first = useRead('complaints', 'list', asked(filters, firstPage));
  const last = useRead('complaints', 'list', asked(filters, lastPage));
  return (index: number): FoundComplaint | undefined => {
    const page = pageOf(index);
    const rows =
      page === 0
        ? top.data?.rows
        : page === firstPage
          ? first.data?.rows
          : page === lastPage
            ? last.data?.rows
            : undefined;
    return rows?.[index - page * PAGE];
  };
}
