import { create } from 'zustand';

/** In their order on the screen. */
export const PARTS = ['tasks', 'lists', 'events', 'results'] as const;
export type Part = (typeof PARTS)[number];

/** Which part one was at: it is still there after a look at the counter. */
export const useCarePart = create<{ readonly part: Part }>(() => ({ part: 'tasks' }));

export const showPart = (part: Part): void => useCarePart.setState({ part });
