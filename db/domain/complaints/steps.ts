import { refuse } from '../refusal';
import type { ComplaintRules } from '../settings/shop-rules';
import type { Instant } from '../units';
import { type Counting, resolutionDue, responseDue } from './clocks';
import { type Complaint, type ComplaintState, courseOf, isUnsolved } from './complaint';
import { goneOn, observed } from './pause';
import {
  isBlank,
  type Stepped,
  type TextNeeded,
  type TimelineStep,
  type WrongState,
  wrongState,
} from './timeline';

type In<S extends ComplaintState> = Extract<Complaint, { state: S }>;
type ClockHours = Pick<ComplaintRules, 'responseHours' | 'resolutionHours'>;

/** Refused without words: what happened is what everything else hangs on. Sets both clocks (S68-S70). */
export function decideLog(
  asked: { readonly what: string; readonly receivedAt: Instant },
  rules: ClockHours,
  counting: Counting,
): Stepped<In<'open'>> | TextNeeded {
  if (isBlank(asked.what)) return refuse('text_needed');
  const response = responseDue(asked.receivedAt, rules, counting);
  const resolution = resolutionDue(asked.receivedAt, rules, counting);
  return {
    complaint: {
      state: 'open',
      receivedAt: asked.receivedAt,
      responseDueAt: response.at,
      resolutionDueAt: resolution.at,
      storeHours: response.storeHours,
      pausedAt: null,
      firstRespondedAt: null,
      responseBreached: false,
      resolutionBreached: false,
      reopened: 0,
      satisfaction: null,
    },
    step: { kind: 'logged', note: '', due: [response, resolution] },
  };
}

/** In every state, closed ones too: it changes nothing but says something more. */
export function decideNote(note: string): TimelineStep | TextNeeded {
  return isBlank(note) ? refuse('text_needed') : { kind: 'note', note, due: [] };
}

/** The customer has been answered, which also ends a pause. Refused where no answer is owed. */
export function decideRespond(
  complaint: Complaint,
  { note, now }: { readonly note: string; readonly now: Instant },
  counting: Counting,
): Stepped<In<'responded'>> | TextNeeded | WrongState {
  if (complaint.state !== 'open' && complaint.state !== 'reopened') return wrongState(complaint);
  if (isBlank(note)) return refuse('text_needed');
  const { complaint: running, due } = goneOn(complaint, now, counting);
  const course = courseOf(observed(running, now));
  return {
    complaint: {
      ...course,
      state: 'responded',
      pausedAt: null,
      respondedAt: now,
      firstRespondedAt: course.firstRespondedAt ?? now,
    },
    step: { kind: 'responded', note, due },
  };
}

/**
 * Needs the result (S71); ends a pause. Whoever solves it at once has answered by it: without an earlier
 * answer the moment of the result is also that of the response, and no separate step is asked for.
 */
export function decideResolve(
  complaint: Complaint,
  { result, now }: { readonly result: string; readonly now: Instant },
  counting: Counting,
): Stepped<In<'resolved'>> | TextNeeded | WrongState {
  if (!isUnsolved(complaint)) return wrongState(complaint);
  if (isBlank(result)) return refuse('text_needed');
  const { complaint: running, due } = goneOn(complaint, now, counting);
  const course = courseOf(observed(running, now));
  return {
    complaint: {
      ...course,
      state: 'resolved',
      pausedAt: null,
      respondedAt: complaint.state === 'responded' ? complaint.respondedAt : now,
      firstRespondedAt: course.firstRespondedAt ?? now,
      resolvedAt: now,
      result,
    },
    step: { kind: 'resolved', note: result, due },
  };
}

/** Needs the cause and what keeps it from happening again (S71), and a result before it. */
export function decideClose(
  complaint: Complaint,
  { cause, measure, now }: { readonly cause: string; readonly measure: string; readonly now: Instant },
): Stepped<In<'closed'>> | TextNeeded | WrongState {
  if (complaint.state !== 'resolved') return wrongState(complaint);
  if (isBlank(cause) || isBlank(measure)) return refuse('text_needed');
  return {
    complaint: { ...complaint, state: 'closed', closedAt: now, cause, measure },
    // Both stand in the timeline too, where a later reopening cannot reach them.
    step: { kind: 'closed', note: `${cause}\n${measure}`, due: [] },
  };
}

/**
 * The customer is not content after all. A new response clock starts now, the resolution clock is kept
 * as pauses have left it: reopening must not buy time. Result, cause, measure and satisfaction stand in
 * the timeline and are asked anew.
 */
export function decideReopen(
  complaint: Complaint,
  { reason, now }: { readonly reason: string; readonly now: Instant },
  rules: ClockHours,
  counting: Counting,
): Stepped<In<'reopened'>> | TextNeeded | WrongState {
  if (isUnsolved(complaint)) return wrongState(complaint);
  if (isBlank(reason)) return refuse('text_needed');
  const response = responseDue(now, rules, counting);
  const course = courseOf(complaint);
  return {
    complaint: {
      ...course,
      state: 'reopened',
      pausedAt: null,
      responseDueAt: response.at,
      reopened: course.reopened + 1,
      satisfaction: null,
    },
    step: { kind: 'reopened', note: reason, due: [response] },
  };
}

/** How content the customer is now, 1-5: asked once there is a result; a later answer takes its place. */
export function decideSatisfaction(
  complaint: Complaint,
  { score, note }: { readonly score: number; readonly note: string },
): Stepped | WrongState {
  if (isUnsolved(complaint)) return wrongState(complaint);
  return {
    complaint: { ...complaint, satisfaction: score },
    step: { kind: 'satisfaction', note, due: [], data: { of: 'satisfaction', score } },
  };
}
