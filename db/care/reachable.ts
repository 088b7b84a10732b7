import { budgetOf, monthOf, nextMonthFrom, type PastContact } from '../domain/care/budget';
import type { Moment, Reachable } from '../domain/care/contact';
import { rankOfKind } from '../domain/care/priority';
import type { ContactChannel, Outcome, TaskKind } from '../domain/care/task';
import { instant } from '../domain/units';
import { instantOrNull } from '../nullable';
import { type Reading, rows } from '../reading';
import { lastWord } from './contact-by-id';
import { hasDied } from './win-back';

/** What holds now of a member's consent: the last entry of the purpose; null when there never was one. */
export const consentNow = (member: string, purpose: 'personal_data' | 'marketing'): string =>
  `(select action from consent_entry where member_id = ${member}.id and purpose = '${purpose}' order by seq desc limit 1)`;

const MEMBERS = `select m.id, ${hasDied('m')} as died,
    ${consentNow('m', 'marketing')} as marketing, ${consentNow('m', 'personal_data')} as data,
    (select min(number) from complaint where member_id = m.id and state <> 'closed') as complaint,
    m.phone is not null and not exists (select 1 from wrong_phone where member_id = m.id and phone = m.phone) as phone,
    exists (select 1 from care_contact where member_id = m.id and wechat_added = 1) as wechat,
    (select max(bought_at) from purchase where member_id = m.id) as bought_at
  from json_each(?) asked cross join member m on m.id = asked.value`;

interface MemberRow {
  readonly id: string;
  readonly died: 0 | 1;
  readonly marketing: 'given' | 'withdrawn' | null;
  readonly data: 'given' | 'withdrawn' | null;
  readonly complaint: number | null;
  readonly phone: 0 | 1;
  readonly wechat: 0 | 1;
  readonly bought_at: number | null;
}

const HISTORY = `select c.member_id, c.direction, c.channel, c.counted, c.month, c.at,
    ${lastWord('c')} as outcome
  from json_each(?) asked cross join care_contact c on c.member_id = asked.value order by c.member_id, c.seq`;

interface HistoryRow {
  readonly member_id: string;
  readonly direction: 'out' | 'in';
  readonly channel: ContactChannel;
  readonly counted: 0 | 1;
  readonly month: string;
  readonly at: number;
  readonly outcome: Outcome | null;
}

/** Service tasks that want a contact before the month ends; one that was begun and waits for its outcome does not. */
const SERVICE_DUE = `select t.member_id, t.id, t.kind, t.due_on
  from json_each(?) asked cross join care_task t on t.member_id = asked.value
  where t.state = 'open' and t.content = 'service' and +t.last_day >= +?
    and max(t.due_on, coalesce(t.not_before, t.due_on)) < +?
    and not exists (select 1 from care_contact c where c.task_id = t.id
      and not exists (select 1 from care_outcome where contact_id = c.id))`;

interface ServiceRow {
  readonly member_id: string;
  readonly id: string;
  readonly kind: TaskKind;
  readonly due_on: string;
}

/** How each of these members stands with the shop today; whom there is none of is left out. */
export function* reachables(memberIds: readonly string[], moment: Moment): Reading<Map<string, Reachable>> {
  const { today, rules } = moment;
  const asked = JSON.stringify(memberIds);
  const members = yield* rows<MemberRow>(MEMBERS, asked);
  const histories = byMember(yield* rows<HistoryRow>(HISTORY, asked));
  const due = byMember(yield* rows<ServiceRow>(SERVICE_DUE, asked, today, nextMonthFrom(today)));
  return new Map(
    members.map((row) => {
      const history = (histories.get(row.id) ?? []).map(pastFrom);
      const boughtAt = instantOrNull(row.bought_at);
      const reachable: Reachable = {
        died: row.died === 1,
        marketing: row.marketing === 'given',
        dataWithdrawn: row.data === 'withdrawn',
        openComplaint: row.complaint,
        phone: row.phone === 1,
        wechat: row.wechat === 1,
        budget: budgetOf(history, boughtAt, rules.budget, monthOf(today)),
        serviceDue: mostPressing(due.get(row.id) ?? []),
      };
      return [row.id, reachable];
    }),
  );
}

/** The same for one member. */
export function* reachableOf(memberId: string, moment: Moment): Reading<Reachable | undefined> {
  return (yield* reachables([memberId], moment)).get(memberId);
}

const mostPressing = (tasks: readonly ServiceRow[]): Reachable['serviceDue'] =>
  tasks
    .toSorted((a, b) => rankOfKind(a.kind) - rankOfKind(b.kind) || a.due_on.localeCompare(b.due_on))
    .map(({ id, kind }) => ({ taskId: id, kind }));

const pastFrom = (row: HistoryRow): PastContact => ({
  direction: row.direction,
  channel: row.channel,
  counted: row.counted === 1,
  month: row.month,
  at: instant(row.at),
  outcome: row.outcome,
});

function byMember<Row extends { readonly member_id: string }>(found: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of found) {
    const group = groups.get(row.member_id);
    if (group === undefined) groups.set(row.member_id, [row]);
    else group.push(row);
  }
  return groups;
}
