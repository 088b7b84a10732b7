import { useOpenStore } from '../../lib/store-context';
import { useLastOnly } from '../../lib/use-last-only';
import { usePreviewFile } from './api';
import { keepSetUp } from './pos-state';
import type { SetUp, SourceDraft } from './set-up';

/**
 * Reads the till's file again as the owner corrects how. The correction stands on the screen at once; of
 * several quick ones only the last is read.
 */
export function useCorrectedSetUp({ preview, draft }: SetUp) {
  const store = useOpenStore();
  const { run, now } = usePreviewFile();
  const { ask, busy } = useLastOnly(async (next: SourceDraft, isLast) => {
    const end = await run({
      folderId: preview.folderId,
      pattern: next.pattern,
      name: next.file,
      reading: next.reading,
      from: next.from,
    });
    if (end.state === 'done' && isLast()) keepSetUp(store.id, (kept) => ({ ...kept, preview: end.value }));
  });
  /** What changes nothing of how the file is read is only kept. */
  const put = (part: Partial<SourceDraft>) =>
    keepSetUp(store.id, (kept) => ({ ...kept, draft: { ...kept.draft, ...part } }));
  const correct = (part: Partial<SourceDraft>) => {
    put(part);
    if ((part.pattern ?? draft.pattern).trim() !== '') void ask({ ...draft, ...part });
  };
  return { put, correct, busy, now };
}
