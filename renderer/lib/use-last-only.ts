import { useRef, useState } from 'react';

/**
 * Asks one thing at a time, and of several that are wanted meanwhile only the last. `go` is told what is
 * wanted, and may ask whether it still is when its answer comes.
 */
export function useLastOnly<Wanted>(go: (wanted: Wanted, isLast: () => boolean) => Promise<void>) {
  const waiting = useRef<readonly Wanted[]>([]);
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const ask = async (wanted: Wanted): Promise<void> => {
    waiting.current = [wanted];
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    for (let [next] = waiting.current; next !== undefined; [next] = waiting.current) {
      waiting.current = [];
      await go(next, () => waiting.current.length === 0);
    }
    underWay.current = false;
    setBusy(false);
  };
  return { ask, busy };
}
