import { type NoParams, type Refusal, refuse } from '../refusal';
import type { ChurnReason, TaskKind, TaskState, WinBackCause } from './task';

/**
 * The cause behind each reason why people leave, and so the script that answers it (S63, S90): who moved
 * or changed taste needs something else; who was told of another shop, pays less there or finds the goods
 * better has chosen a competitor; whom the staff did not care about was failed by the service. Nobody is
 * won back who has died: there is no cause and no script.
 */
export const CAUSE_OF: Readonly<Record<ChurnReason, WinBackCause | null>> = {
  died: null,
  moved: 'need_changed',
  taste: 'need_changed',
  friend: 'competitor',
  cheaper: 'competitor',
  product: 'competitor',
  indifference: 'service_failure',
};

/** Why customers leave, in percent of those who do; together 100 (S90). */
export const REFERENCE_SHARES: Readonly<Record<ChurnReason, number>> = {
  died: 1,
  moved: 3,
  taste: 4,
  friend: 5,
  cheaper: 9,
  product: 10,
  indifference: 68,
};

/**
 * Whether a task can be told why its member has left. Only a lost customer's; but that somebody has died
 * is heard on any call. Said of the wrong person, the task that says so can be told another reason.
 */
export function refusedReason(
  task: { readonly kind: TaskKind; readonly state: TaskState; readonly before: ChurnReason | null },
  reason: ChurnReason,
): Refusal<'not_win_back', NoParams> | Refusal<'not_open', { state: TaskState }> | undefined {
  const { kind, state, before } = task;
  const takenBack = before === 'died' && reason !== 'died';
  if (state !== 'open' && !takenBack) return refuse('not_open', { state });
  if (kind !== 'win_back' && reason !== 'died' && !takenBack) return refuse('not_win_back');
  return undefined;
}
