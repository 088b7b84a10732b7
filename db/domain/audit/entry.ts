import type { BusinessDate, Instant } from '../units';

/** What an entry of the audit trail may be about. */
export const SUBJECT_KINDS = [
  'member',
  'purchase',
  'coupon',
  'complaint',
  'care_task',
  'staff',
  'rules',
  'segment',
  'import',
  'export',
  'backup',
  'day',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** Numbers are whole, so that canonical JSON has one spelling of each. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What whoever acts adds to the entry of their act. Nothing in it may name or describe a person, `personal` excepted. */
export interface AuditNote {
  readonly about?: Subject;
  /** In the shop's own words, of those who may be written about: the reason of an adjustment, of a refund. */
  readonly why?: string;
  readonly before?: Plain;
  readonly after?: Plain;
  /** Before and after of what is a member's own (name, phone, notes): kept apart, goes when they are erased. */
  readonly personal?: { readonly memberId: string; readonly before: Plain; readonly after: Plain };
}

/** One act as the trail seals it. */
export interface AuditDraft {
  readonly at: Instant;
  readonly businessDate: BusinessDate;
  /** Null: Shuke itself. */
  readonly staffId: string | null;
  readonly approverId: string | null;
  /** The channel, or what happened without one. */
  readonly act: string;
  readonly requestId: string | null;
  readonly subjects: readonly Subject[];
  readonly notes: readonly AuditNote[];
}
