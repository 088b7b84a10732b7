import { addDays } from '../calendar/business-day';
import { Refusal, refuse } from '../refusal';
import type { BusinessDate } from '../units';
import type { Coupon, CouponTemplate } from './coupon';

/** A coupon before it has an owner, an id and a code. */
export interface CouponDraft
  extends Pick<Coupon, 'trigger' | 'name' | 'terms' | 'stacks' | 'firstDay' | 'lastDay' | 'blackout'> {
  readonly templateId: string;
  /** What it is issued for. One member gets one coupon of a template for one occasion, ever. */
  readonly occasion: string;
  /** Why, when a person gave it. */
  readonly reason: string;
}

export type TemplateOver = Refusal<'template_over', { lastDay: BusinessDate }>;

/** From when to when a coupon of this template can be used; a range that has passed is refused. */
export function validityFrom(
  { validity }: Pick<CouponTemplate, 'validity'>,
  today: BusinessDate,
): Pick<CouponDraft, 'firstDay' | 'lastDay'> | TemplateOver {
  if (validity.kind === 'days') return { firstDay: today, lastDay: addDays(today, validity.days - 1) };
  const { from, to } = validity;
  if (to < today) return refuse('template_over', { lastDay: to });
  return { firstDay: from > today ? from : today, lastDay: to };
}

/** One coupon of a template, with its terms as they are today. */
export function draftFrom(
  template: CouponTemplate,
  { occasion, reason = '' }: { readonly occasion: string; readonly reason?: string },
  today: BusinessDate,
): CouponDraft | TemplateOver {
  const validity = validityFrom(template, today);
  if (validity instanceof Refusal) return validity;
  const { id: templateId, name, trigger, terms, stacks, blackout } = template;
  return { templateId, occasion, trigger, name, terms, stacks, blackout, reason, ...validity };
}

/** What active templates of one trigger issue by themselves; one whose range has passed issues nothing. */
export function draftsBy(
  trigger: CouponTemplate['trigger'],
  templates: readonly CouponTemplate[],
  occasion: string,
  today: BusinessDate,
): CouponDraft[] {
  return templates
    .filter((template) => template.trigger === trigger && template.active)
    .map((template) => draftFrom(template, { occasion }, today))
    .flatMap((draft) => (draft instanceof Refusal ? [] : [draft]));
}
