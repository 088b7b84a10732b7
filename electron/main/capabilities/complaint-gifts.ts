import { appendCompensation } from '../../../db/complaints/commands';
import { complaintById } from '../../../db/complaints/queries';
import { allowanceOf } from '../../../db/coupons/allowance';
import { issueCoupons } from '../../../db/coupons/commands';
import {
  type Compensation,
  decideCompensation,
  isForComplaint,
} from '../../../db/domain/complaints/compensation';
import { validityFrom } from '../../../db/domain/coupons/issue';
import { worthOfTerms } from '../../../db/domain/coupons/worth';
import { givenByHand } from '../../../db/domain/points/adjust';
import { decideExpire } from '../../../db/domain/points/expire';
import { after } from '../../../db/domain/points/ledger';
import { Refusal, refuse } from '../../../db/domain/refusal';
import type { PointsRules } from '../../../db/domain/settings/shop-rules';
import { memberExists } from '../../../db/members/queries';
import { appendEntries } from '../../../db/points/commands';
import { accountIn, entryOfLot } from '../../../db/points/queries';
import type { Stamp } from '../../../db/points/stamp';
import type { Tx } from '../../../db/schema';
import { currentRules } from '../../../db/settings/queries';
import type { RoomHandlers } from '../context';
import { doerOf } from '../doer';
import { giverOf, refusedOn } from '../giver';
import { stampOf } from '../stamp';

export const complaintGiftHandlers: Pick<RoomHandlers<'complaints'>, 'compensationChoices' | 'compensate'> = {
  compensationChoices: async (cx) => {
    const { rules } = await currentRules(cx.db, cx.today);
    const templates = rules.coupons.templates.filter(isForComplaint).flatMap((template) => {
      const validity = validityFrom(template, cx.today);
      if (validity instanceof Refusal) return [];
      const { id, name, terms } = template;
      return [{ id, name, worth: worthOfTerms(terms), lastDay: validity.lastDay }];
    });
    const { points, worthFen: worth } = rules.points.redeem;
    const allowance = await allowanceOf(cx.db, giverOf(cx), rules.coupons.handAllowance, cx.today);
    return { allowance, templates, pointsWorth: { points, worth } };
  },

  compensate: async (cx, { complaintId, give, reason }) => {
    const found = await complaintById(cx.tx, complaintId);
    if (found === undefined) return refuse('complaint_gone');
    const own = refusedOn(cx, found.memberId);
    if (own !== undefined) return own;
    const { version, rules } = await currentRules(cx.tx, cx.today);
    const isMember = found.memberId !== null && (await memberExists(cx.tx, found.memberId));
    const { templates, handAllowance } = rules.coupons;
    const gift =
      give.kind === 'coupon'
        ? { kind: give.kind, template: templates.find(({ id }) => id === give.templateId) }
        : give;
    const decided = decideCompensation(gift, {
      reason,
      isMember,
      allowance: await allowanceOf(cx.tx, giverOf(cx), handAllowance, cx.today),
      points: rules.points,
      occasion: cx.newId(),
      today: cx.today,
      fourEyes: rules.staff.fourEyes,
      second: cx.secondPerson('manager'),
    });
    if (decided instanceof Refusal) return decided;
    const { kind, what, worth } = decided;
    const stamp = stampOf(cx, version);
    const carried = await carryOut(cx.tx, decided, found.memberId, { reason, rules: rules.points, stamp });
    const { couponId, pointsEntryId } = carried;
    const given = { kind, what, worth, couponId, pointsEntryId, reason, businessDate: cx.today };
    await appendCompensation(cx.tx, complaintId, given, doerOf(cx));
    if (found.memberId !== null) cx.touch(found.memberId);
    cx.audit({ about: { kind: 'complaint', id: complaintId }, after: { kind, worth, coupon: couponId } });
    return { worth, couponCode: carried.couponCode };
  },
};

const NOTHING = { couponId: null, couponCode: null, pointsEntryId: null };

/** A coupon is issued and points are credited; a gift and money change hands at the counter. */
async function carryOut(
  tx: Tx,
  given: Compensation,
  memberId: string | null,
  { reason, rules, stamp }: { reason: string; rules: PointsRules; stamp: Stamp },
): Promise<{ couponId: string | null; couponCode: string | null; pointsEntryId: string | null }> {
  if (memberId === null || given.kind === 'gift' || given.kind === 'refund') return NOTHING;
  if (given.kind === 'coupon') {
    const [coupon] = issueCoupons(tx, [{ memberId, draft: given.draft }], stamp);
    if (coupon === undefined) throw new Error('every compensation is an occasion of its own');
    return { ...NOTHING, couponId: coupon.id, couponCode: coupon.code };
  }
  const account = accountIn(tx, memberId);
  if (account === null) throw new Error('a member without a ledger');
  const { today } = stamp;
  const expired = decideExpire(account.holdings, today);
  const lot = { points: given.points, reason, rules, today, lotId: stamp.newId() };
  const credited = givenByHand({ holdings: after(account.holdings, expired), ...lot });
  await appendEntries(tx, [...expired, ...credited], { memberId }, stamp);
  return { ...NOTHING, pointsEntryId: entryOfLot(tx, lot.lotId) };
}
