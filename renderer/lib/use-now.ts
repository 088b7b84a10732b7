import type { Instant } from '@domain/units';
import { useSyncExternalStore } from 'react';
import { nowInstant } from './format';

const listeners = new Set<() => void>();
let now: Instant = nowInstant();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = nowInstant();
    for (const told of listeners) told();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The present, moving twice a minute: enough for words such as "5 hours left", and one timer for all. */
export const useNow = (): Instant => useSyncExternalStore(listen, () => now);
