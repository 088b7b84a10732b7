import type { ComplaintFilters } from '@contract/complaints';
import { create } from 'zustand';
import { UNFILTERED } from './api';

interface ArchiveView {
  readonly filters: ComplaintFilters;
  /** The row at which the arrows go on. */
  readonly active: number;
  /** One was in the rows, not in the filters. */
  readonly inRows: boolean;
}

const FRESH: ArchiveView = { filters: UNFILTERED, active: 0, inRows: false };

/** What one was looking for is still there after a look at what was found. */
export const useArchiveView = create<ArchiveView>(() => FRESH);

/** Other filters find other rows: the arrows begin at the top again. */
export const narrow = (changed: Partial<ComplaintFilters>): void =>
  useArchiveView.setState(({ filters }) => ({
    filters: { ...filters, ...changed },
    active: 0,
    inRows: false,
  }));
export const moveTo = (active: number): void => useArchiveView.setState({ active, inRows: true });
export const clearFilters = (): void => useArchiveView.setState(FRESH);

/** How many filters beside the text are set. */
export const countFilters = (filters: ComplaintFilters): number =>
  [
    filters.which !== 'all',
    filters.object !== null,
    filters.reasonGroup !== null || filters.reason !== null,
    filters.severity !== null,
    filters.aboutStaffId !== null,
    filters.from !== null || filters.to !== null,
    filters.lateOnly,
  ].filter(Boolean).length;
