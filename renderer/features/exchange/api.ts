import type { ImportGroups, ImportPreview, JobView } from '@contract/exchange';
import type { Answered, AskedWith } from '../../lib/rooms';
import { type RefusalFor, useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type { ImportGroups, ImportPreview, JobView };
export type ImportKind = AskedWith<'exchange', 'chooseFile'>['kind'];
export type Reading = ImportPreview['reading'];
export type ImportField = NonNullable<Reading['columns'][number]>;
export type PastImport = Answered<'exchange', 'imports'>[number];
export type ExportAsked = AskedWith<'exchange', 'exportAll'>;
export type PastExport = Answered<'exchange', 'exports'>[number];
export type UndoRefusal = RefusalFor<'exchange', 'undoImport'>;

export const useImports = () => useRead('exchange', 'imports', {});
export const useExports = () => useRead('exchange', 'exports', {});
/** The saved segments, of which an export may take the members of one. */
export const useSegments = () => useRead('segments', 'list', {});
export const useChooseFile = () => useAct('exchange', 'chooseFile');
export const usePreviewFile = () => useAct('exchange', 'previewFile');
export const useDryRun = () => useAct('exchange', 'dryRun');
export const useRunImport = () => useAct('exchange', 'runImport');
export const useUndoImport = () => useAct('exchange', 'undoImport');
export const useExportAll = () => useAct('exchange', 'exportAll');
export const useShowFile = () => useAct('exchange', 'showFile');
