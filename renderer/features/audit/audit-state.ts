import { create } from 'zustand';
import type { TrailFilters } from './api';

export const VIEWS = ['trail', 'watch'] as const;
export type View = (typeof VIEWS)[number];

interface AuditView {
  readonly view: View;
  readonly filters: TrailFilters;
  /** Where each page that was turned began: the last one is shown; none = the newest. */
  readonly pages: readonly number[];
  readonly seq: number | null;
}

const ALL: TrailFilters = { subject: null, staffId: null, act: null, from: null, to: null };

/** What one was looking at is still there after a look at the counter. */
export const useAudit = create<AuditView>(() => ({ view: 'trail', filters: ALL, pages: [], seq: null }));

const put = useAudit.setState;

export const showView = (view: View): void => put({ view });
export const pickEntry = (seq: number | null): void => put({ seq });
/** Other entries are looked for: from the newest on. */
export const narrow = (filters: Partial<TrailFilters>): void =>
  put((audit) => ({ filters: { ...audit.filters, ...filters }, pages: [], seq: null }));
export const clearFilters = (): void => put({ filters: ALL, pages: [], seq: null });
export const isNarrowed = (filters: TrailFilters): boolean =>
  Object.values(filters).some((filter) => filter !== null);

export const older = (next: number): void => put(({ pages }) => ({ pages: [...pages, next], seq: null }));
export const newer = (): void => put(({ pages }) => ({ pages: pages.slice(0, -1), seq: null }));
