import { useEffect, useState } from 'react';

/** A slice takes milliseconds; this long without one means that nobody is at it. */
const STILL_MS = 5_000;

/** True once the number has not moved for a while. */
export function useStandstill(count: number): boolean {
  const [stoodAt, setStoodAt] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStoodAt(count), STILL_MS);
    return () => clearTimeout(timer);
  }, [count]);
  return stoodAt === count;
}
