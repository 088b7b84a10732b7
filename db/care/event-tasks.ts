import { type Reading, rows } from '../reading';

/** The open invitations to an event; only those of one member when that is given. */
export function* openTasksOfEvent(eventId: string, memberId?: string): Reading<string[]> {
  const open = yield* rows<{ id: string; member_id: string }>(
    "select id, member_id from care_task where event_id = +? and state = 'open'",
    eventId,
  );
  return open.filter((task) => memberId === undefined || task.member_id === memberId).map(({ id }) => id);
}
