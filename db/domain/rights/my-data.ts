/** The parts of what a member is told of themselves, in the order of the page (S28). */
export const SECTIONS = [
  'record',
  'profile',
  'consents',
  'purchases',
  'lines',
  'refunds',
  'points',
  'lots',
  'levels',
  'coupons',
  'complaints',
  'timeline',
  'photos',
  'compensations',
  'surveys',
  'stories',
  'invitations',
  'plans',
  'tasks',
  'contacts',
  'outcomes',
  'wrong_phones',
  'lists',
  'insight',
  'merges',
  'acts',
] as const;
export type Section = (typeof SECTIONS)[number];

/** How a value is to be read: money is fen, an instant is epoch milliseconds UTC, a share is of 1,000. */
export const FIELD_KINDS = ['text', 'code', 'money', 'points', 'share', 'instant', 'date', 'yes_no'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];
