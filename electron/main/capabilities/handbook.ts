import { heldItems } from '../../../db/domain/handbook/checklist';
import { isComplete } from '../../../db/domain/handbook/service-level';
import { refuse } from '../../../db/domain/refusal';
import { appendChecklistRun, appendSelfCheck, appendStory } from '../../../db/handbook/commands';
import { checklistRuns, selfChecks, stories } from '../../../db/handbook/queries';
import { memberExists } from '../../../db/members/queries';
import { staffExists } from '../../../db/staff/queries';
import type { RoomHandlers } from '../context';
import { doerOf } from '../doer';

export const handbookHandlers: RoomHandlers<'handbook'> = {
  selfChecks: (cx) => selfChecks(cx.db),
  checklists: (cx) => checklistRuns(cx.db),
  stories: (cx) => stories(cx.db),

  checkSelf: async (cx, { aboutStaffId, levels, note }) => {
    if (!(await staffExists(cx.tx, aboutStaffId))) return refuse('staff_gone');
    if (!isComplete(levels)) return refuse('level_missing');
    await appendSelfCheck(cx.tx, { aboutStaffId, levels, note }, doerOf(cx));
    return {};
  },

  runChecklist: async (cx, { checklist, held, note }) => {
    const items = heldItems(checklist, held);
    if (items === null) return refuse('item_unknown');
    await appendChecklistRun(cx.tx, { checklist, held: items, note }, doerOf(cx));
    return {};
  },

  addStory: async (cx, { memberId, story, mayShare }) => {
    if (story === '') return refuse('text_needed');
    if (memberId !== null && !(await memberExists(cx.tx, memberId))) return refuse('member_gone');
    await appendStory(cx.tx, { memberId, story, mayShare }, doerOf(cx));
    return {};
  },
};
