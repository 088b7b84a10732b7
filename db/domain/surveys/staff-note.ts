import { type NoParams, type Refusal, refuse } from '../refusal';

/** What a manager writes beside somebody's figures (S87). */
export const STAFF_NOTE_KINDS = ['reward', 'training', 'penalty'] as const;
export type StaffNoteKind = (typeof STAFF_NOTE_KINDS)[number];

/** Notes about colleagues are a manager's to write, and say why. Undefined = go ahead. */
export function decideStaffNote(
  note: string,
  by: { readonly role: 'cashier' | 'manager' | 'owner' },
): Refusal<'needs_manager', NoParams> | Refusal<'text_needed', NoParams> | undefined {
  if (by.role === 'cashier') return refuse('needs_manager');
  return note === '' ? refuse('text_needed') : undefined;
}
