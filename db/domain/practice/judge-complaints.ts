import type { Fen, Instant } from '../units';
import type { Complained, Stage } from './doings';
import { bestOf, type Difference, differs, type Finding } from './finding';

/**
 * The mouldy fish oil (S83), from the first word to the closing: logged under its real reason (S72-S76),
 * answered in time (S68), mended within the day's allowance (S80), resolved, and closed with cause and
 * measure (S71), without which no complaint closes.
 */
export function judgeFishOil(complained: readonly Complained[], stage: Stage): Finding {
  const untouched: Finding = { steps: [null, null, null, null, null], difference: null };
  return bestOf(
    complained.map((complaint) => fishOil(complaint, stage)),
    untouched,
  );
}

function fishOil(complaint: Complained, { cast, rules }: Stage): Finding {
  const logged = refusedLog(complaint, cast.zhangSan.id);
  const inTime = answeredInTime(complaint);
  const late = complaint.firstRespondedAt !== null && inTime === null;
  const limit = rules.coupons.handAllowance;
  const given = complaint.given !== null && complaint.given.worth <= limit ? complaint.given.at : null;
  return {
    steps: [
      logged === null ? complaint.receivedAt : null,
      inTime,
      given,
      complaint.resolvedAt,
      complaint.closedAt,
    ],
    difference: logged ?? (late ? differs('answered_late') : tooDear(complaint, limit)),
  };
}

function refusedLog({ memberId, object, reason }: Complained, memberOf: string): Difference | null {
  if (memberId !== memberOf) return differs('complaint_nobody');
  if (object !== 'goods') return differs('complaint_object');
  return reason === 'goods_spoiled' ? null : differs('complaint_reason');
}

const answeredInTime = ({ firstRespondedAt, responseDueAt }: Complained): Instant | null =>
  firstRespondedAt !== null && firstRespondedAt <= responseDueAt ? firstRespondedAt : null;

const tooDear = ({ given }: Complained, limit: Fen): Difference | null =>
  given !== null && given.worth > limit ? differs('gift_too_dear', { amount: limit }) : null;
