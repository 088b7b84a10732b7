import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export const useSlip = (purchaseId: string) => useRead('slips', 'ofSale', { purchaseId });
/** Asked anew each time: a printer may have been plugged in since. */
export const usePrinters = () => useRead('slips', 'printers', {}, { forgetAfter: 0 });
export const useSlipChoice = () =>
  useRead('slips', 'choice', {}, { forgetAfter: Number.POSITIVE_INFINITY, keepLast: true });

export const useChooseSlip = () => useAct('slips', 'choose');
