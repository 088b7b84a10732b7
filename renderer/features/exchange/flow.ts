import { keptOfStore } from '../../lib/kept-of-store';
import type { ImportKind, ImportPreview } from './api';

/** One import from the choice of its file to its result. */
export interface ImportFlow {
  readonly kind: ImportKind;
  readonly preview: ImportPreview;
  readonly dryRunId: string | null;
  readonly importId: string | null;
}

interface Exchange {
  readonly flow: ImportFlow | null;
  /** The undo whose end is still to be read. */
  readonly undoId: string | null;
  readonly exportId: string | null;
}

/** A half-mapped file and a running job wait for whoever comes back. */
export const { useKept: useFlow, keep } = keptOfStore<Exchange>({ flow: null, undoId: null, exportId: null });

/** Changes the import under way; without one there is nothing to change. */
export const keepFlow = (storeId: string, part: Partial<ImportFlow>): void =>
  keep(storeId, ({ flow }) => ({ flow: flow && { ...flow, ...part } }));
