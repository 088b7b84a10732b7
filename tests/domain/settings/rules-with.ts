import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';

/** Paths of a new shop's rules that hold one value each, as the history names them. */
export const RIGHTS = ['discountPercent', 'earnMultiplier', 'birthdayGift', 'priority', 'adviser'] as const;
export const SINGLE_PATHS: readonly string[] = [
  'points.earn.points',
  'points.earn.perFen',
  'points.expiryMonths',
  'points.redeem.points',
  'points.redeem.worthFen',
  'points.redeemMinimum',
  'points.redeemStep',
  'points.redeemMaxPercent',
  'points.restoredLotDays',
  'points.adjustDailyLimit',
  'complaints.responseHours',
  'complaints.resolutionHours',
  'tiers.windowMonths',
  'tiers.protectionMonths',
  'tiers.takeBackDays',
  'tiers.loyal.money',
  'tiers.loyal.visits',
  'tiers.vip.money',
  'tiers.vip.visits',
  ...['regular', 'loyal', 'vip'].flatMap((tier) => RIGHTS.map((right) => `tiers.rights.${tier}.${right}`)),
  'memberDay.weekdays',
  'memberDay.monthDays',
  'memberDay.dates',
  'memberDay.percentOff',
  'birthday.daysBefore',
  'birthday.daysAfter',
  'birthday.multiplier',
  'birthday.giftCost',
  'coupons.handAllowance',
  'complaints.storeHours',
  'hours.weekly',
  'hours.closedDates',
  'care.quiet.from',
  'care.quiet.to',
  'care.budget.perMonth',
  'care.budget.lowered',
  'care.budget.afterUnanswered',
  'care.firstPurchaseDays',
  'care.birthdayDays',
  'care.complaintDays',
  'care.dormantDays',
  'care.nurtureDays',
  'care.refreshMonths',
  'care.controlPercent',
  'care.off',
  'surveys.targets.satisfaction',
  'surveys.targets.loyalty',
  'surveys.targets.wordOfMouth',
  'surveys.pauseDays',
  'insights.classA.purchases',
  'insights.classA.days',
  'insights.classBDays',
  'insights.rfm.windowMonths',
  'insights.rfm.thresholds',
  'insights.value.highPercent',
  'insights.value.middlePercent',
  'insights.lost.alivePercent',
  'insights.lost.usualGaps',
  'insights.growthPercent',
  'insights.baseFrom',
  'insights.excludedAfterDays',
  'insights.signUpTarget',
  'insights.minRepeatBuyers',
  'insights.yearlyDiscountPercent',
  'staff.lockMinutes',
  'staff.pinDigits',
  'staff.fourEyes.points',
  'staff.fourEyes.money',
];

type Tree = Record<string, unknown>;

/** The rules with what stands at a path put through `change`; the rest is untouched. */
export function rulesWith(
  path: string,
  change: (value: unknown) => unknown,
  rules: ShopRules = DEFAULT_RULES,
): ShopRules {
  const copy = structuredClone(rules);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let tree = copy as unknown as Tree; // walked by names that the test gives
  for (const name of names) tree = tree[name] as Tree;
  tree[last] = change(tree[last]);
  return copy;
}

/** A new value at a path, in the shape of the old one. */
export const rulesAt = (path: string, value: unknown, rules?: ShopRules): ShopRules =>
  rulesWith(path, () => value, rules);

/** Some other value of the same kind. */
export function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}!`;
  if (Array.isArray(value)) return [...value, 1];
  if (value === null) return { recencyDays: [180, 90, 60, 30], bills: [2, 4, 8, 12], money: [1, 2, 3, 4] };
  return { up: 7, per: 5 };
}
