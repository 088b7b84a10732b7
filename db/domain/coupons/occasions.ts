import { addDays, daysBetween } from '../calendar/business-day';
import { type Birthday, birthdayIn } from '../members/birthday';
import type { BirthdayRules, ShopRules, TierRights } from '../settings/shop-rules';
import { type BusinessDate, NO_FEN } from '../units';
import { type CouponDraft, draftsBy } from './issue';

type MonthDay = Pick<Birthday, 'month' | 'day'>;

/** A birthday or anniversary whose window is open. */
export interface Occasion {
  readonly on: BusinessDate;
  /** 0 today, negative = so many days ago. */
  readonly inDays: number;
}

/** The birthday that is near: so many days before to so many after (S45). Born on 29 February: 28 in common years. */
export function birthdayNear(birthday: MonthDay, rules: BirthdayRules, today: BusinessDate): Occasion | null {
  return nearIn(birthday, rules, today);
}

/** The anniversary of joining, from its day to as many days after as a birthday has (S46); none in the first year. */
export function anniversaryNear(
  joinedOn: BusinessDate,
  { daysAfter }: BirthdayRules,
  today: BusinessDate,
): (Occasion & { readonly years: number }) | null {
  const joined = { month: Number(joinedOn.slice(5, 7)), day: Number(joinedOn.slice(8)) };
  const near = nearIn(joined, { daysBefore: 0, daysAfter }, today);
  const years = near === null ? 0 : yearOf(near.on) - yearOf(joinedOn);
  return near === null || years < 1 ? null : { ...near, years };
}

/** The day in the one or two years that the window touches; dates compare as they are written. */
function nearIn(
  date: MonthDay,
  { daysBefore, daysAfter }: Pick<BirthdayRules, 'daysBefore' | 'daysAfter'>,
  today: BusinessDate,
): Occasion | null {
  const from = addDays(today, -daysAfter);
  const to = addDays(today, daysBefore);
  const on = [from, to].map((end) => birthdayIn(yearOf(end), date)).find((day) => from <= day && day <= to);
  return on === undefined ? null : { on, inDays: daysBetween(today, on) };
}

/** Birthday gifts come from a tier's rights, not from a template. */
export const BIRTHDAY_TEMPLATE = 'birthday';

/** A member as far as the calendar brings them coupons. */
export interface Celebrated {
  readonly rights: Pick<TierRights, 'birthdayGift'>;
  readonly birthday: MonthDay | null;
  readonly joinedOn: BusinessDate;
}

/**
 * What the calendar brings a member today: the gift of their tier around the birthday, never points
 * (S44), and coupons of the anniversary (S46). Each is named by the year of the day itself, so that a
 * window across New Year brings one.
 */
export function calendarDrafts(member: Celebrated, rules: ShopRules, today: BusinessDate): CouponDraft[] {
  return [...birthdayDrafts(member, rules.birthday, today), ...anniversaryDrafts(member, rules, today)];
}

function birthdayDrafts(
  { rights, birthday }: Celebrated,
  rules: BirthdayRules,
  today: BusinessDate,
): CouponDraft[] {
  const near = birthday === null ? null : birthdayNear(birthday, rules, today);
  if (near === null || rights.birthdayGift === '') return [];
  return [
    {
      templateId: BIRTHDAY_TEMPLATE,
      occasion: occasionOf(near),
      trigger: 'birthday',
      name: rights.birthdayGift,
      terms: { kind: 'gift', item: rights.birthdayGift, cost: rules.giftCost, threshold: NO_FEN },
      // A present lies beside whatever else the customer has.
      stacks: true,
      firstDay: today,
      lastDay: addDays(near.on, rules.daysAfter),
      blackout: [],
      reason: '',
    },
  ];
}

function anniversaryDrafts(
  { joinedOn }: Celebrated,
  { birthday, coupons }: ShopRules,
  today: BusinessDate,
): CouponDraft[] {
  const near = anniversaryNear(joinedOn, birthday, today);
  return near === null ? [] : draftsBy('anniversary', coupons.templates, occasionOf(near), today);
}

const yearOf = (date: BusinessDate): number => Number(date.slice(0, 4));

const occasionOf = ({ on }: Occasion): string => on.slice(0, 4);
