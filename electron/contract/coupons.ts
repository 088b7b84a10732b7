import { z } from 'zod';
import { couponStateShape, couponTerms, couponView, ruleStamp, triggerShape } from './loyalty-shapes';
import { act, command, plain, query, room } from './rpc';
import { choiceShape, segmentRuleShape } from './segment-shapes';
import { amount, count, dateShape, id, instantShape, line, prose } from './shapes';
import { ownCard } from './staff';

const batchRow = z.strictObject({
  id,
  name: z.string(),
  /** For whom it was; the name of the segment where it was a saved one's rule. */
  rule: segmentRuleShape,
  segment: z.strictObject({ id, name: z.string() }).nullable(),
  state: z.enum(['running', 'done']),
  members: count,
  issued: count,
  used: count,
  firstDay: dateShape,
  lastDay: dateShape,
  startedAt: instantShape,
});

const templateRefusals = { template_gone: plain, template_over: z.strictObject({ lastDay: dateShape }) };

export const couponsRoom = room(() => ({
  /** All of a member's coupons: those that can be used today first, soonest lapse first. */
  ofMember: query(z.strictObject({ memberId: id }), z.array(couponView)),
  /** What a scanned or typed code is; `wrong_code` when its check digit does not fit. */
  byCode: query(
    z.strictObject({ code: z.string().max(64) }),
    z.discriminatedUnion('found', [
      z.strictObject({ found: z.literal(true), coupon: couponView, memberName: z.string() }),
      z.strictObject({ found: z.literal(false), why: z.enum(['wrong_code', 'unknown_code']) }),
    ]),
  ),
  /** Why a coupon stands as it does: its rule, and every step there was. */
  why: query(
    z.strictObject({ couponId: id }),
    z
      .strictObject({
        coupon: couponView,
        rule: ruleStamp,
        reason: z.string(),
        events: z.array(
          z.strictObject({
            kind: z.enum(['issued', 'used', 'handed_over', 'restored', 'revoked', 'withdrawn']),
            at: instantShape,
            staffName: z.string(),
            receiptNo: z.string().nullable(),
            purchaseId: id.nullable(),
            reason: z.string(),
          }),
        ),
      })
      .nullable(),
  ),
  /** What may be given by hand now, and what is left of today's allowance (null = no limit). */
  handTemplates: query(
    z.strictObject({}),
    z.strictObject({
      allowance: z.strictObject({ limit: amount, used: amount }).nullable(),
      templates: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          trigger: triggerShape,
          terms: couponTerms,
          lastDay: dateShape,
        }),
      ),
    }),
  ),
  giveByHand: command({
    input: z.strictObject({ memberId: id, templateId: line(60), reason: prose(200) }),
    output: z.strictObject({ couponId: id, code: z.string(), lastDay: dateShape }),
    refusals: {
      ...templateRefusals,
      member_gone: plain,
      reason_needed: plain,
      above_allowance: z.strictObject({ limit: amount, used: amount, worth: amount }),
      ...ownCard,
      worth_unknown: plain,
    },
    changes: ['coupons', 'members'],
  }),
  /** A gift that is handed over without a bill. */
  handOver: command({
    input: z.strictObject({ couponId: id }),
    output: z.strictObject({}),
    refusals: {
      coupon_gone: plain,
      member_gone: plain,
      coupon_not_usable: z.strictObject({ state: couponStateShape }),
      no_gift: plain,
      ...ownCard,
    },
    changes: ['coupons', 'members'],
  }),
  /** Takes an unused coupon away again; a manager, with a reason. */
  withdraw: command({
    input: z.strictObject({ couponId: id, reason: prose(200) }),
    output: z.strictObject({}),
    refusals: {
      coupon_gone: plain,
      reason_needed: plain,
      coupon_not_usable: z.strictObject({ state: couponStateShape }),
    },
    changes: ['coupons', 'members'],
  }),
  /** What a campaign would be: how many members, and the most that it can cost (null = a percentage without a cap). */
  previewBatch: query(
    z.strictObject({ templateId: line(60), rule: segmentRuleShape }),
    z.strictObject({
      members: count,
      /** Of those, who said yes to marketing: only they may be written to. */
      reachable: count,
      worthEach: amount.nullable(),
      mostCost: amount.nullable(),
      firstDay: dateShape.nullable(),
      lastDay: dateShape.nullable(),
      names: z.array(z.string()).max(5),
      /** The rules that say so; the batch is confirmed under the same. */
      ruleVersion: z.int(),
    }),
  ),
  /** Fixes whom the batch is for and starts issuing; it goes on by itself, also over a restart. */
  startBatch: command({
    input: z.strictObject({
      templateId: line(60),
      ...choiceShape,
      expectedMembers: count,
      ruleVersion: z.int(),
    }),
    output: z.strictObject({ batchId: id, members: count }),
    refusals: {
      ...templateRefusals,
      nobody: plain,
      /** The coupon may be another than the one that was shown. */
      rules_changed: plain,
      /** The segment was put away, or means others by now. */
      segment_changed: plain,
      /** Somebody came or went since it was shown. */
      members_changed: z.strictObject({ members: count }),
    },
    changes: ['coupons'],
  }),
  batches: query(z.strictObject({}), z.array(batchRow).max(50)),
  /** Goes on with batches that stand still, for the person who does not want to wait for the next start. */
  resumeBatches: act({ input: z.strictObject({}), output: z.strictObject({}), refusals: {} }),
}));
