import { useOpenStore } from '../../lib/store-context';
import { useLastOnly } from '../../lib/use-last-only';
import { type Reading, usePreviewFile } from './api';
import { type ImportFlow, keepFlow } from './flow';

/**
 * Reads the file's beginning again as the person corrects it. The correction stands on the screen at
 * once; of several quick ones only the last is read.
 */
export function useCorrectedPreview({ kind, preview }: ImportFlow) {
  const store = useOpenStore();
  const { run, now } = usePreviewFile();
  const { ask, busy } = useLastOnly(async (reading: Reading, isLast) => {
    const end = await run({ fileId: preview.fileId, kind, reading });
    if (end.state === 'done' && isLast()) keepFlow(store.id, { preview: end.value });
  });
  const correct = async (part: Partial<Reading>) => {
    const reading = { ...preview.reading, ...part };
    keepFlow(store.id, { preview: { ...preview, reading }, dryRunId: null });
    await ask(reading);
  };
  return { correct, busy, now };
}
