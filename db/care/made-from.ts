import { type Reading, rows } from '../reading';

interface Made {
  readonly id: string;
  readonly member_id: string;
}

/** The open invitations to an event; only those of one member when that is given. */
export function* openTasksOfEvent(eventId: string, memberId?: string): Reading<string[]> {
  const open = yield* rows<Made>(
    "select id, member_id from care_task where event_id = +? and event_id is not null and state = 'open'",
    eventId,
  );
  return open.filter((task) => memberId === undefined || task.member_id === memberId).map(({ id }) => id);
}

/** The open tasks of a plan. */
export function* openTasksOfPlan(planId: string): Reading<string[]> {
  const open = yield* rows<Made>(
    "select id, member_id from care_task where plan_id = +? and plan_id is not null and state = 'open'",
    planId,
  );
  return open.map(({ id }) => id);
}
