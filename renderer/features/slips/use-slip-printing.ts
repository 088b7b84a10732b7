import type { SlipChoice } from '@contract/slips';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useChooseSlip, usePrintSlip, useSaveSlipPdf } from './api';

/** CSS has 96 of its pixels in an inch of 25.4 millimetres. */
const MM_PER_PIXEL = 25.4 / 96;
const SHORTEST_MM = 20;

/** How long the page must be for what stands on it, in whole millimetres, rounded up. */
const lengthOf = (slip: HTMLElement | null): number =>
  Math.max(SHORTEST_MM, Math.ceil((slip?.getBoundingClientRect().height ?? 0) * MM_PER_PIXEL) + 1);

/** Printing and saving the slip that `paper` shows, and remembering where it went. */
export function useSlipPrinting(choice: SlipChoice, paper: RefObject<HTMLElement | null>) {
  const { t } = useTranslation('slips');
  const choose = useChooseSlip();
  const print = usePrintSlip();
  const pdf = useSaveSlipPdf();
  /** Which of the two spoke last: the other one's line goes. */
  const last = useRef<'print' | 'pdf'>('print');
  const page = () => ({ paper: choice.paper, lengthMm: lengthOf(paper.current) });
  return {
    choose: (part: Partial<SlipChoice>) => void choose.run({ ...choice, ...part }),
    /** True when the system has taken it. */
    print: async (printer: string): Promise<boolean> => {
      last.current = 'print';
      const end = await print.run({ ...page(), printer });
      if (end.state !== 'done') return false;
      if (choice.printer !== printer) await choose.run({ ...choice, printer });
      return true;
    },
    savePdf: async (receipt: string) => {
      last.current = 'pdf';
      await pdf.run({ ...page(), name: t('fileName', { receipt }) });
    },
    printing: print.now,
    saving: pdf.now,
    shown: last.current,
  };
}
