import { useEffect } from 'react';
import { stepZoom } from '../../lib/zoom';

/** As browsers have them, with or without Shift and on the pad of numbers; Ctrl+0 leads to the settings. */
const STEPS: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1, _: -1 };

/** Ctrl and plus or minus: everything larger or smaller, on this PC and from now on. */
export function useZoomKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      if (by === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      stepZoom(by);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
