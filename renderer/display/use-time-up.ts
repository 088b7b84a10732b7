import { useEffect, useState } from 'react';

/** True once `what` has stood there unchanged for so many milliseconds; anything new begins anew. */
export function useTimeUp(what: string, ms: number): boolean {
  const [over, setOver] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setOver(what), ms);
    return () => clearTimeout(timer);
  }, [what, ms]);
  return over === what;
}
