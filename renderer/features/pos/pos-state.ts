import { keptOfStore } from '../../lib/kept-of-store';
import type { SetUp } from './set-up';

export const VIEWS = ['waiting', 'files'] as const;
export type View = (typeof VIEWS)[number];

interface Pos {
  readonly view: View;
  /** The set-up under way: it waits for whoever comes back. */
  readonly setUp: SetUp | null;
}

export const { useKept: useAt, keep } = keptOfStore<Pos>({ view: 'waiting', setUp: null });

/** Changes the set-up under way; without one there is nothing to change. */
export const keepSetUp = (storeId: string, change: (setUp: SetUp) => SetUp): void =>
  keep(storeId, ({ setUp }) => ({ setUp: setUp && change(setUp) }));
