import { type RefObject, useRef } from 'react';
import { type SheetChoice, useChooseSheet, usePrint, useSavePdf } from './api';

/** CSS has 96 of its pixels in an inch of 25.4 millimetres. */
const MM_PER_PIXEL = 25.4 / 96;
const SHORTEST_MM = 20;

/** Printing and saving the sheet that `sheet` shows, and remembering on what paper and where. */
export function useSheetPrinting(choice: SheetChoice, sheet: RefObject<HTMLElement | null>) {
  const choose = useChooseSheet();
  const print = usePrint();
  const pdf = useSavePdf();
  /** Which of the two spoke last: the other one's line goes. */
  const last = useRef<'print' | 'pdf'>('print');
  const page = () => {
    const height = sheet.current?.getBoundingClientRect().height ?? 0;
    return {
      paper: choice.paper,
      lengthMm: Math.max(SHORTEST_MM, Math.ceil(height * MM_PER_PIXEL) + 1),
    };
  };
  return {
    choose: (part: Partial<SheetChoice>) => void choose.run({ ...choice, ...part }),
    print: async (printer: string) => {
      last.current = 'print';
      const end = await print.run({ ...page(), printer });
      if (end.state === 'done' && choice.printer !== printer) await choose.run({ ...choice, printer });
    },
    savePdf: (name: string) => {
      last.current = 'pdf';
      return pdf.run({ ...page(), name });
    },
    printing: print.now,
    saving: pdf.now,
    shown: last.current,
  };
}
