import type { Task } from './api';

/**
 * Whether somebody speaks, or spoke, with the member on the phone for this very task: a moment to ask for a
 * rating (rules, Surveys). A call that has just begun counts; one that nobody took does not, nor does the call
 * in which one heard of a death.
 */
export const isSpokenTo = ({ id, churnReason, contacts }: Task): boolean =>
  churnReason !== 'died' &&
  contacts.some(({ taskId, direction, channel, outcomes }) => {
    const outcome = outcomes.at(-1)?.outcome ?? null;
    return (
      taskId === id &&
      direction === 'out' &&
      channel === 'phone' &&
      (outcome === null || outcome === 'reached' || outcome === 'done')
    );
  });
