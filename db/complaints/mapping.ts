import type { Selectable } from 'kysely';
import type { ExplainedDue } from '../domain/complaints/clocks';
import type { Clocks, Complaint } from '../domain/complaints/complaint';
import { type Instant, instant } from '../domain/units';
import type { Schema } from '../schema';

type ComplaintRow = Selectable<Schema['complaint']>;

/** The columns that the rules need. */
export const RULE_COLUMNS = [
  'complaint.state',
  'complaint.received_at',
  'complaint.response_due_at',
  'complaint.resolution_due_at',
  'complaint.responded_at',
  'complaint.resolved_at',
  'complaint.closed_at',
  'complaint.result',
  'complaint.cause',
  'complaint.measure',
] as const;

type RuleColumn = (typeof RULE_COLUMNS)[number] extends `complaint.${infer Column}` ? Column : never;

/** A row as its state's shape; the table's CHECKs keep the times that a state promises. */
export function complaintOf(row: Pick<ComplaintRow, RuleColumn>): Complaint {
  const clocks: Clocks = {
    receivedAt: instant(row.received_at),
    responseDueAt: instant(row.response_due_at),
    resolutionDueAt: instant(row.resolution_due_at),
  };
  switch (row.state) {
    case 'open':
    case 'reopened':
      return { ...clocks, state: row.state };
    case 'responded':
      return { ...clocks, state: row.state, respondedAt: known(row.responded_at) };
    case 'resolved':
      return {
        ...clocks,
        state: row.state,
        respondedAt: known(row.responded_at),
        resolvedAt: known(row.resolved_at),
        result: row.result,
      };
    case 'closed':
      return {
        ...clocks,
        state: row.state,
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
    responded_at: 'respondedAt' in complaint ? complaint.respondedAt : null,
    first_responded_at: 'respondedAt' in complaint ? complaint.respondedAt : null,
    resolved_at: 'resolvedAt' in complaint ? complaint.resolvedAt : null,
    closed_at: 'closedAt' in complaint ? complaint.closedAt : null,
    result: 'result' in complaint ? complaint.result : '',
    cause: 'cause' in complaint ? complaint.cause : '',
    measure: 'measure' in complaint ? complaint.measure : '',
  };
}

export function explainedDues(json: string): ExplainedDue[] {
  return JSON.parse(json) as ExplainedDue[]; // written by appendStep only, and checked as JSON by the table
}

export function maybeInstant(at: number | null): Instant | null {
  return at === null ? null : instant(at);
}

function known(at: number | null): Instant {
  if (at === null) throw new Error('a complaint without the time of its own state');
  return instant(at);
}
