import type { ComplaintState } from '@domain/complaints/complaint';

/** What can be done with a complaint, in the order of the keys. */
export const STEPS = [
  'respond',
  'resolve',
  'close',
  'satisfaction',
  'note',
  'reopen',
  'pause',
  'resume',
  'escalate',
  'compensate',
  'correct',
] as const;
export type Step = (typeof STEPS)[number];

/** The function key of each step; F5 logs, as at the counter. Two share a key where only one of them can be. */
export const STEP_KEYS = {
  respond: 'F2',
  resolve: 'F3',
  close: 'F4',
  satisfaction: 'F4',
  note: 'F6',
  reopen: 'F7',
  pause: 'F12',
  resume: 'F12',
  escalate: 'F9',
  compensate: 'F10',
  correct: 'F1',
} as const satisfies Readonly<Record<Step, string>>;

const ALWAYS = ['note', 'escalate', 'compensate', 'correct'] as const;

/** What the rules of db/domain/complaints allow; main has the last word. */
const ALLOWED: Readonly<Record<ComplaintState, readonly Step[]>> = {
  open: ['respond', 'resolve', 'pause', ...ALWAYS],
  reopened: ['respond', 'resolve', 'pause', ...ALWAYS],
  responded: ['resolve', 'pause', ...ALWAYS],
  resolved: ['close', 'reopen', ...ALWAYS],
  closed: ['satisfaction', 'reopen', 'note', 'compensate', 'correct'],
};

export interface Standing {
  readonly state: ComplaintState;
  readonly pausedAt: number | null;
}

export function isAllowed(step: Step, { state, pausedAt }: Standing): boolean {
  if (step === 'resume') return pausedAt !== null;
  if (step === 'pause' && pausedAt !== null) return false;
  return ALLOWED[state].includes(step);
}

/** The steps with a key of their own now: of two that share one, the one that can be. */
export const stepsOnKeys = (standing: Standing | null): readonly Step[] =>
  STEPS.filter((step) => {
    const other = STEPS.find((each) => each !== step && STEP_KEYS[each] === STEP_KEYS[step]);
    if (other === undefined || standing === null) return step !== 'satisfaction' && step !== 'resume';
    return (
      isAllowed(step, standing) || (!isAllowed(other, standing) && STEPS.indexOf(step) < STEPS.indexOf(other))
    );
  });

/** The step that brings a complaint nearer to its end; a closed one has none, a paused one goes on first. */
export function nextStep({ state, pausedAt }: Standing): Step | null {
  if (pausedAt !== null) return 'resume';
  switch (state) {
    case 'open':
    case 'reopened':
      return 'respond';
    case 'responded':
      return 'resolve';
    case 'resolved':
      return 'close';
    case 'closed':
      return null;
  }
}
