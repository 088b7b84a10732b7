import type { ComplaintObject, KnownReason as Reason, ReasonGroup } from '@domain/complaints/reasons';

/** What has been entered so far; nothing is guessed for the customer but the usual channel and severity. */
export interface LogDraft {
  readonly object: ComplaintObject | null;
  readonly group: ReasonGroup | null;
  readonly reason: Reason | null;
  readonly severity: 'low' | 'normal' | 'high';
  readonly channel: 'counter' | 'phone' | 'wechat' | 'other';
  readonly what: string;
  readonly wish: string;
}

export const EMPTY_DRAFT: LogDraft = {
  object: null,
  group: null,
  reason: null,
  severity: 'normal',
  channel: 'counter',
  what: '',
  wish: '',
};

export type Complete = LogDraft & { readonly object: ComplaintObject; readonly reason: Reason };
export type Missing = 'object' | 'reason' | 'what';

/** The first thing still missing, in the order of the form; null when it can be logged. */
export function missingIn(draft: LogDraft): Missing | null {
  if (draft.object === null) return 'object';
  if (draft.reason === null) return 'reason';
  return draft.what.trim() === '' ? 'what' : null;
}

/** Narrows a draft in which nothing is missing. */
export const isComplete = (draft: LogDraft): draft is Complete => missingIn(draft) === null;

/** Something would be lost by leaving. */
export const isTouchedDraft = (draft: LogDraft): boolean =>
  draft.what.trim() !== '' || draft.wish.trim() !== '';
