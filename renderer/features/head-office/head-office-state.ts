import { keptOfStore } from '../../lib/kept-of-store';

export const VIEWS = ['outbox', 'rules', 'sheet', 'settings'] as const;
export type View = (typeof VIEWS)[number];

interface HeadOffice {
  readonly view: View;
  /** The making or copying under way, or whose end is still to be read. */
  readonly jobId: string | null;
}

export const { useKept: useAt, keep } = keptOfStore<HeadOffice>({ view: 'outbox', jobId: null });
