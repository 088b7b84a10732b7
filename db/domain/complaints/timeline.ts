import { type NoParams, type Refusal, refuse } from '../refusal';
import type { Fen } from '../units';
import type { ExplainedDue } from './clocks';
import type { CompensationKind } from './compensation';
import type { Complaint, ComplaintState } from './complaint';
import type { Change } from './correction';

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

/** What a step has to say beyond its words; kept as it was then. */
export type StepData =
  | { readonly of: 'nothing' }
  | { readonly of: 'escalation'; readonly toStaffId: string }
  | {
      readonly of: 'compensation';
      readonly kind: CompensationKind;
      readonly what: string;
      readonly worth: Fen;
    }
  | { readonly of: 'satisfaction'; readonly score: number }
  | { readonly of: 'correction'; readonly changes: readonly Change[] };

/** One row of the timeline (处理记录): written once, with the due times that it set. */
export interface TimelineStep {
  readonly kind: StepKind;
  readonly note: string;
  readonly due: readonly ExplainedDue[];
  /** Absent = nothing. */
  readonly data?: StepData;
}

/** What a step makes of the complaint, and the row that says so. */
export interface Stepped<C extends Complaint = Complaint> {
  readonly complaint: C;
  readonly step: TimelineStep;
}

export type TextNeeded = Refusal<'text_needed', NoParams>;
export type WrongState = Refusal<'not_in_this_state', { state: ComplaintState }>;

export function wrongState({ state }: { readonly state: ComplaintState }): WrongState {
  return refuse('not_in_this_state', { state });
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
