import { create } from 'zustand';

/** In their order on the screen. */
export const PARTS = ['campaigns', 'liability'] as const;
export type Part = (typeof PARTS)[number];

interface Loyalty {
  readonly part: Part;
  /** The figures behind the chart, in its place. */
  readonly asTable: boolean;
}

/** Which part one was at: it is still there after a look at the counter. */
export const useLoyalty = create<Loyalty>(() => ({ part: 'campaigns', asTable: false }));

export const show = (part: Part): void => useLoyalty.setState({ part });
export const turnTable = (): void => useLoyalty.setState(({ asTable }) => ({ asTable: !asTable }));
