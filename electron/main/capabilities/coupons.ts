import { allowanceOf } from '../../../db/coupons/allowance';
import { insertBatch, lastBatches } from '../../../db/coupons/batches';
import { handOverCoupon, issueCoupons, withdrawCoupon } from '../../../db/coupons/commands';
import { viewOn } from '../../../db/coupons/mapping';
import { couponByCode, couponStory, couponsById, couponsOf } from '../../../db/coupons/queries';
import { isForCampaign } from '../../../db/domain/coupons/campaign';
import { readCouponCode } from '../../../db/domain/coupons/code';
import { COUPON_STATES } from '../../../db/domain/coupons/coupon';
import { decideGive, isForHand } from '../../../db/domain/coupons/hand';
import { validityFrom } from '../../../db/domain/coupons/issue';
import { refusedHandOver, refusedWithdrawal } from '../../../db/domain/coupons/steps';
import { mostCostOf, worthOfTerms } from '../../../db/domain/coupons/worth';
import { Refusal, refuse } from '../../../db/domain/refusal';
import type { ShopRules } from '../../../db/domain/settings/shop-rules';
import { memberExists } from '../../../db/members/queries';
import { readIn } from '../../../db/reading';
import { currentRules } from '../../../db/settings/queries';
import { aboutSegment, isUnchanged } from '../chosen-members';
import type { RoomHandlers } from '../context';
import { giverOf, refusedOn } from '../giver';
import { stampOf } from '../stamp';

export const couponsHandlers: RoomHandlers<'coupons'> = {
  ofMember: async (cx, { memberId }) => {
    const views = (await couponsOf(cx.db, memberId)).map((coupon) => viewOn(coupon, cx.today));
    return COUPON_STATES.flatMap((state) => views.filter((view) => view.stateToday === state));
  },

  byCode: async (cx, { code }) => {
    const reading = readCouponCode(code);
    if (reading.readAs !== 'coupon') return { found: false, why: 'wrong_code' };
    const found = await couponByCode(cx.db, reading.code);
    if (found === null) return { found: false, why: 'unknown_code' };
    return { found: true, coupon: viewOn(found.coupon, cx.today), memberName: found.memberName };
  },

  why: async (cx, { couponId }) => {
    const story = await couponStory(cx.db, couponId);
    return story && { ...story, coupon: viewOn(story.coupon, cx.today) };
  },

  handTemplates: async (cx) => {
    const { rules } = await currentRules(cx.db, cx.today);
    const templates = rules.coupons.templates.filter(isForHand).flatMap((template) => {
      const validity = validityFrom(template, cx.today);
      if (validity instanceof Refusal) return [];
      const { id, name, trigger, terms } = template;
      return [{ id, name, trigger, terms, lastDay: validity.lastDay }];
    });
    return {
      allowance: await allowanceOf(cx.db, giverOf(cx), rules.coupons.handAllowance, cx.today),
      templates,
    };
  },

  giveByHand: async (cx, { memberId, templateId, reason }) => {
    if (!(await memberExists(cx.tx, memberId))) return refuse('member_gone');
    const own = refusedOn(cx, memberId);
    if (own !== undefined) return own;
    const { version, rules } = await currentRules(cx.tx, cx.today);
    const draft = decideGive({
      template: templateIn(rules, templateId),
      reason,
      allowance: await allowanceOf(cx.tx, giverOf(cx), rules.coupons.handAllowance, cx.today),
      occasion: cx.newId(),
      today: cx.today,
    });
    if (draft instanceof Refusal) return draft;
    const [given] = issueCoupons(cx.tx, [{ memberId, draft }], stampOf(cx, version));
    if (given === undefined) throw new Error('every gift is an occasion of its own');
    cx.touch(memberId);
    cx.audit({ about: { kind: 'coupon', id: given.id }, why: reason, after: { template: templateId } });
    return { couponId: given.id, code: given.code, lastDay: given.lastDay };
  },

  handOver: async (cx, { couponId }) => {
    const [coupon] = readIn(cx.tx, couponsById([couponId]));
    if (coupon === undefined) return refuse('coupon_gone');
    if (!(await memberExists(cx.tx, coupon.memberId))) return refuse('member_gone');
    const own = refusedOn(cx, coupon.memberId);
    if (own !== undefined) return own;
    const refused = refusedHandOver(coupon, cx.today);
    if (refused !== undefined) return refused;
    const { version } = await currentRules(cx.tx, cx.today);
    handOverCoupon(cx.tx, couponId, stampOf(cx, version));
    cx.touch(coupon.memberId);
    cx.audit({ about: { kind: 'coupon', id: couponId }, before: 'issued', after: 'used' });
    return {};
  },

  withdraw: async (cx, { couponId, reason }) => {
    const [coupon] = readIn(cx.tx, couponsById([couponId]));
    if (coupon === undefined) return refuse('coupon_gone');
    const refused = refusedWithdrawal(coupon, { reason, today: cx.today });
    if (refused !== undefined) return refused;
    const { version } = await currentRules(cx.tx, cx.today);
    withdrawCoupon(cx.tx, couponId, reason, stampOf(cx, version));
    cx.touch(coupon.memberId);
    cx.audit({ about: { kind: 'coupon', id: couponId }, why: reason, before: 'issued', after: 'revoked' });
    return {};
  },

  previewBatch: async (cx, { templateId, rule }) => {
    const { version: ruleVersion, rules } = await currentRules(cx.db, cx.today);
    const template = templateIn(rules, templateId);
    const size = await cx.readLong('segmentCount', { rule, today: cx.today });
    const validity = template && validityFrom(template, cx.today);
    const days = validity === undefined || validity instanceof Refusal ? null : validity;
    return {
      ...size,
      worthEach: template === undefined ? null : worthOfTerms(template.terms),
      mostCost: template === undefined ? null : mostCostOf(template.terms, size.members),
      firstDay: days?.firstDay ?? null,
      lastDay: days?.lastDay ?? null,
      ruleVersion,
    };
  },

  startBatch: async (cx, { templateId, rule, segmentId, expectedMembers, ruleVersion }) => {
    const { version, rules } = await currentRules(cx.tx, cx.today);
    const template = templateIn(rules, templateId);
    if (template === undefined || !isForCampaign(template)) return refuse('template_gone');
    if (ruleVersion !== version) return refuse('rules_changed');
    const validity = validityFrom(template, cx.today);
    if (validity instanceof Refusal) return validity;
    const choice = { rule, segmentId };
    if (!isUnchanged(cx, choice)) return refuse('segment_changed');
    const members = await cx.readLong('segmentMembers', { rule, order: 'joined', today: cx.today });
    if (members.length === 0) return refuse('nobody');
    if (members.length !== expectedMembers) return refuse('members_changed', { members: members.length });
    const batchId = cx.newId();
    await insertBatch(cx.tx, { id: batchId, template, choice, validity, members }, stampOf(cx, version));
    cx.workConfirmed();
    cx.audit({
      ...aboutSegment(segmentId),
      after: { batch: batchId, template: templateId, members: members.length },
    });
    return { batchId, members: members.length };
  },

  batches: (cx) => lastBatches(cx.db),

  resumeBatches: (cx) => {
    cx.work.wake();
    return {};
  },
};

const templateIn = (rules: ShopRules, templateId: string) =>
  rules.coupons.templates.find(({ id }) => id === templateId);
