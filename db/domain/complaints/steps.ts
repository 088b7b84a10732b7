import { type NoParams, type Refusal, refuse } from '../refusal';
import type { ComplaintRules } from '../settings/shop-rules';
import type { Instant } from '../units';
import { type ExplainedDue, resolutionDue, responseDue } from './clocks';
import type { Clocks, Complaint, ComplaintState } from './complaint';

export const STEP_KINDS = [
  'logged',
  'note',
  'responded',
  'resolved',
  'closed',
  'reopened',
  'paused',
  'resumed',
  'escalated',
  'compensated',
  'photo',
  'satisfaction',
  'corrected',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One row of the timeline (处理记录): written once, with the due times that it set. */
export interface TimelineStep {
  readonly kind: StepKind;
  readonly note: string;
  readonly due: readonly ExplainedDue[];
}

/** What a step makes of the complaint, and the row that says so. */
export interface Stepped<C extends Complaint = Complaint> {
  readonly complaint: C;
  readonly step: TimelineStep;
}

type In<S extends ComplaintState> = Extract<Complaint, { state: S }>;
type TextNeeded = Refusal<'text_needed', NoParams>;
type WrongState = Refusal<'not_in_this_state', { state: ComplaintState }>;

/** Refused without words: what happened is what everything else hangs on. Sets both clocks (S68-S70). */
export function decideLog(
  asked: { readonly what: string; readonly receivedAt: Instant },
  rules: ComplaintRules,
): Stepped<In<'open'>> | TextNeeded {
  if (isBlank(asked.what)) return refuse('text_needed');
  const response = responseDue(asked.receivedAt, rules);
  const resolution = resolutionDue(asked.receivedAt, rules);
  return {
    complaint: {
      state: 'open',
      receivedAt: asked.receivedAt,
      responseDueAt: response.at,
      resolutionDueAt: resolution.at,
    },
    step: { kind: 'logged', note: '', due: [response, resolution] },
  };
}

/** In every state, closed ones too: nothing is changed afterwards, a correction is a further row. */
export function decideNote(note: string): TimelineStep | TextNeeded {
  return isBlank(note) ? refuse('text_needed') : { kind: 'note', note, due: [] };
}

/** The customer has been answered. Refused where no answer is owed. */
export function decideRespond(
  complaint: Complaint,
  { note, now }: { readonly note: string; readonly now: Instant },
): Stepped<In<'responded'>> | TextNeeded | WrongState {
  if (complaint.state !== 'open' && complaint.state !== 'reopened') return wrongState(complaint);
  if (isBlank(note)) return refuse('text_needed');
  return {
    complaint: { ...clocksOf(complaint), state: 'responded', respondedAt: now },
    step: { kind: 'responded', note, due: [] },
  };
}

/**
 * Needs the result (S71). Whoever solves it at once has answered by it: without an earlier answer
 * the moment of the result is also that of the response, and no separate step is asked for.
 */
export function decideResolve(
  complaint: Complaint,
  { result, now }: { readonly result: string; readonly now: Instant },
): Stepped<In<'resolved'>> | TextNeeded | WrongState {
  if (complaint.state === 'resolved' || complaint.state === 'closed') return wrongState(complaint);
  if (isBlank(result)) return refuse('text_needed');
  const respondedAt = complaint.state === 'responded' ? complaint.respondedAt : now;
  return {
    complaint: { ...clocksOf(complaint), state: 'resolved', respondedAt, resolvedAt: now, result },
    step: { kind: 'resolved', note: result, due: [] },
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
 * The customer is not content after all. A new response clock starts now, the resolution clock is
 * kept: reopening must not buy time. Result, cause and measure stand in the timeline and are asked anew.
 */
export function decideReopen(
  complaint: Complaint,
  { reason, now }: { readonly reason: string; readonly now: Instant },
  rules: ComplaintRules,
): Stepped<In<'reopened'>> | TextNeeded | WrongState {
  if (complaint.state !== 'resolved' && complaint.state !== 'closed') return wrongState(complaint);
  if (isBlank(reason)) return refuse('text_needed');
  const response = responseDue(now, rules);
  return {
    complaint: { ...clocksOf(complaint), state: 'reopened', responseDueAt: response.at },
    step: { kind: 'reopened', note: reason, due: [response] },
  };
}

function clocksOf({ receivedAt, responseDueAt, resolutionDueAt }: Clocks): Clocks {
  return { receivedAt, responseDueAt, resolutionDueAt };
}

function wrongState({ state }: Complaint): WrongState {
  return refuse('not_in_this_state', { state });
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
