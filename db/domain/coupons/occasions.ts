import { addDays, daysBetween, yearOf } from '../calendar/business-day';
import { type Birthday, birthdayIn } from '../members/birthday';
import type { BirthdayRules, ShopRules, TierRights } from '../settings/shop-rules';
import { type BusinessDate, NO_FEN } from '../units';
import type { DateSpan } from './coupon';
import { type CouponDraft, draftsBy } from './issue';

type MonthDay = Pick<Birthday, 'month' | 'day'>;

/** A birthday whose window is open. */
export interface Occasion {
  readonly on: BusinessDate;
  /** 0 today, negative = so many days ago. */
  readonly inDays: number;
}

/** The birthday that is near: so many days before to so many after (S45). Born on 29 February: 28 in common years. */
export function birthdayNear(birthday: MonthDay, rules: BirthdayRules, today: BusinessDate): Occasion | null {
  const on = dayIn(windowOf(rules, today), birthday);
  return on === undefined ? null : { on, inDays: daysBetween(today, on) };
}

/** Days whose birthdays are near today. */
const windowOf = (
  { daysBefore, daysAfter }: Pick<BirthdayRules, 'daysBefore' | 'daysAfter'>,
  today: BusinessDate,
): DateSpan => ({ from: addDays(today, -daysAfter), to: addDays(today, daysBefore) });

/** The day in the one or two years that the window touches; dates compare as they are written. */
const dayIn = ({ from, to }: DateSpan, date: MonthDay): BusinessDate | undefined =>
  [from, to].map((end) => birthdayIn(yearOf(end), date)).find((day) => from <= day && day <= to);

/** Birthday gifts come from a tier's rights, not from a template. */
const BIRTHDAY_TEMPLATE = 'birthday';

/** A member as far as the calendar brings them coupons. */
export interface Celebrated {
  readonly rights: Pick<TierRights, 'birthdayGift'>;
  readonly birthday: MonthDay | null;
  readonly joinedOn: BusinessDate;
}

/**
 * What the calendar brings a member today: the gift of their tier around the birthday, never points
 * (S44), and coupons of the anniversary of joining, from its day to as many days after (S46). Each is
 * named by the year of the day itself, so that a window across New Year brings one. The windows are
 * reckoned once for however many members are asked about.
 */
export function calendarOf(rules: ShopRules, today: BusinessDate): (member: Celebrated) => CouponDraft[] {
  const birthdays = windowOf(rules.birthday, today);
  const joinings = windowOf({ ...rules.birthday, daysBefore: 0 }, today);
  return ({ rights: { birthdayGift }, birthday, joinedOn }) => {
    const born = birthday === null ? undefined : dayIn(birthdays, birthday);
    const joined = dayIn(joinings, monthDayOf(joinedOn));
    const years = joined === undefined ? 0 : yearOf(joined) - yearOf(joinedOn);
    return [
      ...(born === undefined || birthdayGift === ''
        ? []
        : [giftDraft(birthdayGift, born, rules.birthday, today)]),
      ...(joined === undefined || years < 1
        ? []
        : draftsBy('anniversary', rules.coupons.templates, occasionOf(joined), today)),
    ];
  };
}

const giftDraft = (
  gift: string,
  born: BusinessDate,
  rules: BirthdayRules,
  today: BusinessDate,
): CouponDraft => ({
  templateId: BIRTHDAY_TEMPLATE,
  occasion: occasionOf(born),
  trigger: 'birthday',
  name: gift,
  terms: { kind: 'gift', item: gift, cost: rules.giftCost, threshold: NO_FEN },
  // A present lies beside whatever else the customer has.
  stacks: true,
  firstDay: today,
  lastDay: addDays(born, rules.daysAfter),
  blackout: [],
  reason: '',
});

const monthDayOf = (date: BusinessDate): MonthDay => ({
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
});

const occasionOf = (date: BusinessDate): string => date.slice(0, 4);
