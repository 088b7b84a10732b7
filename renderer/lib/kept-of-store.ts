import { create } from 'zustand';

/**
 * What one was at on a screen is still there after a look at another, and nothing of it is shown in another store.
 * `nothing` is how it begins in each.
 */
export function keptOfStore<Kept extends object>(nothing: Kept) {
  const useAll = create<{ readonly storeId: string | null; readonly kept: Kept }>(() => ({
    storeId: null,
    kept: nothing,
  }));
  const keptIn = (storeId: string, { storeId: whose, kept } = useAll.getState()): Kept =>
    whose === storeId ? kept : nothing;
  return {
    useKept: (storeId: string): Kept => useAll((all) => keptIn(storeId, all)),
    keep: (storeId: string, part: Partial<Kept> | ((kept: Kept) => Partial<Kept>)): void => {
      const kept = keptIn(storeId);
      useAll.setState({ storeId, kept: { ...kept, ...(typeof part === 'function' ? part(kept) : part) } });
    },
  };
}
