import { create } from 'zustand';

interface Practice {
  /** Whether the panel is one line; null = as the window has room for it. */
  readonly folded: boolean | null;
  /** The list of all exercises lies over the shop. */
  readonly overview: boolean;
  /** Where whoever practises was before; null = at the first screen. */
  readonly before: string | null;
}

/** Of the window only: what is practised is kept by main. */
export const usePractice = create<Practice>(() => ({ folded: null, overview: false, before: null }));

const put = usePractice.setState;

export const fold = (folded: boolean): void => put({ folded });
export const openOverview = (): void => put({ overview: true });
export const closeOverview = (): void => put({ overview: false });
export const comeFrom = (before: string): void => put({ before, overview: false, folded: null });
