import { daysUntilBirthday } from '../members/birthday';
import { earnedPoints, higherRate, times } from '../points/earn';
import { floorShare } from '../points/share';
import type { Rate, ShopRules } from '../settings/shop-rules';
import { type BusinessDate, type Fen, fen } from '../units';
import type { BillItem, Buyer, Earning } from './bill';

/**
 * Paid money of the lines that earn: `left` is what discounts have left of each line, `total` of all.
 * Points pay for earning and other lines in proportion; the odd fen of that split falls on the
 * others, in the customer's favour.
 */
export function earningBaseOf(asked: {
  readonly items: readonly BillItem[];
  readonly left: readonly Fen[];
  readonly total: Fen;
  readonly pointsWorth: Fen;
}): Fen {
  const { items, left, total, pointsWorth } = asked;
  const earning =
    items.length === 0
      ? total
      : items.reduce((sum, item, index) => sum + (item.earns ? (left[index] ?? 0) : 0), 0);
  return fen(earning - floorShare(pointsWorth, earning, total));
}

/** How the points of a bill come about: base x rate x tier x the best event of the day, floored once. */
export function earningOf(base: Fen, buyer: Buyer, rules: ShopRules, today: BusinessDate): Earning {
  const rate = rules.points.earn;
  const multiplier = rules.tiers.rights[buyer.tier].earnMultiplier;
  const event = bestEvent(buyer, rules, today);
  const both = event === null ? multiplier : times(multiplier, event.multiplier);
  const points = earnedPoints(base, rules.points, both);
  return { base, rate, tier: { tier: buyer.tier, multiplier }, event, points };
}

const ONCE: Rate = { up: 1, per: 1 };

/**
 * The best single event of the day: the member's birthday, on the day itself (S45), or a campaign.
 * Events do not multiply each other; one that multiplies by no more than one is none. A birthday
 * goes before a campaign that is as good.
 */
function bestEvent({ birthday }: Buyer, rules: ShopRules, today: BusinessDate): Earning['event'] {
  const born = birthday !== null && daysUntilBirthday(birthday, today) === 0;
  const candidates: NonNullable<Earning['event']>[] = [
    ...(born ? [{ kind: 'birthday' as const, name: '', multiplier: rules.birthday.multiplier }] : []),
    ...rules.earnEvents
      .filter(({ from, to }) => from <= today && today <= to)
      .map(({ name, multiplier }) => ({ kind: 'campaign' as const, name, multiplier })),
  ];
  let best: Earning['event'] = null;
  for (const event of candidates) {
    if (higherRate(event.multiplier, best?.multiplier ?? ONCE)) best = event;
  }
  return best;
}
