import type { ShopRules } from '@domain/settings/shop-rules';
import { TIERS } from '@domain/tiers/tier';
import {
  clock,
  dates,
  dayCounts,
  discount,
  gift,
  type Kind,
  monthDays,
  openHours,
  rate,
  whole,
  yuan,
} from './kinds';

const MOST_POINTS = 1_000_000_000;
const somePoints = whole(0, MOST_POINTS);

/** Every rule of one value that is typed, by its path; ranges as electron/contract/settings.ts allows them. */
const PLAIN = {
  'points.earn.perFen': yuan,
  'points.earn.points': somePoints,
  'points.expiryMonths': whole(0, 120),
  'points.redeem.points': somePoints,
  'points.redeem.worthFen': yuan,
  'points.redeemMinimum': somePoints,
  'points.redeemStep': somePoints,
  'points.redeemMaxPercent': whole(0, 100),
  'points.restoredLotDays': whole(1, 366),
  'points.adjustDailyLimit': somePoints,
  'tiers.windowMonths': whole(1, 60),
  'tiers.protectionMonths': whole(1, 60),
  'tiers.takeBackDays': whole(0, 366),
  'tiers.loyal.money': yuan,
  'tiers.loyal.visits': whole(0, 100_000),
  'tiers.vip.money': yuan,
  'tiers.vip.visits': whole(0, 100_000),
  'memberDay.monthDays': monthDays,
  'memberDay.dates': dates,
  'memberDay.percentOff': whole(0, 99),
  'birthday.daysBefore': whole(0, 60),
  'birthday.daysAfter': whole(0, 60),
  'birthday.multiplier': rate,
  'birthday.giftCost': yuan,
  'coupons.handAllowance': yuan,
  'complaints.responseHours': whole(1, 720),
  'complaints.resolutionHours': whole(1, 8760),
  'hours.closedDates': dates,
  'care.budget.perMonth': whole(0, 31),
  'care.budget.lowered': whole(0, 31),
  'care.budget.afterUnanswered': whole(1, 31),
  'care.quiet.from': clock,
  'care.quiet.to': clock,
  'care.firstPurchaseDays': whole(0, 60),
  'care.birthdayDays': whole(0, 60),
  'care.complaintDays': whole(0, 60),
  'care.dormantDays': whole(60, 90),
  'care.nurtureDays': dayCounts,
  'care.refreshMonths': whole(0, 120),
  'care.controlPercent': whole(0, 50),
  'surveys.targets.satisfaction': whole(0, 100),
  'surveys.targets.loyalty': whole(0, 100),
  'surveys.targets.wordOfMouth': whole(0, 100),
  'surveys.pauseDays': whole(0, 366),
  'insights.classA.purchases': whole(1, 31),
  'insights.classA.days': whole(1, 366),
  'insights.classBDays': whole(1, 366),
  'insights.rfm.windowMonths': whole(1, 60),
  'insights.value.highPercent': whole(0, 100),
  'insights.value.middlePercent': whole(0, 100),
  'insights.lost.alivePercent': whole(0, 100),
  'insights.lost.usualGaps': whole(2, 20),
  'insights.growthPercent': whole(1, 1000),
  'insights.baseFrom': whole(1, 4),
  'insights.excludedAfterDays': whole(1, 366),
  'insights.signUpTarget': whole(0, 100_000),
  'insights.minRepeatBuyers': whole(50, 100_000),
  'insights.yearlyDiscountPercent': whole(0, 100),
  'staff.lockMinutes': whole(1, 60),
  'staff.pinDigits': whole(4, 8),
  'staff.fourEyes.points': somePoints,
  'staff.fourEyes.money': yuan,
  'staff.watch.adjustmentsPerDay': whole(1, 1000),
  'staff.watch.salesPerCard': whole(2, 1000),
  'staff.watch.refundMinutes': whole(1, 1440),
} as const;

const RIGHTS = { discountPercent: discount, earnMultiplier: rate, birthdayGift: gift } as const;

/** Opening hours by weekday, Monday first. */
export const WEEKLY = ['0', '1', '2', '3', '4', '5', '6'] as const;

type Tier = (typeof TIERS)[number];
export type PlainField = keyof typeof PLAIN;
export type TypedRight = keyof typeof RIGHTS;
export type Weekly = `hours.weekly.${(typeof WEEKLY)[number]}`;
export type Field = PlainField | Weekly | `tiers.rights.${Tier}.${TypedRight}`;
export type Flag = `tiers.rights.${Tier}.${'priority' | 'adviser'}` | 'complaints.storeHours';

// What a path holds is read and shown by its own kind; the table as a whole forgets which is which.
type AnyKind = Kind<unknown>;
export const FIELDS: ReadonlyMap<string, AnyKind> = new Map<string, AnyKind>([
  ...(Object.entries(PLAIN) as [string, AnyKind][]),
  ...WEEKLY.map((day) => [`hours.weekly.${day}`, openHours] as [string, AnyKind]),
  ...TIERS.flatMap((tier) =>
    Object.entries(RIGHTS).map(
      ([right, kind]) => [`tiers.rights.${tier}.${right}`, kind] as [string, AnyKind],
    ),
  ),
]);
export const FLAGS: readonly Flag[] = [
  ...TIERS.flatMap((tier): Flag[] => [`tiers.rights.${tier}.priority`, `tiers.rights.${tier}.adviser`]),
  'complaints.storeHours',
];

type Tree = { [name: string]: unknown };

/** What stands at a path of the rules; paths of this file always lead somewhere. */
export function valueAt(rules: ShopRules, path: string): unknown {
  return path.split('.').reduce<unknown>((tree, name) => (tree as Tree)[name], rules);
}

/** Puts a value at a path of rules that nobody else holds yet. */
export function putAt(rules: object, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const place = names.reduce<unknown>((tree, name) => (tree as Tree)[name], rules) as Tree;
  place[last] = value;
}
