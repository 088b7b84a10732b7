import type { DoerOfDay } from '../doer';
import type { Checklist } from '../domain/handbook/checklist';
import type { Levels } from '../domain/handbook/service-level';
import type { Tx } from '../schema';

const noteOf = ({ newId, today, now, staffId }: DoerOfDay) => ({
  id: newId(),
  business_date: today,
  at: now,
  staff_id: staffId,
});

export async function appendSelfCheck(
  tx: Tx,
  { aboutStaffId, levels, note }: { aboutStaffId: string; levels: Levels; note: string },
  by: DoerOfDay,
): Promise<void> {
  await tx
    .insertInto('self_check')
    .values({ ...noteOf(by), about_staff_id: aboutStaffId, levels: JSON.stringify(levels), note })
    .execute();
}

export async function appendChecklistRun(
  tx: Tx,
  { checklist, held, note }: { checklist: Checklist; held: readonly string[]; note: string },
  by: DoerOfDay,
): Promise<void> {
  await tx
    .insertInto('checklist_run')
    .values({ ...noteOf(by), checklist, held: JSON.stringify(held), note })
    .execute();
}

export async function appendStory(
  tx: Tx,
  { memberId, story, mayShare }: { memberId: string | null; story: string; mayShare: boolean },
  by: DoerOfDay,
): Promise<void> {
  await tx
    .insertInto('success_story')
    .values({ ...noteOf(by), member_id: memberId, story, may_share: mayShare ? 1 : 0 })
    .execute();
}
