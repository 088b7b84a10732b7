import { appendComplaint, appendStep, applyStep, type Doer } from '../../../db/complaints/commands';
import {
  complainantOf,
  complaintById,
  complaintCounts,
  complaintDetail,
  complaintList,
} from '../../../db/complaints/queries';
import type { Complaint } from '../../../db/domain/complaints/complaint';
import {
  decideClose,
  decideLog,
  decideNote,
  decideReopen,
  decideResolve,
  decideRespond,
  type Stepped,
} from '../../../db/domain/complaints/steps';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { currentRules } from '../../../db/settings/queries';
import type { CommandCx, RoomHandlers } from '../context';

const soon = (): never => {
  throw new Error('being built');
};
const LATER = {
  billsOf: soon,
  pause: soon,
  resume: soon,
  escalate: soon,
  recordSatisfaction: soon,
  correct: soon,
  compensationChoices: soon,
  compensate: soon,
  addPhoto: soon,
  photo: soon,
  statistics: soon,
  exportArchive: soon,
};

export const complaintsHandlers: RoomHandlers<'complaints'> = {
  list: (cx, asked) => complaintList(cx.db, asked),
  counts: (cx) => complaintCounts(cx.db, cx.now),
  detail: (cx, { complaintId }) => complaintDetail(cx.db, complaintId),

  log: async (cx, asked) => {
    const memberId = await complainantOf(cx.tx, asked);
    if (memberId instanceof Refusal) return memberId;
    const { version, rules } = await currentRules(cx.tx, cx.today);
    const leaf = rules.complaints.reasons.find(({ id, active }) => active && id === asked.reason);
    if (leaf === undefined) return refuse('reason_gone');
    const decided = decideLog({ what: asked.what, receivedAt: cx.now }, rules.complaints);
    if (decided instanceof Refusal) return decided;
    const filed = await appendComplaint(
      cx.tx,
      {
        ...asked,
        memberId,
        reasonGroup: leaf.group,
        businessDate: cx.today,
        ruleVersion: version,
        storeHours: rules.complaints.storeHours,
      },
      decided,
      doerOf(cx),
    );
    if (memberId !== null) cx.touch(memberId);
    const { responseDueAt, resolutionDueAt } = decided.complaint;
    return { ...filed, responseDueAt, resolutionDueAt };
  },

  addNote: async (cx, { complaintId, note }) => {
    const found = await complaintById(cx.tx, complaintId);
    if (found === undefined) return refuse('complaint_gone');
    const decided = decideNote(note);
    if (decided instanceof Refusal) return decided;
    await appendStep(cx.tx, complaintId, decided, doerOf(cx));
    return {};
  },

  respond: (cx, { complaintId, note }) =>
    step(cx, complaintId, (complaint) => decideRespond(complaint, { note, now: cx.now })),

  resolve: (cx, { complaintId, result }) =>
    step(cx, complaintId, (complaint) => decideResolve(complaint, { result, now: cx.now })),

  close: (cx, { complaintId, cause, measure }) =>
    step(cx, complaintId, (complaint) => decideClose(complaint, { cause, measure, now: cx.now })),

  reopen: async (cx, { complaintId, reason }) => {
    const { rules } = await currentRules(cx.tx, cx.today);
    return step(cx, complaintId, (complaint) =>
      decideReopen(complaint, { reason, now: cx.now }, rules.complaints),
    );
  },
  ...LATER,
};

/** Gather, decide, append: the way of every step that changes a complaint's state. */
async function step<Refused extends Refusal>(
  cx: CommandCx,
  complaintId: string,
  decide: (complaint: Complaint) => Stepped | Refused,
) {
  const found = await complaintById(cx.tx, complaintId);
  if (found === undefined) return refuse('complaint_gone');
  const decided = decide(found.complaint);
  if (decided instanceof Refusal) return decided;
  await applyStep(cx.tx, complaintId, decided, doerOf(cx));
  if (found.memberId !== null) cx.touch(found.memberId);
  return {};
}

const doerOf = ({ staff, now, newId }: CommandCx): Doer => ({ staffId: staff.id, now, newId });
