import type { Sheet } from '@domain/slips/paper';
import { type RefObject, useRef } from 'react';
import { useAct } from './use-command';

/** CSS has 96 of its pixels in an inch of 25.4 millimetres. */
const MM_PER_PIXEL = 25.4 / 96;
const SHORTEST_MM = 20;

/** How long a roll's page must be for what stands on it, in whole millimetres, rounded up. */
const lengthOf = (sheet: HTMLElement | null): number =>
  Math.max(SHORTEST_MM, Math.ceil((sheet?.getBoundingClientRect().height ?? 0) * MM_PER_PIXEL) + 1);

/** On what paper and by which printer this PC prints such a thing; null = none was chosen yet. */
interface Choice<Paper extends Sheet> {
  readonly paper: Paper;
  readonly printer: string | null;
}

/** Prints or saves what `sheet` shows on the screen (a `PrintCopy` holds the same), and remembers where it went. */
export function usePaperPrinting<Paper extends Sheet>(
  choice: Choice<Paper>,
  remember: (choice: Choice<Paper>) => Promise<unknown>,
  sheet: RefObject<HTMLElement | null>,
) {
  const print = useAct('slips', 'print');
  const pdf = useAct('slips', 'savePdf');
  /** Which of the two spoke last: the other one's line goes. */
  const last = useRef<'print' | 'pdf'>('print');
  const page = () => ({ paper: choice.paper, lengthMm: lengthOf(sheet.current) });
  return {
    choose: (part: Partial<Choice<Paper>>) => void remember({ ...choice, ...part }),
    /** True when the system has taken it. */
    print: async (printer: string): Promise<boolean> => {
      last.current = 'print';
      const end = await print.run({ ...page(), printer });
      if (end.state !== 'done') return false;
      if (choice.printer !== printer) await remember({ ...choice, printer });
      return true;
    },
    /** True when there is a file. */
    savePdf: async (name: string): Promise<boolean> => {
      last.current = 'pdf';
      const end = await pdf.run({ ...page(), name });
      return end.state === 'done' && end.value !== null;
    },
    printing: print.now,
    saving: pdf.now,
    shown: last.current,
  };
}

export type PaperPrinting = ReturnType<typeof usePaperPrinting>;
