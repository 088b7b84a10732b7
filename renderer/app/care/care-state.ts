import { create } from 'zustand';

export const PARTS = [
  { part: 'tasks', key: 'F2' },
  { part: 'lists', key: 'F3' },
  { part: 'events', key: 'F4' },
  { part: 'results', key: 'F5' },
] as const;
export type Part = (typeof PARTS)[number]['part'];

/** Which part one was at: it is still there after a look at the counter. */
export const useCarePart = create<{ readonly part: Part }>(() => ({ part: 'tasks' }));

export const showPart = (part: Part): void => useCarePart.setState({ part });
