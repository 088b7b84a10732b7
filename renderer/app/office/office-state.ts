import { create } from 'zustand';

/** In their order on the screen. */
export const PARTS = [
  'exchange',
  'headOffice',
  'days',
  'backups',
  'staff',
  'audit',
  'support',
  'pos',
] as const;
export type Part = (typeof PARTS)[number];

/** Which part one was at: it is still there after a look at the counter. */
export const useOffice = create<{ readonly part: Part }>(() => ({ part: 'exchange' }));

export const showPart = (part: Part): void => useOffice.setState({ part });
