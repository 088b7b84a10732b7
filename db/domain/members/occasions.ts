import { birthdayNear } from '../coupons/occasions';
import { earningOf } from '../purchases/earning';
import type { Rate, ShopRules } from '../settings/shop-rules';
import type { Tier } from '../tiers/tier';
import { type BusinessDate, NO_FEN, NO_POINTS } from '../units';
import type { Birthday } from './birthday';

/** A birthday or an anniversary of joining, while its window is open. */
export interface MemberOccasion {
  readonly kind: 'birthday' | 'anniversary';
  /** 0 today, negative = so many days ago. */
  readonly inDays: number;
  /** Years completed on that day; null for a birthday without a year. */
  readonly years: number | null;
  /** What points are multiplied by today because of it; null = not. */
  readonly multiplier: Rate | null;
}

/**
 * What the counter congratulates a member on (S45, S46): both in the window of birthdays, and joining
 * from its first year on. Only a birthday multiplies points, on the day itself; where a campaign of that
 * day is better, its multiplier is told, for that is what the sale will reckon with.
 */
export function occasionsOf(
  member: { readonly birthday: Birthday | null; readonly joinedOn: BusinessDate; readonly tier: Tier },
  rules: ShopRules,
  today: BusinessDate,
): MemberOccasion[] {
  return [...birthdayOf(member, rules, today), ...anniversaryOf(member.joinedOn, rules, today)];
}

function birthdayOf(
  { birthday, tier }: { readonly birthday: Birthday | null; readonly tier: Tier },
  rules: ShopRules,
  today: BusinessDate,
): MemberOccasion[] {
  if (birthday === null) return [];
  const near = birthdayNear(birthday, rules.birthday, today);
  if (near === null) return [];
  const buyer = { id: '', tier, usable: NO_POINTS, birthday };
  const { event } = earningOf(NO_FEN, buyer, rules, today);
  return [
    {
      kind: 'birthday',
      inDays: near.inDays,
      years: birthday.year === null ? null : yearIn(near.on) - birthday.year,
      multiplier: near.inDays === 0 ? (event?.multiplier ?? null) : null,
    },
  ];
}

function anniversaryOf(joinedOn: BusinessDate, rules: ShopRules, today: BusinessDate): MemberOccasion[] {
  const joined = { month: Number(joinedOn.slice(5, 7)), day: Number(joinedOn.slice(8)) };
  const near = birthdayNear(joined, rules.birthday, today);
  const years = near === null ? 0 : yearIn(near.on) - yearIn(joinedOn);
  return near === null || years < 1
    ? []
    : [{ kind: 'anniversary', inDays: near.inDays, years, multiplier: null }];
}

const yearIn = (date: BusinessDate): number => Number(date.slice(0, 4));
