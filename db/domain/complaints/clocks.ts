import type { ComplaintRules } from '../settings/shop-rules';
import { type Instant, instant } from '../units';
import type { Clocks, ComplaintState } from './complaint';

const HOUR_MS = 3_600_000;

/** From here on a due time is shown as "soon": late enough to matter, early enough to act. */
export const RESPONSE_SOON_MS = 8 * HOUR_MS;
export const RESOLUTION_SOON_MS = 24 * HOUR_MS;

export type Clock = 'response' | 'resolution';

/** A clock that runs, and when it runs out. */
export interface Due {
  readonly clock: Clock;
  readonly at: Instant;
}

/** A due time with its explanation, as the timeline keeps it: `hours` after `from`. */
export interface ExplainedDue extends Due {
  readonly from: Instant;
  readonly hours: number;
}

/** Wall-clock hours, nights and holidays included: design rules "Complaints". */
function dueAfter(clock: Clock, from: Instant, hours: number): ExplainedDue {
  return { clock, at: instant(from + hours * HOUR_MS), from, hours };
}

/** First response, 24 h by default (S68); a reopened complaint gets a new one. */
export const responseDue = (from: Instant, rules: ComplaintRules): ExplainedDue =>
  dueAfter('response', from, rules.responseHours);

/** Resolution, 168 h by default (S69); 24 h in the profile of S70. It is never set anew. */
export const resolutionDue = (from: Instant, rules: ComplaintRules): ExplainedDue =>
  dueAfter('resolution', from, rules.resolutionHours);

/**
 * The running clock that runs out first: the response clock runs while an answer is owed, the
 * resolution clock until there is a result. A complaint reopened after its seven days is thus late
 * at once, by the resolution clock that it keeps. Null when neither runs.
 */
export function nextDue(
  complaint: Omit<Clocks, 'receivedAt'> & { readonly state: ComplaintState },
): Due | null {
  const resolution: Due = { clock: 'resolution', at: complaint.resolutionDueAt };
  switch (complaint.state) {
    case 'open':
    case 'reopened':
      return complaint.responseDueAt <= resolution.at
        ? { clock: 'response', at: complaint.responseDueAt }
        : resolution;
    case 'responded':
      return resolution;
    case 'resolved':
    case 'closed':
      return null;
  }
}

/** The due moment itself is still in time. */
export function isOverdue(due: Due | null, now: Instant): boolean {
  return due !== null && now > due.at;
}

/** Not late yet, but less than `RESPONSE_SOON_MS` or `RESOLUTION_SOON_MS` away. */
export function isDueSoon(due: Due | null, now: Instant): boolean {
  if (due === null || isOverdue(due, now)) return false;
  return due.at - now < (due.clock === 'response' ? RESPONSE_SOON_MS : RESOLUTION_SOON_MS);
}
