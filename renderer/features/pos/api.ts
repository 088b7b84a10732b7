import type { PosFile, PosPreview, PosSource, UnclaimedReceipt } from '@contract/pos';
import type { Answered, AskedWith } from '../../lib/rooms';
import { type RefusalFor, useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type { PosFile, PosPreview, PosSource, UnclaimedReceipt };
export type PosState = Answered<'pos', 'state'>;
export type PosCounts = PosState['today'];
export type PosReading = PosSource['reading'];
export type SourceAsked = AskedWith<'pos', 'setSource'>;
export type RefusedReceipt = Answered<'pos', 'refused'>['rows'][number];
export type PreviewedReceipt = NonNullable<PosPreview['shown']>['receipts'][number];
export type ClaimedSale = Answered<'pos', 'claim'>;
/** Everything that an act of this room may refuse. */
export type Refused = RefusalFor<
  'pos',
  'chooseFolder' | 'previewFile' | 'setSource' | 'pause' | 'retryFile' | 'showFile' | 'claim' | 'dismiss'
>;

/** Rows that are asked for at once: whoever looks for an older one types its number. */
export const MOST_ROWS = 200;
const FIRST_ROWS = { offset: 0, limit: MOST_ROWS };

export const usePosState = () => useRead('pos', 'state', {});
export const usePosFiles = () => useRead('pos', 'files', FIRST_ROWS);
export const useRefusedReceipts = (fileId: string) => useRead('pos', 'refused', { fileId, ...FIRST_ROWS });
/** Receipts that wait for a member; with a number only those that begin with it. */
export const useUnclaimed = (receiptNo: string) =>
  useRead('pos', 'unclaimed', { receiptNo, ...FIRST_ROWS }, { keepLast: true });

export const useChooseFolder = () => useAct('pos', 'chooseFolder');
export const usePreviewFile = () => useAct('pos', 'previewFile');
export const useSetSource = () => useAct('pos', 'setSource');
export const usePause = () => useAct('pos', 'pause');
export const useRetryFile = () => useAct('pos', 'retryFile');
export const useShowFile = () => useAct('pos', 'showFile');
export const useClaim = () => useCommand('pos', 'claim');
export const useDismiss = () => useCommand('pos', 'dismiss');
