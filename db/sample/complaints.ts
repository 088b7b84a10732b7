import type SQLite from 'better-sqlite3';
import { columnsOf, particularColumns } from '../complaints/mapping';
import type { Complaint } from '../domain/complaints/complaint';
import { decideEscalate } from '../domain/complaints/escalation';
import { decidePause, decideResume } from '../domain/complaints/pause';
import type { ReasonGroup } from '../domain/complaints/reasons';
import {
  decideClose,
  decideLog,
  decideNote,
  decideReopen,
  decideResolve,
  decideRespond,
  decideSatisfaction,
} from '../domain/complaints/steps';
import type { TimelineStep } from '../domain/complaints/timeline';
import { Refusal } from '../domain/refusal';
import type { ComplaintRules } from '../domain/settings/shop-rules';
import { type BusinessDate, fen, type Instant, instant } from '../domain/units';
import type { Case, CaseStep } from './case';
import { inserter } from './rows';

const HOUR_MS = 3_600_000;

/** A bill that a complaint can hang on. */
export interface Bill {
  readonly purchaseId: string;
  readonly memberId: string;
  readonly at: Instant;
  readonly products: readonly string[];
}

interface Telling {
  readonly now: Instant;
  readonly rules: ComplaintRules;
  readonly cases: readonly Case[];
  readonly ruleVersion: number;
  readonly bills: readonly Bill[];
  /** The cast's ids by name. */
  readonly cast: ReadonlyMap<string, string>;
  readonly ownerId: string;
  readonly staffAt: (at: Instant) => string;
  readonly newId: (at: Instant) => string;
  readonly dateOf: (at: Instant) => BusinessDate;
}

/** Writes every case of the story, decided step by step as the counter decides. */
export function writeComplaints(raw: SQLite.Database, telling: Telling): void {
  const insert = writersOn(raw);
  telling.cases.forEach((told, place) => {
    const receivedAt = instant(telling.now - told.hoursAgo * HOUR_MS);
    const { staffAt, newId, dateOf } = telling;
    const bill = billOf(told, receivedAt, telling);
    const id = newId(receivedAt);
    const steps = stepsOf(told, receivedAt, telling);
    const { complaint } = there(steps.at(-1));
    insert.complaint({
      id,
      number: place + 1,
      purchase_id: bill?.purchaseId ?? null,
      ...particularColumns(
        {
          memberId: bill?.memberId ?? (told.by === null ? null : (telling.cast.get(told.by) ?? null)),
          object: told.object,
          reason: told.reason,
          product: told.object === 'goods' ? (told.product ?? '') : '',
          aboutStaffId: told.object === 'staff' ? staffAt(bill?.at ?? receivedAt) : null,
          severity: told.severity,
        },
        groupOf(told.reason, telling.rules),
      ),
      channel: told.channel,
      what: told.what,
      wish: told.wish,
      received_at: receivedAt,
      business_date: dateOf(receivedAt),
      rule_version: telling.ruleVersion,
      ...columnsOf(complaint),
      escalated_to: steps.some(({ step }) => step.kind === 'escalated') ? telling.ownerId : null,
      staff_id: staffAt(receivedAt),
    });
    for (const { at, step } of steps) {
      const by = { at, staff_id: staffAt(at) };
      const { kind, note, data = {} } = step;
      const due = JSON.stringify(step.due);
      insert.event({ id: newId(at), complaint_id: id, kind, note, due, data: JSON.stringify(data), ...by });
      if (step.data?.of !== 'compensation') continue;
      const { kind: given, what, worth: worth_fen } = step.data;
      const gift = { id: newId(at), complaint_id: id, kind: given, what, worth_fen };
      insert.compensation({ ...gift, business_date: dateOf(at), ...by });
    }
  });
}

/** The last bill before it with that product, of that member if one is named. */
function billOf({ by, product }: Case, receivedAt: Instant, { bills, cast }: Telling): Bill | undefined {
  if (by === null || product === undefined) return undefined;
  const memberId = by === 'buyer' ? undefined : cast.get(by);
  return bills.findLast(
    (bill) =>
      bill.at < receivedAt &&
      bill.products.includes(product) &&
      (memberId === undefined || bill.memberId === memberId),
  );
}

interface TakenStep {
  readonly at: Instant;
  readonly complaint: Complaint;
  readonly step: TimelineStep;
}

function stepsOf(told: Case, receivedAt: Instant, telling: Telling): TakenStep[] {
  const logged = decided(decideLog({ what: told.what, receivedAt }, telling.rules, 'wall_clock'));
  const taken: TakenStep[] = [{ at: receivedAt, ...logged }];
  for (const step of told.steps) {
    const at = instant(receivedAt + Math.round(step.after * HOUR_MS));
    const { complaint } = there(taken.at(-1));
    taken.push({ at, complaint, ...take(complaint, step, { now: at, told, telling }) });
  }
  return taken;
}

/** The row of the timeline, and the complaint where the step has changed it. */
function take(
  complaint: Complaint,
  step: CaseStep,
  { now, told, telling }: { readonly now: Instant; readonly told: Case; readonly telling: Telling },
): { readonly step: TimelineStep; readonly complaint?: Complaint } {
  switch (step.does) {
    case 'note':
      return { step: decided(decideNote(step.text)) };
    case 'respond':
      return decided(decideRespond(complaint, { note: step.text, now }, 'wall_clock'));
    case 'resolve':
      return decided(decideResolve(complaint, { result: step.text, now }, 'wall_clock'));
    case 'reopen':
      return decided(decideReopen(complaint, { reason: step.text, now }, telling.rules, 'wall_clock'));
    case 'pause':
      return decided(decidePause(complaint, { reason: step.text, now }));
    case 'resume':
      return decided(decideResume(complaint, { note: step.text, now }, 'wall_clock'));
    case 'close':
      return decided(decideClose(complaint, { cause: step.cause, measure: step.measure, now }));
    case 'ask':
      return decided(decideSatisfaction(complaint, { score: step.score, note: step.text }));
    case 'escalate': {
      const to = { id: telling.ownerId, role: 'owner' } as const;
      return { step: decided(decideEscalate(complaint, { to, reason: step.text })) };
    }
    case 'give': {
      const data = { of: 'compensation', kind: step.kind, what: step.what, worth: fen(step.worth) } as const;
      return { step: { kind: 'compensated', note: step.text, due: [], data } };
    }
    case 'correct': {
      const changes = [{ field: 'reason', before: step.was, after: told.reason }] as const;
      return { step: { kind: 'corrected', note: step.text, due: [], data: { of: 'correction', changes } } };
    }
  }
}

function decided<T>(outcome: T | Refusal): T {
  if (outcome instanceof Refusal) throw new Error(`the story's complaint is refused: ${outcome.code}`);
  return outcome;
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a case without its first step, or a reason without its leaf');
  return value;
}

function groupOf(reason: string, { reasons }: ComplaintRules): ReasonGroup {
  return there(reasons.find(({ id }) => id === reason)).group;
}

function writersOn(raw: SQLite.Database) {
  return {
    complaint: inserter(raw, 'complaint', [
      'id',
      'number',
      'member_id',
      'purchase_id',
      'object',
      'reason_group',
      'reason',
      'product',
      'about_staff_id',
      'severity',
      'channel',
      'what',
      'wish',
      'received_at',
      'business_date',
      'rule_version',
      'state',
      'response_due_at',
      'resolution_due_at',
      'paused_at',
      'first_responded_at',
      'responded_at',
      'resolved_at',
      'closed_at',
      'response_breached',
      'resolution_breached',
      'reopened',
      'satisfaction',
      'result',
      'cause',
      'measure',
      'escalated_to',
      'staff_id',
    ]),
    event: inserter(raw, 'complaint_event', [
      'id',
      'complaint_id',
      'kind',
      'note',
      'due',
      'data',
      'at',
      'staff_id',
    ]),
    compensation: inserter(raw, 'compensation', [
      'id',
      'complaint_id',
      'kind',
      'what',
      'worth_fen',
      'business_date',
      'at',
      'staff_id',
    ]),
  };
}
