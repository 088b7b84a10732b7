import type { Instant } from '../units';

export const COMPLAINT_STATES = ['open', 'responded', 'resolved', 'closed', 'reopened'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

export const SEVERITIES = ['low', 'normal', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const COMPLAINT_CHANNELS = ['counter', 'phone', 'wechat', 'other'] as const;
export type ComplaintChannel = (typeof COMPLAINT_CHANNELS)[number];

/** When it came in and until when it is to be answered and resolved (S68, S69); all three are stored. */
export interface Clocks {
  readonly receivedAt: Instant;
  readonly responseDueAt: Instant;
  readonly resolutionDueAt: Instant;
}

/**
 * A complaint as far as its rules need it. What a state does not have, it cannot carry: the
 * table's CHECKs say the same.
 */
export type Complaint = Clocks &
  (
    | { readonly state: 'open' }
    /** Open once more: earlier answers stand in the timeline, the next one is owed. */
    | { readonly state: 'reopened' }
    | { readonly state: 'responded'; readonly respondedAt: Instant }
    | {
        readonly state: 'resolved';
        readonly respondedAt: Instant;
        readonly resolvedAt: Instant;
        readonly result: string;
      }
    | {
        readonly state: 'closed';
        readonly respondedAt: Instant;
        readonly resolvedAt: Instant;
        readonly closedAt: Instant;
        readonly result: string;
        readonly cause: string;
        readonly measure: string;
      }
  );

/**
 * Whether the counter still shows the member as one to look after (S82). Everything but closed:
 * a resolved complaint waits for its cause and measure (S71), and until it is closed no sales
 * message goes to that member.
 */
export function countsAsOpen(state: ComplaintState): boolean {
  return state !== 'closed';
}
