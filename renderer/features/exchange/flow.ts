import { create } from 'zustand';
import type { ImportKind, ImportPreview } from './api';

/** One import from the choice of its file to its result. */
export interface ImportFlow {
  readonly kind: ImportKind;
  readonly preview: ImportPreview;
  readonly dryRunId: string | null;
  readonly importId: string | null;
}

interface Exchange {
  /** The store that this belongs to: nothing of it is shown in another one. */
  readonly storeId: string | null;
  readonly flow: ImportFlow | null;
  /** The undo whose end is still to be read. */
  readonly undoId: string | null;
  readonly exportId: string | null;
}

const NOTHING: Omit<Exchange, 'storeId'> = { flow: null, undoId: null, exportId: null };

/** Survives leaving the screen: a half-mapped file and a running job wait for whoever comes back. */
const useExchange = create<Exchange>(() => ({ storeId: null, ...NOTHING }));

export function useFlow(storeId: string): Omit<Exchange, 'storeId'> {
  const kept = useExchange();
  return kept.storeId === storeId ? kept : NOTHING;
}

export function keep(storeId: string, part: Partial<Omit<Exchange, 'storeId'>>): void {
  useExchange.setState((last) => ({ ...(last.storeId === storeId ? last : NOTHING), storeId, ...part }));
}

/** Changes the import under way; without one there is nothing to change. */
export function keepFlow(storeId: string, part: Partial<ImportFlow>): void {
  const { storeId: kept, flow } = useExchange.getState();
  if (kept === storeId && flow !== null) useExchange.setState({ flow: { ...flow, ...part } });
}
