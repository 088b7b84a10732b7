import type { ComplaintState } from '@domain/complaints/complaint';

export const STEPS = ['respond', 'resolve', 'close', 'note', 'reopen'] as const;
export type Step = (typeof STEPS)[number];

/** The function key of each step; F5 logs, as at the counter. */
export const STEP_KEYS: Readonly<Record<Step, string>> = {
  respond: 'F2',
  resolve: 'F3',
  close: 'F4',
  note: 'F6',
  reopen: 'F7',
};

/** What the rules of db/domain/complaints/steps.ts allow; main has the last word. */
const ALLOWED: Readonly<Record<ComplaintState, readonly Step[]>> = {
  open: ['respond', 'resolve', 'note'],
  reopened: ['respond', 'resolve', 'note'],
  responded: ['resolve', 'note'],
  resolved: ['close', 'note', 'reopen'],
  closed: ['note', 'reopen'],
};

export const isAllowed = (step: Step, state: ComplaintState): boolean => ALLOWED[state].includes(step);

/** The step that brings a complaint nearer to its end; a closed one has none. */
export const nextStep = (state: ComplaintState): Step | null => {
  const [first] = ALLOWED[state];
  return first === undefined || first === 'note' ? null : first;
};
