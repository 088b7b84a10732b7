import type { JobView } from '@contract/exchange';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAct } from './use-command';
import { keyOf, useRead } from './use-read';

export type { JobView };

export const useRunningJob = () => useRead('exchange', 'runningJob', {});
export const useCancelJob = () => useAct('exchange', 'cancelJob');

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
