import type { ImportGroups, ImportPreview, JobView } from '@contract/exchange';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Answered, AskedWith } from '../../lib/rooms';
import { type RefusalFor, useAct } from '../../lib/use-command';
import { keyOf, useRead } from '../../lib/use-read';

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
export const useRunningJob = () => useRead('exchange', 'runningJob', {});
export const useChooseFile = () => useAct('exchange', 'chooseFile');
export const usePreviewFile = () => useAct('exchange', 'previewFile');
export const useDryRun = () => useAct('exchange', 'dryRun');
export const useRunImport = () => useAct('exchange', 'runImport');
export const useUndoImport = () => useAct('exchange', 'undoImport');
export const useExportAll = () => useAct('exchange', 'exportAll');
export const useCancelJob = () => useAct('exchange', 'cancelJob');
export const useShowFile = () => useAct('exchange', 'showFile');

const NO_JOB = '00000000-0000-7000-8000-000000000000';

/** A job as it stands; null when main no longer knows it. */
export const useJob = (jobId: string | null) =>
  useRead('exchange', 'job', { jobId: jobId ?? NO_JOB }, { enabled: jobId !== null });

/**
 * Keeps every job on the screen at its present state. Main tells each step while the screen is there;
 * what was missed while it was not is read again.
 */
export function useFollowJobs(): void {
  const answers = useQueryClient();
  useEffect(() => {
    const read = (name: string) => answers.invalidateQueries({ queryKey: ['exchange', name] });
    void read('job');
    void read('runningJob');
    return window.shuke.onEvent((event) => {
      if (event.type !== 'job-progress') return;
      const { job } = event;
      answers.setQueryData(keyOf('exchange', 'job', { jobId: job.id }), job);
      answers.setQueryData(keyOf('exchange', 'runningJob', {}), job.state === 'running' ? job : null);
      if (job.state === 'running') return;
      void read('imports');
      void read('exports');
    });
  }, [answers]);
}
