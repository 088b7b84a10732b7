import type { ComplaintRow } from '@contract/complaints';
import { isDueSoon, isOverdue } from '@domain/complaints/clocks';
import type { Instant } from '@domain/units';

/** The desk's day from top to bottom: what burns, what will, what goes its way, what waits, what wants its last word. */
export const SECTIONS = ['late', 'soon', 'running', 'waiting', 'to_close'] as const;
export type Section = (typeof SECTIONS)[number];

type Standing = Pick<ComplaintRow, 'state' | 'pausedAt' | 'nextDue'>;

/** A paused complaint waits whatever its clocks said; a resolved one waits for cause and measure (S71). */
export function sectionOf({ state, pausedAt, nextDue }: Standing, now: Instant): Section {
  if (pausedAt !== null) return 'waiting';
  if (state === 'resolved') return 'to_close';
  if (isOverdue(nextDue, now)) return 'late';
  return isDueSoon(nextDue, now) ? 'soon' : 'running';
}

export interface BoardSection {
  readonly section: Section;
  readonly rows: readonly ComplaintRow[];
}

/** The sections that hold something; within one the order stays as it came, what is due first on top. */
export const boardOf = (rows: readonly ComplaintRow[], now: Instant): readonly BoardSection[] =>
  SECTIONS.map((section) => ({
    section,
    rows: rows.filter((row) => sectionOf(row, now) === section),
  })).filter((part) => part.rows.length > 0);
