/** Why a member with a task that is due is not on a list; in the order in which it is looked for. */
export const OFF_LIST = [
  'died',
  'no_consent',
  'open_complaint',
  'no_phone',
  'put_off',
  'quiet',
  'budget',
  /** No script of the task can be filled for them, and nobody reads a list before it is sent. */
  'incomplete',
  /** A contact of this task has been begun with them already. */
  'spoken_to',
] as const;
export type OffList = (typeof OFF_LIST)[number];
