import { useEffect, useState } from 'react';
import { useClipboardChoice, useCopiedReceipt } from './api';

/**
 * The receipt number that the till's program has copied, for a sale that has none yet. Main is asked as the
 * sale begins and each time the window is come back to; where this PC does not allow it, never.
 */
export function useOfferedReceipt(isWanted: boolean): string | null {
  const { data } = useClipboardChoice();
  const { run } = useCopiedReceipt();
  const [offered, setOffered] = useState<string | null>(null);
  const reads = isWanted && data?.allowed === true;
  useEffect(() => {
    if (!reads) return;
    let left = false;
    const read = async () => {
      const end = await run({});
      if (!left) setOffered(end.state === 'done' ? end.value.receiptNo : null);
    };
    const come = () => void read();
    come();
    window.addEventListener('focus', come);
    return () => {
      left = true;
      window.removeEventListener('focus', come);
    };
  }, [reads, run]);
  return reads ? offered : null;
}
