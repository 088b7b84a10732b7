import { type NoParams, type Refusal, refuse } from '../refusal';
import type { Severity } from './complaint';
import type { ComplaintObject, ReasonLeaf } from './reasons';
import type { TimelineStep } from './timeline';

/** What may have been entered wrongly. The customer's own words are never corrected: notes stand beside them. */
export interface Particulars {
  /** Whose it is; null = of somebody without a record. */
  readonly memberId: string | null;
  readonly object: ComplaintObject;
  readonly reason: string;
  readonly product: string;
  readonly aboutStaffId: string | null;
  readonly severity: Severity;
}

export const CORRECTABLE = ['memberId', 'object', 'reason', 'product', 'aboutStaffId', 'severity'] as const;
type Correctable = (typeof CORRECTABLE)[number];

/** Ids of members, reasons and staff as such; empty = nobody, nothing. */
export interface Change {
  readonly field: Correctable;
  readonly before: string;
  readonly after: string;
}

/**
 * A wrong entry is put right, in any state; the row keeps what it was. A reason or a member of staff
 * that is no longer there may stay, but is not chosen anew. Somebody who turns out to be a member, or has
 * become one, gets the complaint as theirs; whose it is already, it stays.
 */
export function decideCorrect(
  before: Particulars,
  asked: {
    readonly after: Particulars;
    readonly note: string;
    /** Undefined = not in the tree. */
    readonly leaf: ReasonLeaf | undefined;
    readonly staffThere: boolean;
    readonly memberThere: boolean;
  },
):
  | TimelineStep
  | Refusal<'nothing_changed', NoParams>
  | Refusal<'reason_gone', NoParams>
  | Refusal<'staff_gone', NoParams>
  | Refusal<'member_gone', NoParams>
  | Refusal<'member_known', NoParams> {
  const { after, note, leaf, staffThere, memberThere } = asked;
  const changes = CORRECTABLE.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field] ?? '',
    after: after[field] ?? '',
  }));
  const changed = (wanted: Correctable) => changes.some(({ field }) => field === wanted);
  if (changes.length === 0) return refuse('nothing_changed');
  if (changed('reason') && leaf?.active !== true) return refuse('reason_gone');
  if (changed('aboutStaffId') && after.aboutStaffId !== null && !staffThere) return refuse('staff_gone');
  if (changed('memberId') && before.memberId !== null) return refuse('member_known');
  if (changed('memberId') && !memberThere) return refuse('member_gone');
  return { kind: 'corrected', note, due: [], data: { of: 'correction', changes } };
}
