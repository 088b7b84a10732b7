import type { Selectable } from 'kysely';
import type { ExplainedDue } from '../domain/complaints/clocks';
import type { Complaint, Course } from '../domain/complaints/complaint';
import type { Particulars } from '../domain/complaints/correction';
import type { ReasonGroup } from '../domain/complaints/reasons';
import type { StepData } from '../domain/complaints/timeline';
import { type Instant, instant } from '../domain/units';
import { instantOrNull } from '../nullable';
import type { Schema } from '../schema';

export type ComplaintRow = Selectable<Schema['complaint']>;

/** The columns that the rules need. */
export const RULE_COLUMNS = [
  'complaint.state',
  'complaint.received_at',
  'complaint.store_hours',
  'complaint.response_due_at',
  'complaint.resolution_due_at',
  'complaint.paused_at',
  'complaint.first_responded_at',
  'complaint.responded_at',
  'complaint.resolved_at',
  'complaint.closed_at',
  'complaint.response_breached',
  'complaint.resolution_breached',
  'complaint.reopened',
  'complaint.satisfaction',
  'complaint.result',
  'complaint.cause',
  'complaint.measure',
] as const;

type RuleColumn = (typeof RULE_COLUMNS)[number] extends `complaint.${infer Column}` ? Column : never;

/** A row as its state's shape; the table's CHECKs keep the times that a state promises. */
export function complaintOf(row: Pick<ComplaintRow, RuleColumn>): Complaint {
  const course: Course = {
    receivedAt: instant(row.received_at),
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
    storeHours: row.store_hours === 1,
    firstRespondedAt: instantOrNull(row.first_responded_at),
    responseBreached: row.response_breached === 1,
    resolutionBreached: row.resolution_breached === 1,
    reopened: row.reopened,
    satisfaction: row.satisfaction,
  };
  switch (row.state) {
    case 'open':
    case 'reopened':
      return { ...course, state: row.state, pausedAt: instantOrNull(row.paused_at) };
    case 'responded':
      return {
        ...course,
        state: row.state,
        pausedAt: instantOrNull(row.paused_at),
        respondedAt: known(row.responded_at),
      };
    case 'resolved':
      return {
        ...course,
        state: row.state,
        pausedAt: null,
        respondedAt: known(row.responded_at),
        resolvedAt: known(row.resolved_at),
        result: row.result,
      };
    case 'closed':
      return {
        ...course,
        state: row.state,
        pausedAt: null,
        respondedAt: known(row.responded_at),
        resolvedAt: known(row.resolved_at),
        closedAt: known(row.closed_at),
        result: row.result,
        cause: row.cause,
        measure: row.measure,
      };
  }
}

/** The columns that a step changes; what a state does not have is emptied. */
export function columnsOf(complaint: Complaint) {
  return {
    state: complaint.state,
    response_due_at: complaint.responseDueAt,
    resolution_due_at: complaint.resolutionDueAt,
    paused_at: complaint.pausedAt,
    first_responded_at: complaint.firstRespondedAt,
    responded_at: 'respondedAt' in complaint ? complaint.respondedAt : null,
    resolved_at: 'resolvedAt' in complaint ? complaint.resolvedAt : null,
    closed_at: 'closedAt' in complaint ? complaint.closedAt : null,
    response_breached: complaint.responseBreached ? 1 : 0,
    resolution_breached: complaint.resolutionBreached ? 1 : 0,
    reopened: complaint.reopened,
    satisfaction: complaint.satisfaction,
    result: 'result' in complaint ? complaint.result : '',
    cause: 'cause' in complaint ? complaint.cause : '',
    measure: 'measure' in complaint ? complaint.measure : '',
  };
}

/** The columns that a correction may change. */
export const particularColumns = (particulars: Particulars, group: ReasonGroup) => ({
  member_id: particulars.memberId,
  object: particulars.object,
  reason_group: group,
  reason: particulars.reason,
  product: particulars.product,
  about_staff_id: particulars.aboutStaffId,
  severity: particulars.severity,
});

export function explainedDues(json: string): ExplainedDue[] {
  // Written by appendStep only, and checked as JSON by the table; rows of before store hours lack them.
  const stored = JSON.parse(json) as (Omit<ExplainedDue, 'storeHours'> & { storeHours?: boolean })[];
  return stored.map((due) => ({ ...due, storeHours: due.storeHours ?? false }));
}

export function stepData(json: string): StepData {
  const stored = JSON.parse(json) as StepData | { readonly of?: undefined }; // as above
  return stored.of === undefined ? { of: 'nothing' } : stored;
}

function known(at: number | null): Instant {
  if (at === null) throw new Error('a complaint without the time of its own state');
  return instant(at);
}
