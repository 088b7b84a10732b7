/** How the shop says that its till has ended a file. */
export const MARKERS = ['none', 'ok', 'done'] as const;
export type Marker = (typeof MARKERS)[number];

/** Whether the watched folder answers. */
export const POS_HEALTHS = [
  'off',
  /** The sample store watches nothing. */
  'sample',
  'paused',
  'watching',
  'reading',
  'folder_gone',
  'folder_unreadable',
  /** The clock of the PC stands a day or more before the last entry: nothing is booked until the owner has looked. */
  'clock_back',
  /** Something of our own went wrong; it is tried again after a minute. */
  'failed',
] as const;
export type PosHealth = (typeof POS_HEALTHS)[number];
