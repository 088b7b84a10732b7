import { addDays } from '@domain/calendar/business-day';
import type { CouponTemplate } from '@domain/coupons/coupon';
import { draftFrom } from '@domain/coupons/issue';
import { calendarOf } from '@domain/coupons/occasions';
import type { Buyer } from '@domain/purchases/bill';
import { earningOf } from '@domain/purchases/earning';
import { isMemberDay } from '@domain/purchases/member-day';
import { type Quote, quoteSale } from '@domain/purchases/quote';
import { Refusal } from '@domain/refusal';
import type { ShopRules } from '@domain/settings/shop-rules';
import { decideUp } from '@domain/tiers/judge';
import type { Standing } from '@domain/tiers/standing';
import type { Tier } from '@domain/tiers/tier';
import type { TierBill } from '@domain/tiers/window';
import { type BusinessDate, fen, NO_POINTS, type Points } from '@domain/units';

/** What the examples of the settings are about. Everything is reckoned by the counter's own rules. */
export const EXAMPLE_PAID = fen(88_80);
export const EXAMPLE_BILL = fen(128_00);
export const EXAMPLE_ROUND_BILL = fen(100_00);
export const EXAMPLE_VISIT = fen(68_00);

const NOBODY = 'example';

const buyer = (tier: Tier, born?: BusinessDate): Buyer => ({
  id: NOBODY,
  tier,
  usable: 0,
  birthday: born === undefined ? null : { month: Number(born.slice(5, 7)), day: Number(born.slice(8)) },
});

/** Points for `EXAMPLE_PAID` in money on a day, on the member's birthday when told. */
export function pointsOn(rules: ShopRules, tier: Tier, day: BusinessDate, birthday = false): Points {
  return earningOf(EXAMPLE_PAID, buyer(tier, birthday ? day : undefined), rules, day).points;
}

/** `EXAMPLE_BILL` of full-price goods, with one coupon of a template if told; null when the rules refuse it. */
export function billOn(
  rules: ShopRules,
  tier: Tier,
  day: BusinessDate,
  template?: CouponTemplate,
): Quote | null {
  const coupon = template === undefined ? null : draftFrom(template, { occasion: NOBODY }, day);
  if (coupon instanceof Refusal) return null;
  const coupons =
    coupon === null ? [] : [{ ...coupon, id: NOBODY, memberId: NOBODY, state: 'issued' as const }];
  const threshold = template?.terms.threshold ?? 0;
  const quote = quoteSale({
    bill: { gross: fen(Math.max(EXAMPLE_BILL, threshold)), items: [], specialPrice: fen(0) },
    buyer: buyer(tier),
    coupons,
    redeem: NO_POINTS,
    rules,
    today: coupon?.firstDay ?? day,
  });
  return quote instanceof Refusal ? null : quote;
}

/** The next member day from `today` on, within a year. */
export function nextMemberDay(rules: ShopRules, today: BusinessDate): BusinessDate | null {
  for (let day = today, last = addDays(today, 366); day <= last; day = addDays(day, 1)) {
    if (isMemberDay(day, rules.memberDay)) return day;
  }
  return null;
}

/** The present of a member who has their birthday today, and from when to when it can be had. */
export function birthdayGift(rules: ShopRules, tier: Tier, today: BusinessDate) {
  const celebrated = {
    rights: rules.tiers.rights[tier],
    birthday: buyer(tier, today).birthday,
    joinedOn: today, // no anniversary in the first year
  };
  const [gift] = calendarOf(rules, today)(celebrated);
  if (gift === undefined) return null;
  return { name: gift.name, from: addDays(today, -rules.birthday.daysBefore), to: gift.lastDay };
}

const WEEKS_LOOKED_AT = 260;

/** In which week somebody who comes once a week for `EXAMPLE_VISIT` reaches each level; null = never. */
export function weeksTo(
  rules: ShopRules,
  today: BusinessDate,
): Readonly<Record<'loyal' | 'vip', number | null>> {
  const reached: Record<'loyal' | 'vip', number | null> = { loyal: null, vip: null };
  let standing: Standing = { tier: 'regular', since: today, until: null, fixed: false };
  const bills: TierBill[] = [];
  for (let week = 1; week <= WEEKS_LOOKED_AT && reached.vip === null; week += 1) {
    const on = addDays(today, (week - 1) * 7);
    bills.push({ purchaseId: String(week), on, money: EXAMPLE_VISIT, stands: true });
    const up = decideUp(standing, bills, on, { version: 0, tiers: rules.tiers });
    if (up === null) continue;
    standing = up.after;
    reached.loyal ??= week;
    if (standing.tier === 'vip') reached.vip = week;
  }
  return reached;
}
