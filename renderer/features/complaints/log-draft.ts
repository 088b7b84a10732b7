import type { ComplaintChannel, Severity } from '@domain/complaints/complaint';
import type { ComplaintObject, ReasonGroup } from '@domain/complaints/reasons';

/** What has been entered so far: the reason and a sentence are all it needs, the rest is for whoever has the time. */
export interface LogDraft {
  readonly group: ReasonGroup | null;
  /** A leaf of the tree, by its id in the rules. */
  readonly reason: string | null;
  readonly what: string;
  readonly wish: string;
  /** Null until it is said otherwise: what the group of the reason speaks of. */
  readonly object: ComplaintObject | null;
  readonly purchaseId: string | null;
  readonly product: string;
  readonly aboutStaffId: string | null;
  readonly severity: Severity;
  readonly channel: ComplaintChannel;
}

export const EMPTY_DRAFT: LogDraft = {
  group: null,
  reason: null,
  what: '',
  wish: '',
  object: null,
  purchaseId: null,
  product: '',
  aboutStaffId: null,
  severity: 'normal',
  channel: 'counter',
};

/** Whom or what it is about (S76): a person if the reason is one of the staff's, goods otherwise, unless it was said. */
export const objectOf = ({ object, group }: Pick<LogDraft, 'object' | 'group'>): ComplaintObject =>
  object ?? (group === 'staff' ? 'staff' : 'goods');

export type Complete = LogDraft & { readonly reason: string };
export type Missing = 'reason' | 'what';

/** The first thing still missing, in the order of the form; null when it can be logged. */
export function missingIn(draft: LogDraft): Missing | null {
  if (draft.reason === null) return 'reason';
  return draft.what.trim() === '' ? 'what' : null;
}

/** Narrows a draft in which nothing is missing. */
export const isComplete = (draft: LogDraft): draft is Complete => missingIn(draft) === null;

/** Something would be lost by leaving. */
export const isTouchedDraft = ({ what, wish, product }: LogDraft): boolean =>
  [what, wish, product].some((words) => words.trim() !== '');
