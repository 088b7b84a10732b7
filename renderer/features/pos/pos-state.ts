import { create } from 'zustand';
import type { SetUp } from './set-up';

export const VIEWS = ['waiting', 'files'] as const;
export type View = (typeof VIEWS)[number];

interface Pos {
  /** The store that this belongs to: nothing of it is shown in another one. */
  readonly storeId: string | null;
  readonly view: View;
  /** The set-up under way: it waits for whoever comes back. */
  readonly setUp: SetUp | null;
}
const NOTHING = { view: 'waiting', setUp: null } as const;

const useKept = create<Pos>(() => ({ storeId: null, ...NOTHING }));

export function useAt(storeId: string): Omit<Pos, 'storeId'> {
  const kept = useKept();
  return kept.storeId === storeId ? kept : NOTHING;
}

export const keep = (storeId: string, part: Partial<Omit<Pos, 'storeId'>>): void =>
  useKept.setState((last) => ({ ...(last.storeId === storeId ? last : NOTHING), storeId, ...part }));

/** Changes the set-up under way; without one there is nothing to change. */
export function keepSetUp(storeId: string, change: (setUp: SetUp) => SetUp): void {
  const { storeId: kept, setUp } = useKept.getState();
  if (kept === storeId && setUp !== null) useKept.setState({ setUp: change(setUp) });
}
