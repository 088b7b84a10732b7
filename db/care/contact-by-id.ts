import { OCCASION } from '../domain/care/occasions';
import type { EndedBy } from '../domain/care/outcome';
import type { ContactChannel, Outcome, TaskState } from '../domain/care/task';
import { businessDate } from '../domain/units';
import { type Reading, rows } from '../reading';

const ANSWERED = `('reached', 'refused', 'done')`;
/** The last word that was said of a contact, in SQL; null while there is none. */
export const lastWord = (contact: string): string =>
  `(select outcome from care_outcome where contact_id = ${contact}.id order by seq desc limit 1)`;

const CONTACT = `select c.id, c.member_id, c.direction, c.channel, c.task_id, c.list_id, t.state as task_state, t.last_day,
    ${lastWord('c')} as outcome, (select count(*) from care_outcome where contact_id = c.id) as words,
    coalesce(${lastWord('c')} in ${ANSWERED}, 0) and not exists (select 1 from care_contact other
      where other.task_id = c.task_id and other.id <> c.id and ${lastWord('other')} in ${ANSWERED}) as answered_alone
  from care_contact c left join care_task t on t.id = c.task_id where c.id = +?`;

interface ContactRow {
  readonly id: string;
  readonly member_id: string;
  readonly direction: 'out' | 'in';
  readonly channel: ContactChannel;
  readonly task_id: string | null;
  readonly list_id: string | null;
  readonly task_state: TaskState | null;
  readonly last_day: string | null;
  readonly outcome: Outcome | null;
  /** How often something was said of it. */
  readonly words: number;
  /** The task was answered with this contact and with no other. */
  readonly answered_alone: 0 | 1;
}

/** A contact with the last word on it and the task it was for, if that is open or was ended by it alone. */
export function* contactById(contactId: string) {
  const [row] = yield* rows<ContactRow>(CONTACT, contactId);
  if (row === undefined) return undefined;
  const endedBy = endedByOf(row);
  return {
    id: row.id,
    memberId: row.member_id,
    taskId: row.task_id,
    direction: row.direction,
    channel: row.channel,
    outcome: row.outcome,
    words: row.words,
    task:
      endedBy === undefined || row.last_day === null
        ? null
        : { lastDay: businessDate(row.last_day), endedBy },
  };
}

/** Undefined when the task has ended in another way, and when there is none. */
function endedByOf({ task_state, list_id, answered_alone }: ContactRow): EndedBy | undefined {
  if (task_state === 'open') return null;
  if (task_state !== 'done') return undefined;
  if (list_id !== null) return 'list';
  return answered_alone === 1 ? 'outcome' : undefined;
}

const NEXT_STEPS = `select id from care_task where member_id = +? and kind = 'by_hand' and state = 'open'
  and occasion between +? and +?`;

/** The open tasks that came of what was said of a contact before. */
export function* nextStepsOf(memberId: string, contactId: string): Reading<string[]> {
  const [first, last] = OCCASION.everyNext(contactId);
  const open = yield* rows<{ id: string }>(NEXT_STEPS, memberId, first, last);
  return open.map(({ id }) => id);
}

const OPEN_REFRESH = `select 1 from care_task where member_id = +? and kind = 'data_refresh' and state = 'open' limit 1`;

/** True while somebody is to ask for the member's data anyway. */
export function* asksForData(memberId: string): Reading<boolean> {
  const found = yield* rows(OPEN_REFRESH, memberId);
  return found.length > 0;
}
