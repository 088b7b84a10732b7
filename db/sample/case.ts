import type { CompensationKind } from '../domain/complaints/compensation';
import type { ComplaintChannel, Severity } from '../domain/complaints/complaint';
import type { ComplaintObject, KnownReason } from '../domain/complaints/reasons';

/** A complaint as the story tells it; hours count from when it came in. */
export interface Case {
  /** Hours before now at which it came in. */
  readonly hoursAgo: number;
  readonly object: ComplaintObject;
  readonly reason: KnownReason;
  readonly severity: Severity;
  readonly channel: ComplaintChannel;
  /** One of the cast; `buyer` is whoever bought `product` last before it; null is a walk-in. */
  readonly by: string | 'buyer' | null;
  readonly product?: string;
  readonly what: string;
  readonly wish: string;
  readonly steps: readonly CaseStep[];
}

export type CaseStep = { readonly after: number } & (
  | {
      readonly does: 'respond' | 'note' | 'resolve' | 'reopen' | 'pause' | 'resume' | 'escalate';
      readonly text: string;
    }
  | { readonly does: 'close'; readonly cause: string; readonly measure: string }
  | {
      readonly does: 'give';
      readonly kind: Extract<CompensationKind, 'gift' | 'refund'>;
      readonly what: string;
      /** In fen. */
      readonly worth: number;
      readonly text: string;
    }
  | { readonly does: 'ask'; readonly score: number; readonly text: string }
  /** It was logged under another reason, and put right. */
  | { readonly does: 'correct'; readonly was: KnownReason; readonly text: string }
);

const saying =
  (does: 'respond' | 'note' | 'resolve' | 'reopen' | 'pause' | 'resume' | 'escalate') =>
  (after: number, text: string): CaseStep => ({ after, does, text });

export const respond = saying('respond');
export const note = saying('note');
export const resolve = saying('resolve');
export const reopen = saying('reopen');
export const pause = saying('pause');
export const resume = saying('resume');
/** To the owner, who looks after hard cases. */
export const escalate = saying('escalate');
export const close = (after: number, cause: string, measure: string): CaseStep => ({
  ...{ after, does: 'close', cause, measure },
});
export const gift = (after: number, what: string, worth: number, text: string): CaseStep => ({
  ...{ after, does: 'give', kind: 'gift', what, worth, text },
});
export const refund = (after: number, worth: number, text: string): CaseStep => ({
  ...{ after, does: 'give', kind: 'refund', what: '', worth, text },
});
export const ask = (after: number, score: number, text = ''): CaseStep => ({
  ...{ after, does: 'ask', score, text },
});
export const correct = (after: number, was: KnownReason, text: string): CaseStep => ({
  ...{ after, does: 'correct', was, text },
});

export const DAY = 24;
