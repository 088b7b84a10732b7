import { useLayoutEffect, useRef } from 'react';

const MEASURE = 'lookup';
const KEPT = 5000;

/**
 * Measures what the cashier feels: from the keystroke to the frame after its rows were put on the
 * screen. Read with `performance.getEntriesByName('lookup')`.
 */
export function useLookupTiming(text: string, answered: boolean): (at: number) => void {
  const typed = useRef<{ at: number; text: string } | null>(null);
  const typedAt = useRef(0);

  useLayoutEffect(() => {
    typed.current = text === '' ? null : { at: typedAt.current, text };
  }, [text]);

  useLayoutEffect(() => {
    const started = typed.current;
    if (!answered || started === null || started.text !== text) return;
    typed.current = null;
    requestAnimationFrame(() => {
      // A task queued from within a frame runs after that frame was painted.
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        if (performance.getEntriesByName(MEASURE).length >= KEPT) performance.clearMeasures(MEASURE);
        performance.measure(MEASURE, {
          start: started.at,
          end: performance.now(),
          detail: { length: text.length },
        });
        painted.port1.close();
      };
      painted.port2.postMessage(null);
    });
  }, [text, answered]);

  return (at) => {
    typedAt.current = at;
  };
}
