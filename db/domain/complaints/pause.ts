import { type NoParams, type Refusal, refuse } from '../refusal';
import { type Instant, instant } from '../units';
import { type Counting, dueAfter, type ExplainedDue, isOverdue, owedDues, ranBetween } from './clocks';
import { type Complaint, isUnsolved, type Unsolved } from './complaint';
import { isBlank, type Stepped, type TextNeeded, type WrongState, wrongState } from './timeline';

/**
 * Both clocks stand still, for a reason that everybody can read later: usually the customer has to
 * bring or send something. One that has run out by now is late for good.
 */
export function decidePause(
  complaint: Complaint,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Stepped | TextNeeded | WrongState | Refusal<'paused_already', NoParams> {
  if (!isUnsolved(complaint)) return wrongState(complaint);
  if (complaint.pausedAt !== null) return refuse('paused_already');
  if (isBlank(reason)) return refuse('text_needed');
  return {
    complaint: { ...observed(complaint, now), pausedAt: now },
    step: { kind: 'paused', note: reason, due: [] },
  };
}

/** Both clocks go on with what was left of them; words are welcome, not needed. */
export function decideResume(
  complaint: Complaint,
  { note, now }: { readonly note: string; readonly now: Instant },
  counting: Counting,
): Stepped | WrongState | Refusal<'not_paused', NoParams> {
  if (!isUnsolved(complaint)) return wrongState(complaint);
  if (complaint.pausedAt === null) return refuse('not_paused');
  const { complaint: running, due } = goneOn(complaint, now, counting);
  return { complaint: running, step: { kind: 'resumed', note, due } };
}

/**
 * The complaint with its clocks running, and the due times that its pause has moved: each clock has from
 * now on what was left of it when it stopped. One that had run out before the pause stays as late as it was.
 */
export function goneOn<C extends Unsolved>(
  complaint: C,
  now: Instant,
  counting: Counting,
): { readonly complaint: C; readonly due: readonly ExplainedDue[] } {
  const { pausedAt } = complaint;
  if (pausedAt === null) return { complaint, due: [] };
  // A clock of the PC that was set back meanwhile takes nothing away.
  const from = instant(Math.max(now, pausedAt));
  const due = owedDues(complaint)
    .filter((owed) => !isOverdue(owed, pausedAt))
    .map(({ clock, at }) => dueAfter(clock, from, ranBetween(pausedAt, at, counting), counting));
  const movedTo = (clock: ExplainedDue['clock']) => due.find((moved) => moved.clock === clock)?.at;
  return {
    complaint: {
      ...complaint,
      pausedAt: null,
      responseDueAt: movedTo('response') ?? complaint.responseDueAt,
      resolutionDueAt: movedTo('resolution') ?? complaint.resolutionDueAt,
    },
    due,
  };
}

/** Marks what is late by now; while it stands still, nothing becomes late. */
export function observed<C extends Unsolved>(complaint: C, now: Instant): C {
  if (complaint.pausedAt !== null) return complaint;
  const late = owedDues(complaint).filter((due) => isOverdue(due, now));
  return {
    ...complaint,
    responseBreached: complaint.responseBreached || late.some(({ clock }) => clock === 'response'),
    resolutionBreached: complaint.resolutionBreached || late.some(({ clock }) => clock === 'resolution'),
  };
}
