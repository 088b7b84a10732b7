import {
  appendComplaint,
  appendStep,
  applyCorrection,
  applyEscalation,
} from '../../../db/complaints/commands';
import { complaintDetail } from '../../../db/complaints/detail';
import { complaintList } from '../../../db/complaints/list';
import {
  billsOf,
  complainantOf,
  complaintById,
  complaintCounts,
  particularsOf,
  showingOf,
} from '../../../db/complaints/queries';
import { changedParts } from '../../../db/domain/audit/changes';
import { countingOf } from '../../../db/domain/complaints/clocks';
import { CORRECTABLE, decideCorrect, type Particulars } from '../../../db/domain/complaints/correction';
import { decideEscalate } from '../../../db/domain/complaints/escalation';
import { decidePause, decideResume } from '../../../db/domain/complaints/pause';
import {
  decideClose,
  decideLog,
  decideNote,
  decideReopen,
  decideResolve,
  decideRespond,
  decideSatisfaction,
} from '../../../db/domain/complaints/steps';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { memberExists } from '../../../db/members/queries';
import { currentRules } from '../../../db/settings/queries';
import { staffExists, staffList } from '../../../db/staff/queries';
import type { RoomHandlers } from '../context';
import { doerOf } from '../doer';
import { complaintArchiveHandlers } from './complaint-archive';
import { complaintGiftHandlers } from './complaint-gifts';
import { complaintPhotoHandlers } from './complaint-photos';
import { takeStep } from './complaint-step';

export const complaintsHandlers: RoomHandlers<'complaints'> = {
  list: async (cx, asked) => complaintList(cx.db, asked, await showingOf(cx.db, cx)),
  counts: (cx) => complaintCounts(cx.db, cx.now),
  detail: async (cx, { complaintId }) => complaintDetail(cx.db, complaintId, await showingOf(cx.db, cx)),
  billsOf: (cx, { memberId }) => billsOf(cx.db, memberId),

  log: async (cx, asked) => {
    const memberId = await complainantOf(cx.tx, asked);
    if (memberId instanceof Refusal) return memberId;
    const { version, rules } = await currentRules(cx.tx, cx.today);
    const leaf = rules.complaints.reasons.find(({ id, active }) => active && id === asked.reason);
    if (leaf === undefined) return refuse('reason_gone');
    if (asked.aboutStaffId !== null && !(await staffExists(cx.tx, asked.aboutStaffId)))
      return refuse('staff_gone');
    const received = { what: asked.what, receivedAt: cx.now };
    const decided = decideLog(received, rules.complaints, countingOf(rules, cx.calendar));
    if (decided instanceof Refusal) return decided;
    const under = { reasonGroup: leaf.group, businessDate: cx.today, ruleVersion: version };
    const filed = await appendComplaint(cx.tx, { ...asked, ...under, memberId }, decided, doerOf(cx));
    if (memberId !== null) cx.touch(memberId);
    cx.audit({ about: { kind: 'complaint', id: filed.complaintId } });
    const { responseDueAt, resolutionDueAt } = decided.complaint;
    return { ...filed, responseDueAt, resolutionDueAt };
  },

  addNote: async (cx, { complaintId, note }) => {
    if ((await complaintById(cx.tx, complaintId)) === undefined) return refuse('complaint_gone');
    const decided = decideNote(note);
    if (decided instanceof Refusal) return decided;
    await appendStep(cx.tx, complaintId, decided, doerOf(cx));
    cx.audit({ about: { kind: 'complaint', id: complaintId } });
    return {};
  },

  respond: (cx, { complaintId, note }) =>
    takeStep(cx, complaintId, (complaint, { counting }) =>
      decideRespond(complaint, { note, now: cx.now }, counting),
    ),

  pause: (cx, { complaintId, reason }) =>
    takeStep(cx, complaintId, (complaint) => decidePause(complaint, { reason, now: cx.now })),

  resume: (cx, { complaintId, note }) =>
    takeStep(cx, complaintId, (complaint, { counting }) =>
      decideResume(complaint, { note, now: cx.now }, counting),
    ),

  resolve: (cx, { complaintId, result }) =>
    takeStep(cx, complaintId, (complaint, { counting }) =>
      decideResolve(complaint, { result, now: cx.now }, counting),
    ),

  close: async (cx, { complaintId, cause, measure, satisfaction }) => {
    const closed = await takeStep(cx, complaintId, (complaint) =>
      decideClose(complaint, { cause, measure, now: cx.now }),
    );
    if (closed instanceof Refusal || satisfaction === null) return closed;
    return takeStep(cx, complaintId, (complaint) =>
      decideSatisfaction(complaint, { score: satisfaction, note: '' }),
    );
  },

  reopen: (cx, { complaintId, reason }) =>
    takeStep(cx, complaintId, (complaint, { rules, counting }) =>
      decideReopen(complaint, { reason, now: cx.now }, rules, counting),
    ),

  recordSatisfaction: (cx, { complaintId, satisfaction, note }) =>
    takeStep(cx, complaintId, (complaint) => decideSatisfaction(complaint, { score: satisfaction, note })),

  escalate: async (cx, { complaintId, toStaffId, reason }) => {
    const found = await complaintById(cx.tx, complaintId);
    if (found === undefined) return refuse('complaint_gone');
    const to = (await staffList(cx.tx)).find(({ id }) => id === toStaffId);
    const decided = decideEscalate(found.complaint, { to, reason });
    if (decided instanceof Refusal) return decided;
    await applyEscalation(cx.tx, complaintId, toStaffId, decided, doerOf(cx));
    cx.audit({ about: { kind: 'complaint', id: complaintId }, after: { escalatedTo: toStaffId } });
    return {};
  },

  correct: async (cx, { complaintId, note, ...after }) => {
    const before = await particularsOf(cx.tx, complaintId);
    if (before === undefined) return refuse('complaint_gone');
    const { rules } = await currentRules(cx.tx, cx.today);
    const leaf = rules.complaints.reasons.find(({ id }) => id === after.reason);
    const staffThere = after.aboutStaffId !== null && (await staffExists(cx.tx, after.aboutStaffId));
    const memberThere = after.memberId !== null && (await memberExists(cx.tx, after.memberId));
    const decided = decideCorrect(before, { after, note, leaf, staffThere, memberThere });
    if (decided instanceof Refusal) return decided;
    // A reason that stays keeps the group under which it was logged, wherever the owner has it by now.
    const group = after.reason === before.reason ? undefined : leaf?.group;
    const put = { after, group: group ?? before.reasonGroup };
    await applyCorrection(cx.tx, complaintId, put, decided, doerOf(cx));
    if (after.memberId !== null) cx.touch(after.memberId);
    // Why stands in the timeline, which goes with the person; here is what was put right.
    cx.audit({ about: { kind: 'complaint', id: complaintId }, ...changedParticulars(before, after) });
    return {};
  },

  ...complaintGiftHandlers,
  ...complaintPhotoHandlers,
  ...complaintArchiveHandlers,
};

function changedParticulars(before: Particulars, after: Particulars) {
  const only = (all: Particulars) => Object.fromEntries(CORRECTABLE.map((part) => [part, all[part]]));
  return changedParts(only(before), only(after)) ?? {};
}
