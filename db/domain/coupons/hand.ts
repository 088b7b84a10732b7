import { type NoParams, Refusal, refuse } from '../refusal';
import { type BusinessDate, type Fen, fen } from '../units';
import type { CouponTemplate, Trigger } from './coupon';
import { type CouponDraft, draftFrom, type TemplateOver } from './issue';
import { worthOfTerms } from './worth';

/** Triggers whose coupons a person gives; the others come by themselves. */
export const HAND_TRIGGERS: readonly Trigger[] = ['by_hand', 'win_back', 'apology'];

export const isForHand = ({ trigger, active }: Pick<CouponTemplate, 'trigger' | 'active'>): boolean =>
  active && HAND_TRIGGERS.includes(trigger);

/** Worth that one cashier has given today, against the most they may give (S80). */
export interface Allowance {
  readonly limit: Fen;
  readonly used: Fen;
}

export type HandRefusal =
  | TemplateOver
  | Refusal<'template_gone', NoParams>
  | Refusal<'reason_needed', NoParams>
  | Refusal<'worth_unknown', NoParams>
  | Refusal<'above_allowance', Allowance & { worth: Fen }>;

/**
 * A coupon given by hand, with its reason. A cashier gives within the day's allowance, and nothing
 * whose worth nobody can say; managers and owners have no limit. Source: rules "Coupons"; S50, S80.
 */
export function decideGive(asked: {
  readonly template: CouponTemplate | undefined;
  readonly reason: string;
  /** Null for who has no limit. */
  readonly allowance: Allowance | null;
  readonly occasion: string;
  readonly today: BusinessDate;
}): CouponDraft | HandRefusal {
  const { template, reason, allowance, occasion, today } = asked;
  if (template === undefined || !isForHand(template)) return refuse('template_gone');
  if (reason === '') return refuse('reason_needed');
  const draft = draftFrom(template, { occasion, reason }, today);
  if (draft instanceof Refusal || allowance === null) return draft;
  const worth = worthOfTerms(template.terms);
  if (worth === null) return refuse('worth_unknown');
  const { limit, used } = allowance;
  return fen(used + worth) > limit ? refuse('above_allowance', { limit, used, worth }) : draft;
}
