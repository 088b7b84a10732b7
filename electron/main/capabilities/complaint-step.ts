import { applyStep } from '../../../db/complaints/commands';
import { complaintById } from '../../../db/complaints/queries';
import { type Counting, countingOf } from '../../../db/domain/complaints/clocks';
import type { Complaint } from '../../../db/domain/complaints/complaint';
import type { Stepped } from '../../../db/domain/complaints/timeline';
import { Refusal, refuse } from '../../../db/domain/refusal';
import type { ComplaintRules } from '../../../db/domain/settings/shop-rules';
import { currentRules } from '../../../db/settings/queries';
import type { CommandCx } from '../context';
import { doerOf } from '../doer';

/** What a step is decided by: the rules of the day, and how this complaint's clocks count. */
interface Under {
  readonly rules: ComplaintRules;
  readonly counting: Counting;
}

/** Gather, decide, append: the way of every step that changes a complaint's state. */
export async function takeStep<Refused extends Refusal>(
  cx: CommandCx,
  complaintId: string,
  decide: (complaint: Complaint, under: Under) => Stepped | Refused,
) {
  const found = await complaintById(cx.tx, complaintId);
  if (found === undefined) return refuse('complaint_gone');
  const { rules } = await currentRules(cx.tx, cx.today);
  const counting = countingOf(rules, cx.calendar, found.complaint.storeHours);
  const decided = decide(found.complaint, { rules: rules.complaints, counting });
  if (decided instanceof Refusal) return decided;
  await applyStep(cx.tx, complaintId, decided, doerOf(cx));
  if (found.memberId !== null) cx.touch(found.memberId);
  const about = { kind: 'complaint', id: complaintId } as const;
  cx.audit({ about, before: found.complaint.state, after: decided.complaint.state });
  return {};
}
