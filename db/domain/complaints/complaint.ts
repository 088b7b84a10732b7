import type { Instant } from '../units';

export const COMPLAINT_STATES = ['open', 'responded', 'resolved', 'closed', 'reopened'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

export const SEVERITIES = ['low', 'normal', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const COMPLAINT_CHANNELS = ['counter', 'phone', 'wechat', 'other'] as const;
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];

/** What every complaint has, whatever its state; all of it is stored. */
export interface Course {
  readonly receivedAt: Instant;
  /** Until when it is to be answered and resolved (S68, S69). */
  readonly responseDueAt: Instant;
  readonly resolutionDueAt: Instant;
  /** Its clocks run while the store is open only; settled when it is logged. */
  readonly storeHours: boolean;
  /** The very first answer, whatever happened since. */
  readonly firstRespondedAt: Instant | null;
  /** Once a clock has run out unanswered, for ever: a later round does not wash it off (S86). */
  readonly responseBreached: boolean;
  readonly resolutionBreached: boolean;
  /** How often. */
  readonly reopened: number;
  /** 1-5, asked at the end of the present round. */
  readonly satisfaction: number | null;
}

/**
 * A complaint as far as its clocks and states need it. What a state does not have, it cannot carry:
 * the table's CHECKs say the same.
 */
export type Complaint = Course &
  (
    | { readonly state: 'open'; readonly pausedAt: Instant | null }
    /** Open once more: earlier answers stand in the timeline, the next one is owed. */
    | { readonly state: 'reopened'; readonly pausedAt: Instant | null }
    | { readonly state: 'responded'; readonly pausedAt: Instant | null; readonly respondedAt: Instant }
    | {
        readonly state: 'resolved';
        readonly pausedAt: null;
        readonly respondedAt: Instant;
        readonly resolvedAt: Instant;
        readonly result: string;
      }
    | {
        readonly state: 'closed';
        readonly pausedAt: null;
        readonly respondedAt: Instant;
        readonly resolvedAt: Instant;
        readonly closedAt: Instant;
        readonly result: string;
        readonly cause: string;
        readonly measure: string;
      }
  );

/** One that waits for an answer or a result: its clocks run, or stand still. */
export type Unsolved = Extract<Complaint, { state: 'open' | 'reopened' | 'responded' }>;

export function isUnsolved(complaint: Complaint): complaint is Unsolved {
  return complaint.state !== 'resolved' && complaint.state !== 'closed';
}

/** Copies what every state has and nothing of what only some have. */
export function courseOf(complaint: Course): Course {
  const { receivedAt, responseDueAt, resolutionDueAt, storeHours } = complaint;
  const { firstRespondedAt, responseBreached, resolutionBreached, reopened, satisfaction } = complaint;
  return {
    ...{ receivedAt, responseDueAt, resolutionDueAt, storeHours },
    ...{ firstRespondedAt, responseBreached, resolutionBreached, reopened, satisfaction },
  };
}

/**
 * Whether the counter still shows the member as one to look after (S82). Everything but closed:
 * a resolved complaint waits for its cause and measure (S71), and until it is closed no sales
 * message goes to that member.
 */
export function countsAsOpen(state: ComplaintState): boolean {
  return state !== 'closed';
}
