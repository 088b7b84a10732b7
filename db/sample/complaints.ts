import type SQLite from 'better-sqlite3';
import { columnsOf } from '../complaints/mapping';
import type { Complaint } from '../domain/complaints/complaint';
import type { ReasonGroup } from '../domain/complaints/reasons';
import {
  decideClose,
  decideLog,
  decideNote,
  decideReopen,
  decideResolve,
  decideRespond,
} from '../domain/complaints/steps';
import type { Stepped, TimelineStep } from '../domain/complaints/timeline';
import { Refusal } from '../domain/refusal';
import type { ComplaintRules } from '../domain/settings/shop-rules';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import { CASES, type Case, type CaseStep } from './cases';
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
  readonly bills: readonly Bill[];
  /** The cast's ids by name. */
  readonly cast: ReadonlyMap<string, string>;
  readonly staffAt: (at: Instant) => string;
  readonly newId: (at: Instant) => string;
  readonly ruleVersion: number;
  readonly dateOf: (at: Instant) => BusinessDate;
}

/** Writes every case of the story, decided step by step as the counter decides. */
export function writeComplaints(raw: SQLite.Database, telling: Telling): void {
  const insert = writersOn(raw);
  CASES.forEach((told, place) => {
    const receivedAt = instant(telling.now - told.hoursAgo * HOUR_MS);
    const { staffAt, newId } = telling;
    const bill = billOf(told, receivedAt, telling);
    const id = newId(receivedAt);
    const steps = stepsOf(told, receivedAt, telling.rules);
    const complaint = steps.reduce<Complaint>(
      (_, { stepped }) => stepped.complaint,
      done(steps[0]).stepped.complaint,
    );
    insert.complaint({
      id,
      number: place + 1,
      member_id: bill?.memberId ?? (told.by === null ? null : (telling.cast.get(told.by) ?? null)),
      purchase_id: bill?.purchaseId ?? null,
      object: told.object,
      reason_group: groupOf(told.reason, telling.rules),
      reason: told.reason,
      business_date: telling.dateOf(receivedAt),
      rule_version: telling.ruleVersion,
      severity: told.severity,
      channel: told.channel,
      what: told.what,
      wish: told.wish,
      received_at: receivedAt,
      ...columnsOf(complaint),
      staff_id: staffAt(receivedAt),
    });
    for (const { at, stepped } of steps) {
      insert.event({
        id: newId(at),
        complaint_id: id,
        kind: stepped.step.kind,
        note: stepped.step.note,
        due: JSON.stringify(stepped.step.due),
        at,
        staff_id: staffAt(at),
      });
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
  readonly stepped: { readonly complaint: Complaint; readonly step: TimelineStep };
}

function stepsOf(told: Case, receivedAt: Instant, rules: ComplaintRules): TakenStep[] {
  const logged: Stepped = decided(decideLog({ what: told.what, receivedAt }, rules, 'wall_clock'));
  const taken: TakenStep[] = [{ at: receivedAt, stepped: logged }];
  let { complaint } = logged;
  for (const step of told.steps) {
    const at = instant(receivedAt + Math.round(step.after * HOUR_MS));
    const stepped = take(complaint, step, at, rules);
    complaint = stepped.complaint;
    taken.push({ at, stepped });
  }
  return taken;
}

function take(complaint: Complaint, step: CaseStep, now: Instant, rules: ComplaintRules): Stepped {
  switch (step.does) {
    case 'note':
      return { complaint, step: decided(decideNote(step.text)) };
    case 'respond':
      return decided(decideRespond(complaint, { note: step.text, now }, 'wall_clock'));
    case 'resolve':
      return decided(decideResolve(complaint, { result: step.text, now }, 'wall_clock'));
    case 'reopen':
      return decided(decideReopen(complaint, { reason: step.text, now }, rules, 'wall_clock'));
    case 'close':
      return decided(decideClose(complaint, { cause: step.cause, measure: step.measure, now }));
  }
}

function decided<T>(outcome: T | Refusal): T {
  if (outcome instanceof Refusal) throw new Error(`the story's complaint is refused: ${outcome.code}`);
  return outcome;
}

function done<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a case without its first step');
  return value;
}

function groupOf(reason: string, { reasons }: ComplaintRules): ReasonGroup {
  return done(reasons.find(({ id }) => id === reason)).group;
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
      'business_date',
      'rule_version',
      'severity',
      'channel',
      'what',
      'wish',
      'state',
      'received_at',
      'response_due_at',
      'resolution_due_at',
      'first_responded_at',
      'responded_at',
      'resolved_at',
      'closed_at',
      'result',
      'cause',
      'measure',
      'staff_id',
    ]),
    event: inserter(raw, 'complaint_event', ['id', 'complaint_id', 'kind', 'note', 'due', 'at', 'staff_id']),
  };
}
