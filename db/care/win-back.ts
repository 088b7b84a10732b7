import type { ChurnReason, TaskKind, TaskState } from '../domain/care/task';
import type { Reader } from '../schema';

/** True in SQL for a member who is known to have died: nobody calls for them any more. */
export const hasDied = (member: string): string =>
  `exists (select 1 from care_task died where died.member_id = ${member}.id and died.churn_reason = 'died')`;

export interface LostTask {
  readonly memberId: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly churnReason: ChurnReason | null;
}

export async function lostTask(db: Reader, taskId: string): Promise<LostTask | undefined> {
  const row = await db
    .selectFrom('care_task')
    .innerJoin('member', 'member.id', 'care_task.member_id')
    .select(['member_id', 'kind', 'care_task.state', 'churn_reason'])
    .where('care_task.id', '=', taskId)
    .where('member.state', '=', 'active')
    .executeTakeFirst();
  return row && { memberId: row.member_id, kind: row.kind, state: row.state, churnReason: row.churn_reason };
}
