import { useRef, useState } from 'react';
import { useOpenStore } from '../../lib/store-context';
import { type Reading, usePreviewFile } from './api';
import { type ImportFlow, keepFlow } from './flow';

/**
 * Reads the file's beginning again as the person corrects it. The correction stands on the screen at
 * once; of several quick ones only the last is read.
 */
export function useCorrectedPreview({ kind, preview }: ImportFlow) {
  const store = useOpenStore();
  const { run, now } = usePreviewFile();
  const wanted = useRef<Reading | null>(null);
  const reading = useRef(false);
  const [busy, setBusy] = useState(false);

  const correct = async (part: Partial<Reading>) => {
    const next = { ...preview.reading, ...part };
    wanted.current = next;
    keepFlow(store.id, { preview: { ...preview, reading: next }, dryRunId: null });
    if (reading.current) return;
    reading.current = true;
    setBusy(true);
    while (wanted.current !== null) {
      const asked: Reading = wanted.current;
      wanted.current = null;
      const end = await run({ fileId: preview.fileId, kind, reading: asked });
      if (end.state === 'done' && wanted.current === null) keepFlow(store.id, { preview: end.value });
    }
    reading.current = false;
    setBusy(false);
  };

  return { correct, busy, now };
}
