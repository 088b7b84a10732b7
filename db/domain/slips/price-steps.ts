import type { BillStep } from '../purchases/bill';
import type { Tier } from '../tiers/tier';
import type { Fen, Points } from '../units';

/**
 * A step of the price as the customer reads it, on paper and on their screen: the bill's own steps
 * without ids, bases and terms. `amount` is signed; gross to total add up to the total, total to due
 * to what is paid.
 */
export type PriceStep =
  | { readonly kind: 'gross' | 'total' | 'due'; readonly amount: Fen }
  | { readonly kind: 'tier'; readonly amount: Fen; readonly tier: Tier; readonly percentOff: number }
  | { readonly kind: 'member_day'; readonly amount: Fen; readonly percentOff: number }
  /** `gift` names the item of a gift coupon, which takes nothing off. */
  | { readonly kind: 'coupon'; readonly amount: Fen; readonly name: string; readonly gift: string | null }
  | { readonly kind: 'points'; readonly amount: Fen; readonly points: Points };

export const stepsForCustomer = (steps: readonly BillStep[]): PriceStep[] => steps.map(forCustomer);

function forCustomer(step: BillStep): PriceStep {
  const { amount } = step;
  switch (step.kind) {
    case 'gross':
    case 'total':
    case 'due':
      return { kind: step.kind, amount };
    case 'tier':
      return { kind: 'tier', amount, tier: step.tier, percentOff: step.percentOff };
    case 'member_day':
      return { kind: 'member_day', amount, percentOff: step.percentOff };
    case 'coupon':
      return {
        kind: 'coupon',
        amount,
        name: step.name,
        gift: step.terms.kind === 'gift' ? step.terms.item : null,
      };
    case 'points':
      return { kind: 'points', amount, points: step.points };
  }
}

/**
 * The steps worth reading out: a bill from which nothing was taken is one line, and the total stands
 * only where discounts lie before it and points after it.
 */
export function stepsToRead(steps: readonly PriceStep[]): PriceStep[] {
  const pointsUsed = steps.some((step) => step.kind === 'points');
  const discounted = steps.some((step) => isDiscount(step));
  return steps.filter((step) => {
    if (step.kind === 'gross') return discounted || pointsUsed;
    if (step.kind === 'total') return discounted && pointsUsed;
    return true;
  });
}

const isDiscount = ({ kind }: PriceStep): boolean =>
  kind === 'tier' || kind === 'member_day' || kind === 'coupon';

/** What is paid in the end; none of a bill that has no steps. */
export const dueOf = (steps: readonly PriceStep[]): Fen | undefined =>
  steps.find((step) => step.kind === 'due')?.amount;
