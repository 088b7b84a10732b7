import { useRef } from 'react';
import { nowInstant } from './format';
import type { JobView } from './jobs';

interface Sample {
  readonly at: number;
  readonly done: number;
}
export interface Speed {
  readonly rowsPerSecond: number;
  /** Milliseconds; null while the end is not known. */
  readonly left: number | null;
}

/** Long enough to be calm, short enough to follow a slower disk. */
const WINDOW_MS = 5000;

/** Speed over the last seconds of one step, from its samples; null until there is something to say. */
export function speedOf(samples: readonly Sample[], total: number | null): Speed | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < 300 || last.done <= first.done)
    return null;
  const perMs = (last.done - first.done) / (last.at - first.at);
  return {
    rowsPerSecond: Math.round(perMs * 1000),
    left: total === null ? null : Math.max(0, total - last.done) / perMs,
  };
}

/** Each step counts anew; a step keeps its own samples. */
export function useSpeed(job: JobView): Speed | null {
  const seen = useRef<{ readonly of: string; readonly samples: readonly Sample[] }>({ of: '', samples: [] });
  const of = `${job.id} ${job.step}`;
  const at = nowInstant();
  const before = seen.current.of === of ? seen.current.samples : [];
  if (before.at(-1)?.done !== job.done) {
    seen.current = {
      of,
      samples: [...before.filter((sample) => at - sample.at < WINDOW_MS), { at, done: job.done }],
    };
  }
  return speedOf(seen.current.samples, job.total);
}
