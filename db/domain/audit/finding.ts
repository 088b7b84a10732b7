/**
 * What a verification of the trail may find. Together they say that any single change of what is stored
 * shows; a rewrite of the whole file shows by the head on a printed day close (trust, "People").
 */
export const FINDING_KINDS = [
  /** An entry says something other than what was sealed. */
  'changed',
  /** Entries are not there: numbers are left out. */
  'missing',
  /** An entry does not seal the one before it: something was taken out, put in or put in another order. */
  'broken',
  /** What an entry is listed under is not what it says itself. */
  'subjects_changed',
  /** What was a person's own before or after is not what was sealed. */
  'personal_changed',
  /** It is gone, although the person is not erased. */
  'personal_missing',
  /** The trail ends before an entry that is known to have been there. */
  'end_missing',
  /** It is another trail than the one whose head was noted beside the store. */
  'head_differs',
  /** A day close names an entry that reads otherwise now. */
  'close_differs',
  /** The figures of a day close are not those that were sealed with it. */
  'close_changed',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** The entry that it is about; of missing ones the first that is there again. */
  readonly seq: number;
}
