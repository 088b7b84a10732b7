import type { ContactChannel, Outcome, TaskState } from '../domain/care/task';
import { businessDate } from '../domain/units';
import { type Reading, rows } from '../reading';

const CONTACT = `select c.id, c.member_id, c.direction, c.channel, c.task_id, t.state as task_state, t.last_day,
    (select outcome from care_outcome where contact_id = c.id order by seq desc limit 1) as outcome
  from care_contact c left join care_task t on t.id = c.task_id where c.id = +?`;

interface ContactRow {
  readonly id: string;
  readonly member_id: string;
  readonly direction: 'out' | 'in';
  readonly channel: ContactChannel;
  readonly task_id: string | null;
  readonly task_state: TaskState | null;
  readonly last_day: string | null;
  readonly outcome: Outcome | null;
}

/** A contact with the last word on it and the open task it was for. */
export function* contactById(contactId: string) {
  const [row] = yield* rows<ContactRow>(CONTACT, contactId);
  if (row === undefined) return undefined;
  const open = row.task_state === 'open' && row.last_day !== null;
  return {
    id: row.id,
    memberId: row.member_id,
    taskId: row.task_id,
    direction: row.direction,
    channel: row.channel,
    outcome: row.outcome,
    task: open && row.last_day !== null ? { lastDay: businessDate(row.last_day) } : null,
  };
}

const OPEN_REFRESH = `select 1 from care_task where member_id = +? and kind = 'data_refresh' and state = 'open' limit 1`;

/** True while somebody is to ask for the member's data anyway. */
export function* asksForData(memberId: string): Reading<boolean> {
  const found = yield* rows(OPEN_REFRESH, memberId);
  return found.length > 0;
}
