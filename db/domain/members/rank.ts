/** How many recent visits still lift a member (12 months up to the last visit). */
const COUNTED_VISITS = 30;
const DAYS_PER_VISIT = 7;
/** Room for the tie-break "then most visits" below a whole day. */
const VISIT_STEPS = 1024;

/** The window of `visitsInYear`, in milliseconds: 365 days up to the last visit. */
export const RANK_WINDOW_MS = 365 * 86_400_000;

/**
 * Where a member stands in every answer: last visit + 7 days for each visit of the 12 months up
 * to it, at most 30; equal ones by all their visits. Counted back from the last visit, not from
 * today, so that the score changes only when the member's own purchases do. 0 = never bought.
 * Always below 2^32.
 */
export function rankScore(of: { lastVisitDay: number | null; visitsInYear: number; visits: number }): number {
  if (of.lastVisitDay === null || of.lastVisitDay < 0) return 0;
  const days = of.lastVisitDay + DAYS_PER_VISIT * Math.min(COUNTED_VISITS, of.visitsInYear);
  return days * VISIT_STEPS + Math.min(VISIT_STEPS - 1, of.visits);
}

/** Whole days from 1970-01-01 to a business date. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
