import type { CouponTemplate } from '../coupons/coupon';
import { type Allowance, decideGive } from '../coupons/hand';
import type { CouponDraft, TemplateOver } from '../coupons/issue';
import { worthOfTerms } from '../coupons/worth';
import { ceilShare } from '../points/share';
import { type NoParams, Refusal, refuse } from '../refusal';
import type { PointsRules } from '../settings/shop-rules';
import {
  refusedPoints,
  refusedWorth,
  type SecondPerson,
  type SecondPersonNeeded,
} from '../staff/second-person';
import type { FourEyes } from '../staff/staff-rules';
import { type BusinessDate, type Fen, fen, NO_FEN, type Points } from '../units';

/** What may be given for a complaint: rules "Complaints"; S80. */
export const COMPENSATION_KINDS = ['coupon', 'gift', 'points', 'refund'] as const;
export type CompensationKind = (typeof COMPENSATION_KINDS)[number];

/** Triggers whose coupons are given for a complaint. */
export const isForComplaint = ({ trigger, active }: Pick<CouponTemplate, 'trigger' | 'active'>): boolean =>
  active && (trigger === 'apology' || trigger === 'by_hand');

export type Gift =
  | { readonly kind: 'coupon'; readonly template: CouponTemplate | undefined }
  /** A sample, a cup of coffee: whatever the shop has at hand, at what it is worth. */
  | { readonly kind: 'gift'; readonly what: string; readonly worth: Fen }
  | { readonly kind: 'points'; readonly points: Points }
  /** Money handed back outside a refund of the bill. */
  | { readonly kind: 'refund'; readonly worth: Fen };

/** A gift as it is carried out; what it is worth counts against the giver's day. */
export type Compensation = { readonly what: string; readonly worth: Fen } & (
  | { readonly kind: 'coupon'; readonly draft: CouponDraft }
  | { readonly kind: 'points'; readonly points: Points }
  | { readonly kind: 'gift' }
  | { readonly kind: 'refund' }
);

export type CompensationRefusal =
  | TemplateOver
  | Refusal<'member_needed', NoParams>
  | Refusal<'nothing_given', NoParams>
  | Refusal<'reason_needed', NoParams>
  | Refusal<'template_gone', NoParams>
  | Refusal<'worth_unknown', NoParams>
  | Refusal<'above_allowance', Allowance & { worth: Fen }>
  | SecondPersonNeeded;

/**
 * Staff give for a small problem without asking (S80): all that a cashier gives by hand in a day, coupons
 * and compensations together, stays within one allowance; managers and owners have none. Coupons and
 * points need a member to belong to. Above the owner's own limit two people stand for it. Points are worth what they redeem for, a begun fen as a whole one: a
 * day of many small gifts would otherwise cost nothing.
 */
export function decideCompensation(
  gift: Gift,
  asked: {
    readonly reason: string;
    readonly isMember: boolean;
    /** Null for who has no limit. */
    readonly allowance: Allowance | null;
    readonly points: Pick<PointsRules, 'redeem'>;
    readonly occasion: string;
    readonly today: BusinessDate;
    readonly fourEyes: FourEyes;
    readonly second: SecondPerson;
  },
): Compensation | CompensationRefusal {
  const given = withinAllowance(gift, asked);
  if (given instanceof Refusal) return given;
  const { fourEyes, second } = asked;
  const points = given.kind === 'points' ? refusedPoints(given.points, fourEyes, second) : undefined;
  return points ?? refusedWorth(given.worth, fourEyes, second) ?? given;
}

function withinAllowance(
  gift: Gift,
  asked: Parameters<typeof decideCompensation>[1],
): Compensation | CompensationRefusal {
  const { reason, allowance } = asked;
  if (!asked.isMember && (gift.kind === 'coupon' || gift.kind === 'points')) return refuse('member_needed');
  if (reason.trim() === '') return refuse('reason_needed');
  if (gift.kind === 'coupon') return decideCoupon(gift.template, asked);
  const given = handedOver(gift, asked.points);
  if (given instanceof Refusal || allowance === null) return given;
  const { limit, used } = allowance;
  const { worth } = given;
  return used + worth > limit ? refuse('above_allowance', { limit, used, worth }) : given;
}

function decideCoupon(
  template: CouponTemplate | undefined,
  asked: Omit<Parameters<typeof decideGive>[0], 'template'>,
): Compensation | CompensationRefusal {
  if (template === undefined || !isForComplaint(template)) return refuse('template_gone');
  const draft = decideGive({ ...asked, template });
  if (draft instanceof Refusal) return draft;
  // A percentage without a cap has no worth that anybody could say; only who has no limit may give one.
  return { kind: 'coupon', what: draft.name, worth: worthOfTerms(draft.terms) ?? NO_FEN, draft };
}

function handedOver(
  gift: Exclude<Gift, { kind: 'coupon' }>,
  points: Pick<PointsRules, 'redeem'>,
): Compensation | Refusal<'nothing_given', NoParams> {
  switch (gift.kind) {
    case 'gift':
      return gift.what.trim() === ''
        ? refuse('nothing_given')
        : { kind: 'gift', what: gift.what, worth: gift.worth };
    case 'points':
      if (gift.points === 0) return refuse('nothing_given');
      return {
        kind: 'points',
        what: String(gift.points),
        worth: fen(ceilShare(gift.points, points.redeem.worthFen, points.redeem.points)),
        points: gift.points,
      };
    case 'refund':
      return gift.worth === 0 ? refuse('nothing_given') : { kind: 'refund', what: '', worth: gift.worth };
  }
}
