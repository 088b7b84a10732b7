import type { BackupRef } from '@contract/backups';
import type { Answered } from '../../lib/rooms';
import { type RefusalFor, useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Standing = Answered<'backups', 'standing'>;
export type Backup = Answered<'backups', 'list'>[number];
export type Preview = Answered<'backups', 'previewRestore'>;
export type Lost = Answered<'backups', 'previewUndo'>;
export type RestoreRefusal = RefusalFor<'backups', 'restore'>;
export type FaultRefusal = RefusalFor<'backups', 'restoreAfterFault'> | RefusalFor<'backups', 'salvage'>;

export const useStanding = () => useRead('backups', 'standing', {});
/** Drives come and go without telling: read anew each time it is shown. */
export const useBackups = () => useRead('backups', 'list', {}, { forgetAfter: 0 });
export const useLostByUndo = () => useRead('backups', 'previewUndo', {});

export const useMakeNow = () => useAct('backups', 'makeNow');
export const useChooseSecondMedium = () => useAct('backups', 'chooseSecondMedium');
export const useForgetSecondMedium = () => useAct('backups', 'forgetSecondMedium');
export const useShowFolder = () => useAct('backups', 'showFolder');
export const useChooseFile = () => useAct('backups', 'chooseFile');
export const usePreviewRestore = () => useAct('backups', 'previewRestore');
export const useRestore = () => useAct('backups', 'restore');
export const useUndoRestore = () => useAct('backups', 'undoRestore');
export const useRestoreAfterFault = () => useAct('backups', 'restoreAfterFault');
export const useSalvage = () => useAct('backups', 'salvage');

export const refOf = ({ where, id }: Backup): BackupRef => ({ where, id });
