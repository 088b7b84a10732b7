import { type NoParams, type Refusal, refuse } from '../refusal';

/** What a manager writes beside somebody's figures (S87). */
export const STAFF_NOTE_KINDS = ['reward', 'training', 'penalty'] as const;
export type StaffNoteKind = (typeof STAFF_NOTE_KINDS)[number];

/** A note about a colleague says why. Undefined = go ahead. */
export const refusedStaffNote = (note: string): Refusal<'text_needed', NoParams> | undefined =>
  note === '' ? refuse('text_needed') : undefined;
