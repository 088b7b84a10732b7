import type { Instant } from '@domain/units';
import { useEffect, useState } from 'react';
import { nowInstant } from './format';

const secondsUntil = (until: Instant | null): number =>
  until === null ? 0 : Math.max(0, Math.ceil((until - nowInstant()) / 1000));

/** Whole seconds until an instant, counting down; 0 when it has come, or there is none. */
export function useCountdown(until: Instant | null): number {
  const [left, setLeft] = useState(() => secondsUntil(until));
  useEffect(() => {
    setLeft(secondsUntil(until));
    if (secondsUntil(until) === 0) return;
    const timer = setInterval(() => {
      const now = secondsUntil(until);
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
