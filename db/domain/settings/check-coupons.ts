import { addDays } from '../calendar/business-day';
import type { CouponTemplate, CouponTerms, DateSpan } from '../coupons/coupon';
import { giftIsPoints } from '../tiers/typed-rights';
import type { BusinessDate } from '../units';
import type { Complain } from './rule-problem';
import { same } from './same';

/** Of these one event brings one coupon: which of two would it be? */
const ONE_ACTIVE = new Set<CouponTemplate['trigger']>(['first_purchase', 'referral']);

/**
 * Coupons that could not be issued or used: without a name, worth nothing or more than the bill they
 * ask for, points as a gift (S44), valid on no day. A range that is over is refused only for an active
 * coupon that has it newly; one that has run out by itself may stay.
 */
export function checkTemplates(
  templates: readonly CouponTemplate[],
  { before, from }: { readonly before: readonly CouponTemplate[]; readonly from: BusinessDate },
  complain: Complain,
): void {
  for (const [index, template] of templates.entries()) {
    const { id, name, trigger, active, terms } = template;
    const at = (part: string) => `coupons.templates.${id}.${part}`;
    const earlier = templates.slice(0, index);
    complain(
      earlier.some((other) => other.id === id),
      'template_twice',
      at('id'),
    );
    complain(name.trim() === '', 'template_name', at('name'));
    complain(!isWorthSomething(terms), 'template_terms', at('terms'));
    complain(terms.kind === 'gift' && giftIsPoints(terms.item), 'gift_is_points', at('terms'));
    const was = before.find((other) => other.id === id);
    const asBefore = was?.active === true && same(was.validity, template.validity);
    const blackoutAsBefore = asBefore && same(was.blackout, template.blackout);
    complain(
      !isSpan(template) || (active && !asBefore && isOver(template, from)),
      'template_validity',
      at('validity'),
    );
    complain(
      !template.blackout.every((span) => span.from <= span.to) ||
        (!blackoutAsBefore && isBlackedOut(template)),
      'template_validity',
      at('blackout'),
    );
    const rival = earlier.some((other) => other.active && other.trigger === trigger);
    complain(active && ONE_ACTIVE.has(trigger) && rival, 'trigger_twice', at('trigger'));
  }
}

function isWorthSomething(terms: CouponTerms): boolean {
  switch (terms.kind) {
    case 'amount':
      return terms.off > 0 && (terms.threshold === 0 || terms.off <= terms.threshold);
    case 'percent':
      return terms.percentOff >= 1 && terms.percentOff <= 99 && terms.cap !== 0;
    case 'gift':
      return terms.item.trim() !== '';
  }
}

const isSpan = ({ validity }: CouponTemplate): boolean =>
  validity.kind === 'days' ? validity.days >= 1 : validity.from <= validity.to;

const isOver = ({ validity }: CouponTemplate, today: BusinessDate): boolean =>
  validity.kind === 'range' && validity.to < today;

/** True when the blackout days leave no day of the range. */
function isBlackedOut({ validity, blackout }: CouponTemplate): boolean {
  if (validity.kind === 'days' || blackout.length === 0) return false;
  let free = validity.from;
  for (const { from, to } of [...blackout].sort(byStart)) {
    if (from <= free && free <= to) free = addDays(to, 1);
  }
  return free > validity.to;
}

const byStart = (a: DateSpan, b: DateSpan): number => (a.from < b.from ? -1 : 1);
