import { create } from 'zustand';

export const VIEWS = ['outbox', 'rules', 'sheet', 'settings'] as const;
export type View = (typeof VIEWS)[number];

interface HeadOffice {
  /** The store that this belongs to: nothing of it is shown in another one. */
  readonly storeId: string | null;
  readonly view: View;
  /** The making or copying under way, or whose end is still to be read. */
  readonly jobId: string | null;
}
const NOTHING = { view: 'outbox', jobId: null } as const;

/** What one was at is still there after a look at the counter, and so is what runs. */
const useKept = create<HeadOffice>(() => ({ storeId: null, ...NOTHING }));

export function useAt(storeId: string): Omit<HeadOffice, 'storeId'> {
  const kept = useKept();
  return kept.storeId === storeId ? kept : NOTHING;
}

export const keep = (storeId: string, part: Partial<Omit<HeadOffice, 'storeId'>>): void =>
  useKept.setState((last) => ({ ...(last.storeId === storeId ? last : NOTHING), storeId, ...part }));
