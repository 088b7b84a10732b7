import type { Fen, Instant, Points } from '../units';
import type { DifferenceCode } from './exercises';

/** What was done otherwise than the task asks. */
export interface Difference {
  readonly code: DifferenceCode;
  /** What it should have been, where that is a sum. */
  readonly amount: Fen | null;
  readonly points: Points | null;
}

export const differs = (
  code: DifferenceCode,
  right: { readonly amount?: Fen; readonly points?: Points } = {},
): Difference => ({ code, amount: right.amount ?? null, points: right.points ?? null });

/** How far an exercise has come. */
export interface Finding {
  /** For each of its steps when it was done; null = not yet. */
  readonly steps: readonly (Instant | null)[];
  /** The first thing that stands in the way; null when nothing was done otherwise. */
  readonly difference: Difference | null;
}

export const isDone = ({ steps }: Finding): boolean => steps.every((at) => at !== null);

/** When the last step was done; null while one is open. */
export const doneAt = (finding: Finding): Instant | null =>
  isDone(finding)
    ? finding.steps.reduce((last, at) => (last !== null && at !== null && at > last ? at : last))
    : null;

/**
 * Of several attempts the best: the one with the most steps done, the newest of equals. Whoever has done it
 * right once is not asked again, and whoever has not is told of the last try.
 */
export function bestOf(attempts: readonly Finding[], untouched: Finding): Finding {
  const done = ({ steps }: Finding) => steps.filter((at) => at !== null).length;
  return attempts.reduce((best, next) => (done(next) >= done(best) ? next : best), untouched);
}
