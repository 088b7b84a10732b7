import type { ChurnReason, WinBackCause } from '../domain/care/task';
import { CAUSE_OF } from '../domain/care/win-back';
import { type BusinessDate, businessDate } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { prepared } from '../prepared';
import { type Reading, readIn, rows } from '../reading';
import type { Tx } from '../schema';
import { endTasks, reopenTasks } from './commands';

/** True in SQL for a member who is known to have died: nobody calls for them any more. */
export const hasDied = (member: string): string =>
  `exists (select 1 from care_task died where died.member_id = ${member}.id and died.churn_reason = 'died')`;

/** Why a member was lost, as a task says, and what is to be done. */
export interface Lost {
  readonly cause: WinBackCause | null;
  readonly churnReason: ChurnReason | null;
  readonly measure: string;
}

export function* lostBy(taskId: string): Reading<Lost> {
  const [row] = yield* rows<Lost>(
    'select cause, churn_reason as churnReason, measure from care_task where id = +?',
    taskId,
  );
  return row ?? { cause: null, churnReason: null, measure: '' };
}

/**
 * Writes why the member was lost and what is to be done (S64). With a death everything that is open for
 * them ends; taken back, what ended by it is open again.
 */
export function putLost(
  tx: Tx,
  task: { readonly id: string; readonly memberId: string; readonly before: ChurnReason | null },
  { churnReason, measure }: { readonly churnReason: ChurnReason; readonly measure: string },
  stamp: Pick<Stamp, 'now'>,
): void {
  prepared(tx, 'update care_task set churn_reason = ?, cause = ?, measure = ? where id = ?').run(
    churnReason,
    CAUSE_OF[churnReason],
    measure,
    task.id,
  );
  const { memberId } = task;
  if (churnReason === 'died')
    endTasks(tx, readIn(tx, taskIds(OPEN, memberId)), { state: 'dropped', because: 'died' }, stamp);
  else if (task.before === 'died') reopenTasks(tx, readIn(tx, taskIds(ENDED_BY_IT, memberId)), 'dropped');
}

const OPEN = "select id from care_task where member_id = +? and state = 'open'";
const ENDED_BY_IT = "select id from care_task where member_id = +? and ended_because = 'died'";

function* taskIds(statement: string, memberId: string): Reading<string[]> {
  return (yield* rows<{ id: string }>(statement, memberId)).map(({ id }) => id);
}

/** The coupon that was given for this very task; null while there is none. Withdrawn it counts all the same: there is one. */
export function* couponGivenFor(
  taskId: string,
  memberId: string,
): Reading<{ readonly code: string; readonly lastDay: BusinessDate; readonly withdrawn: boolean } | null> {
  const [given] = yield* rows<{ code: string; last_day: string; state: string }>(
    "select code, last_day, state from coupon where member_id = +? and trigger = 'win_back' and occasion = +?",
    memberId,
    taskId,
  );
  if (given === undefined) return null;
  const { code, last_day, state } = given;
  return { code, lastDay: businessDate(last_day), withdrawn: state === 'revoked' };
}
