import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export const useClipboardChoice = () => useRead('clipboard', 'choice', {});
export const useChooseClipboard = () => useAct('clipboard', 'choose');
export const useCopiedReceipt = () => useAct('clipboard', 'receipt');
