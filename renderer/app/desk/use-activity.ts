import { useEffect } from 'react';
import { act } from '../../lib/client';

/** The idle minutes are told by main; this often is often enough. */
const EVERY_MS = 10_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells main that somebody is there: that there were keys or a mouse, and nothing of what they did. */
export function useActivity(watched: boolean): void {
  useEffect(() => {
    if (!watched) return;
    let told = Number.NEGATIVE_INFINITY;
    const tell = ({ timeStamp }: Event) => {
      if (timeStamp - told < EVERY_MS) return;
      told = timeStamp;
      // Nothing depends on the answer: without it the screen locks a little sooner.
      void act('staff', 'stillHere', {}).catch(() => {});
    };
    const how = { capture: true, passive: true };
    for (const sign of SIGNS) window.addEventListener(sign, tell, how);
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell, how);
    };
  }, [watched]);
}
