import type { Answered } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type MyData = Answered<'rights', 'myData'>;
export type DataSection = MyData['sections'][number];
export type MergePreview = NonNullable<Answered<'rights', 'mergePreview'>>;
export type ErasePreview = NonNullable<Answered<'rights', 'erasePreview'>>;
export type PastMerge = Answered<'rights', 'mergesInto'>[number];

export const useMyData = () => useAct('rights', 'myData');
export const useSaveMyData = () => useAct('rights', 'saveMyData');
export const useErasePreview = (memberId: string) => useRead('rights', 'erasePreview', { memberId });
export const useErase = () => useCommand('rights', 'erase');
export const useErasure = (memberId: string) => useRead('rights', 'erasure', { memberId });
export const useHeldIn = (memberId: string) => useRead('backups', 'personHeldIn', { memberId });
export const useMergePreview = (oneId: string, otherId: string, phoneOf: string | null) =>
  useRead('rights', 'mergePreview', { oneId, otherId, phoneOf }, { keepLast: true });
export const useMerge = () => useCommand('rights', 'merge');
export const useUndoMerge = () => useCommand('rights', 'undoMerge');
export const useMergesInto = (memberId: string) => useRead('rights', 'mergesInto', { memberId });
export const useOthers = (text: string) =>
  useRead('members', 'lookup', { text }, { enabled: text !== '', keepLast: true });
/** Asked anew each time: a printer may have been plugged in since. */
export const usePrinters = () => useRead('slips', 'printers', {}, { forgetAfter: 0 });
export const useSheetChoice = () => useRead('slips', 'sheetChoice', {});
export const usePrint = () => useAct('slips', 'print');
