import type { Instant } from '@domain/units';
import { useSyncExternalStore } from 'react';
import { nowInstant } from './format';

const listeners = new Set<() => void>();
let now: Instant = nowInstant();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = nowInstant();
  for (const told of listeners) told();
}

/** A window that was put away shows no time; called back, it shows the right one at once. */
function follow(): void {
  clearInterval(timer);
  timer = document.hidden ? undefined : setInterval(tick, 30_000);
  if (!document.hidden) tick();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    follow();
    document.addEventListener('visibilitychange', follow);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', follow);
  };
}

/** The present, moving twice a minute: enough for words such as "5 hours left", and one timer for all. */
export const useNow = (): Instant => useSyncExternalStore(listen, () => now);
