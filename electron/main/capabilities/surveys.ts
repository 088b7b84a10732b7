import { complaintById } from '../../../db/complaints/queries';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { askAgainOn, decideAnswer } from '../../../db/domain/surveys/answer';
import { decideChange } from '../../../db/domain/surveys/change';
import { refusedStaffNote } from '../../../db/domain/surveys/staff-note';
import { memberExists } from '../../../db/members/queries';
import { currentRules } from '../../../db/settings/queries';
import { staffExists } from '../../../db/staff/queries';
import { appendAnswer, appendChange, appendStaffNote, linkAnswer } from '../../../db/surveys/commands';
import { answerLink, answersOf, isTaskOf, lastAnswerOf, sellerOf } from '../../../db/surveys/queries';
import type { RoomHandlers } from '../context';
import { doerOf } from '../doer';

export const surveysHandlers: RoomHandlers<'surveys'> = {
  standing: async (cx, { memberId }) => {
    const last = await lastAnswerOf(cx.db, memberId);
    if (last === null) return { askedOn: null, askAgainOn: null, last: null };
    const { rules } = await currentRules(cx.db, cx.today);
    return {
      askedOn: last.askedOn,
      askAgainOn: askAgainOn(last.askedOn, rules.surveys),
      last: last.answer,
    };
  },

  answers: (cx, asked) => answersOf(cx.db, asked),
  // Over all bills or answers of a period: longer than the counter may wait.
  results: ({ readLong, today }, period) => readLong('surveyResults', { ...period, today }),
  ranking: ({ readLong, today, now, calendar }, period) =>
    readLong('staffRanking', { ...period, today, now, calendar }),
  changes: ({ readLong }) => readLong('serviceChanges', undefined),

  record: async (cx, { scores, ...asked }) => {
    const { rules } = await currentRules(cx.tx, cx.today);
    const answer = { ...asked, dimensions: scores };
    const decided = decideAnswer(answer, rules.surveys);
    if (decided instanceof Refusal) return decided;
    const { memberId, purchaseId, taskId } = asked;
    if (memberId !== null && !(await memberExists(cx.tx, memberId))) return refuse('member_gone');
    if (taskId !== null && !(await isTaskOf(cx.tx, taskId, memberId))) return refuse('task_gone');
    const seller = purchaseId === null ? cx.staff.id : await sellerOf(cx.tx, purchaseId, memberId);
    if (seller === undefined) return refuse('purchase_gone');
    if (asked.servedBy !== null && !(await staffExists(cx.tx, asked.servedBy))) return refuse('staff_gone');
    const answerId = await appendAnswer(cx.tx, { ...answer, servedBy: asked.servedBy ?? seller }, doerOf(cx));
    return { answerId, low: decided.low };
  },

  linkComplaint: async (cx, { answerId, complaintId }) => {
    const answer = await answerLink(cx.tx, answerId);
    if (answer === undefined) return refuse('answer_gone');
    const complaint = await complaintById(cx.tx, complaintId);
    if (complaint === undefined || complaint.memberId !== answer.memberId) return refuse('complaint_gone');
    if (answer.complaintId !== null) return refuse('linked_already');
    await linkAnswer(cx.tx, answerId, complaintId);
    return {};
  },

  addStaffNote: async (cx, note) => {
    const refused = refusedStaffNote(note.note);
    if (refused instanceof Refusal) return refused;
    if (!(await staffExists(cx.tx, note.aboutStaffId))) return refuse('staff_gone');
    await appendStaffNote(cx.tx, note, doerOf(cx));
    return {};
  },

  addChange: async (cx, change) => {
    const { rules } = await currentRules(cx.tx, cx.today);
    const refused = decideChange(change, rules.surveys);
    if (refused instanceof Refusal) return refused;
    await appendChange(cx.tx, change, doerOf(cx));
    return {};
  },
};
