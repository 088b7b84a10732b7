import { create } from 'zustand';
import type { Behind } from '../../lib/behind';

/** In their order on the screen. */
export const PARTS = ['overview', 'customers', 'leaving', 'value', 'goods', 'segments', 'quality'] as const;
export type Part = (typeof PARTS)[number];

interface Insights {
  readonly part: Part;
  /** The list that stands in front of the part. */
  readonly behind: Behind | null;
}

/** Which part one was at, and whose list: it is still there after a look at the counter. */
export const useInsights = create<Insights>(() => ({ part: 'overview', behind: null }));

export const showPart = (part: Part): void => useInsights.setState({ part, behind: null });
export const openBehind = (behind: Behind): void => useInsights.setState({ behind });
export const closeBehind = (): void => useInsights.setState({ behind: null });
