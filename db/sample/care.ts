import type SQLite from 'better-sqlite3';
import { addDays, startOf } from '../domain/calendar/business-day';
import { budgetOf, countsAgainstBudget, monthOf, type PastContact } from '../domain/care/budget';
import { drawnToControl } from '../domain/care/lot';
import type { ChurnReason, ContactChannel, Outcome, TaskState } from '../domain/care/task';
import { CAUSE_OF } from '../domain/care/win-back';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import { type CareOccasion, type CareTelling, occasionsOf } from './care-occasions';
import { type Random, randomFrom, weighted } from './random';
import { inserter } from './rows';

/** Calls are made between ten and half past eleven, when the shop is quiet. */
const CALLS_FROM_MINUTE = 600;
const CALLS_FOR_MINUTES = 90;
/** Of the days that the shop was busy nothing came: so many tasks were never touched. */
const NEGLECTED = 0.12;

const ANSWERS = {
  phone: weighted<Outcome>([
    ['reached', 70],
    ['no_answer', 26],
    ['refused', 4],
  ]),
  sms: weighted<Outcome>([
    ['done', 30],
    ['no_answer', 70],
  ]),
} as const;

const LOST_FOR = weighted<ChurnReason>([
  ['indifference', 40],
  ['product', 18],
  ['cheaper', 16],
  ['moved', 12],
  ['taste', 8],
  ['friend', 6],
]);

const MEASURES = ['送一张诚意券，请再来试一次', '约周末来尝新品', '下次到店店长亲自接待'];

/**
 * Five months of care: follow-ups, wishes and attempts to bring people back, within the same budget and
 * with the same lots as at the desk. What is due today the shop's own pass makes when the store is opened.
 */
export function writeCare(raw: SQLite.Database, telling: CareTelling): void {
  const random = randomFrom(telling.seed ^ 0x6c078965);
  const write = writersOn(raw);
  const history = new Map<string, PastContact[]>();
  for (const occasion of occasionsOf(telling)) tell(occasion);

  function tell(occasion: CareOccasion): void {
    const { memberId, kind, dueOn } = occasion;
    const made = momentOf(dueOn, CALLS_FROM_MINUTE - 60, telling);
    const isControl = drawnToControl(occasion, telling.rules.controlPercent);
    const contact = isControl || random.chance(NEGLECTED) ? null : contactFor(occasion, random, telling);
    const isSpent = contact !== null && leftFor(memberId, contact) === 0;
    const sent = isSpent ? null : contact;
    const task = { id: telling.newId(made), ...endOf(occasion, isControl, sent, telling) };
    const reason = kind === 'win_back' && sent?.outcome === 'reached' ? LOST_FOR.draw(random) : null;
    write.task({
      ...task,
      ...{ member_id: memberId, kind, occasion: occasion.occasion, content: occasion.content },
      ...{ due_on: dueOn, last_day: occasion.lastDay, purchase_id: occasion.purchaseId },
      churn_reason: reason,
      cause: reason === null ? null : CAUSE_OF[reason],
      measure: reason === null ? '' : random.pick(MEASURES),
      ...{ rule_version: telling.ruleVersion, made_on: dueOn, made_at: made },
      staff_id: telling.staffAt(made),
    });
    if (sent !== null) contacted(occasion, task.id, sent);
  }

  function leftFor(memberId: string, { at }: Sent): number {
    const past = history.get(memberId) ?? [];
    return budgetOf(past, null, telling.rules.budget, monthOf(telling.dateOf(at))).left;
  }

  function contacted(
    { memberId, content }: CareOccasion,
    taskId: string,
    { at, channel, outcome }: Sent,
  ): void {
    const on = telling.dateOf(at);
    const counted = countsAgainstBudget({ direction: 'out', channel });
    const past: PastContact = { direction: 'out', channel, counted, month: monthOf(on), at, outcome };
    history.set(memberId, [...(history.get(memberId) ?? []), past]);
    const id = telling.newId(at);
    const staff_id = telling.staffAt(at);
    write.contact({
      ...{ id, member_id: memberId, task_id: taskId, direction: 'out', channel, content },
      ...{ counted: counted ? 1 : 0, month: monthOf(on), business_date: on, at },
      ...{ rule_version: telling.ruleVersion, staff_id },
    });
    write.outcome({ contact_id: id, outcome, at: instant(at + 120_000), staff_id });
  }
}

/** A contact of the story: when, by which way, and what came of it. */
interface Sent {
  readonly at: Instant;
  readonly channel: ContactChannel;
  readonly outcome: Outcome;
}

function contactFor({ kind, dueOn }: CareOccasion, random: Random, telling: CareTelling): Sent | null {
  const channel = kind === 'dormant' || kind === 'birthday' || kind === 'nurture' ? 'sms' : 'phone';
  const at = momentOf(dueOn, CALLS_FROM_MINUTE + random.between(0, CALLS_FOR_MINUTES), telling);
  const outcome = ANSWERS[channel].draw(random);
  return at > telling.now ? null : { at, channel, outcome };
}

const ENDS: readonly Outcome[] = ['reached', 'refused', 'done'];

function endOf(
  { lastDay }: CareOccasion,
  isControl: boolean,
  sent: Sent | null,
  telling: CareTelling,
): { readonly state: TaskState; readonly ended_at: Instant | null } {
  if (isControl) return { state: 'control', ended_at: null };
  if (sent !== null && ENDS.includes(sent.outcome))
    return { state: 'done', ended_at: instant(sent.at + 120_000) };
  if (lastDay >= telling.today) return { state: 'open', ended_at: null };
  return { state: 'lapsed', ended_at: momentOf(addDays(lastDay, 1), CALLS_FROM_MINUTE - 60, telling) };
}

const momentOf = (on: BusinessDate, minute: number, { zone }: CareTelling): Instant =>
  instant(startOf(on, { zone, dayStartHour: 0 }) + minute * 60_000);

function writersOn(raw: SQLite.Database) {
  return {
    task: inserter(raw, 'care_task', [
      'id',
      'member_id',
      'kind',
      'occasion',
      'content',
      'due_on',
      'last_day',
      'state',
      'purchase_id',
      'cause',
      'churn_reason',
      'measure',
      'ended_at',
      'rule_version',
      'made_on',
      'made_at',
      'staff_id',
    ]),
    contact: inserter(raw, 'care_contact', [
      'id',
      'member_id',
      'task_id',
      'direction',
      'channel',
      'content',
      'counted',
      'month',
      'business_date',
      'at',
      'rule_version',
      'staff_id',
    ]),
    outcome: inserter(raw, 'care_outcome', ['contact_id', 'outcome', 'at', 'staff_id']),
  };
}
