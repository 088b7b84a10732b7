import { type NoParams, type Refusal, refuse } from '../refusal';
import type { Complaint } from './complaint';
import { isBlank, type TextNeeded, type TimelineStep, type WrongState, wrongState } from './timeline';

/**
 * A hard case goes to a manager or an owner, with what makes it hard (S81). As often as it takes, until
 * it is closed; the clocks do not care.
 */
export function decideEscalate(
  complaint: Complaint,
  asked: {
    /** Undefined = works here no more. */
    readonly to: { readonly id: string; readonly role: 'cashier' | 'manager' | 'owner' } | undefined;
    readonly reason: string;
  },
):
  | TimelineStep
  | TextNeeded
  | WrongState
  | Refusal<'staff_gone', NoParams>
  | Refusal<'not_a_manager', NoParams> {
  if (complaint.state === 'closed') return wrongState(complaint);
  if (asked.to === undefined) return refuse('staff_gone');
  if (asked.to.role === 'cashier') return refuse('not_a_manager');
  if (isBlank(asked.reason)) return refuse('text_needed');
  return {
    kind: 'escalated',
    note: asked.reason,
    due: [],
    data: { of: 'escalation', toStaffId: asked.to.id },
  };
}
