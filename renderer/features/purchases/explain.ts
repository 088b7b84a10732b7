import type { BillAccount, BillStep } from '@domain/purchases/bill';
import type { PointsRules, Rate } from '@domain/settings/shop-rules';
import type { Tier } from '@domain/tiers/tier';
import type { TFunction } from 'i18next';
import { termsWords, worthWords } from '../../lib/coupon-words';
import { change, money, whole } from '../../lib/format';

export type T = TFunction<readonly ['purchases', 'common']>;
export type OfCoupons = TFunction<readonly ['coupons', 'common']>;
type Of<Kind extends BillStep['kind']> = Extract<BillStep, { kind: Kind }>;

/** Why a figure is what it is: the rule in a sentence, and the sum that a person can do again. */
export interface Reason {
  readonly rule: string;
  readonly sums: readonly string[];
}

/** Steps between what was rung up and what is paid; the sums before and after points are no steps of their own. */
export type PriceChange = Exclude<BillStep, { kind: 'gross' | 'total' | 'due' }>;
export const changesOf = (steps: readonly BillStep[]): PriceChange[] =>
  steps.flatMap((step) =>
    step.kind === 'gross' || step.kind === 'total' || step.kind === 'due' ? [] : [step],
  );

export const tierWords = (tier: Tier, percent: number, t: T): string =>
  t('step.tier', { tier: t(`common:tier.${tier}`), off: t('common:percentOff', { percent }) });
const memberDayWords = (percent: number, t: T): string =>
  t('step.member_day', { off: t('common:percentOff', { percent }) });

/** `VIP 8.5 折`, `券 无门槛券`, `积分 500`. */
export function stepLabel(step: PriceChange, t: T): string {
  switch (step.kind) {
    case 'tier':
      return tierWords(step.tier, step.percentOff, t);
    case 'member_day':
      return memberDayWords(step.percentOff, t);
    case 'coupon':
      return t('step.coupon', { name: step.name });
    case 'points':
      return t('step.points', { points: whole(step.points) });
  }
}

/** What it takes off; of a gift, what is handed over. */
export const stepFigure = (step: PriceChange, ofCoupons: OfCoupons): string =>
  step.kind === 'coupon' && step.terms.kind === 'gift'
    ? worthWords(step.terms, ofCoupons)
    : money(step.amount);

/** Why one step takes off what it does. `points` are the rules in force, for a bill that is not paid yet. */
export function stepReason(
  step: PriceChange,
  account: BillAccount,
  {
    t,
    ofCoupons,
    points,
  }: { readonly t: T; readonly ofCoupons: OfCoupons; readonly points?: PointsRules | undefined },
): Reason {
  switch (step.kind) {
    case 'tier': {
      const special = (account.steps[0]?.amount ?? 0) - step.base;
      return {
        rule: tierRule(step.tier, step.percentOff, t),
        sums: [
          t('why.tier.sum', percentSum(step)),
          ...(special > 0 ? [t('why.tier.special', { special: money(special) })] : []),
          ...oddFen(step, t),
          ...passedOver(account, t),
        ],
      };
    }
    case 'member_day':
      return {
        rule: t('why.memberDay', { off: t('common:percentOff', { percent: step.percentOff }) }),
        sums: [t('why.percent', percentSum(step)), ...oddFen(step, t), ...passedOver(account, t)],
      };
    case 'coupon':
      return couponReason(step, t, ofCoupons);
    case 'points':
      return pointsReason(step, account, t, points);
  }
}

export const tierRule = (tier: Tier, percent: number, t: T): string =>
  t('why.tier.rule', { tier: t(`common:tier.${tier}`), off: t('common:percentOff', { percent }) });

function couponReason({ name, terms, base, amount }: Of<'coupon'>, t: T, ofCoupons: OfCoupons): Reason {
  const rule = t('why.coupon', { name, terms: termsWords(terms, ofCoupons) });
  const off = -amount;
  switch (terms.kind) {
    case 'gift':
      return { rule, sums: [t('why.gift')] };
    case 'amount':
      return {
        rule,
        sums: [
          off < terms.off
            ? t('why.couponShort', { face: money(terms.off), base: money(base), amount: money(off) })
            : t('why.couponWhole', { base: money(base), amount: money(off) }),
        ],
      };
    case 'percent': {
      const { percentOff, cap } = terms;
      const sum = { base: money(base), percent: percentOff };
      if (off === cap) return { rule, sums: [t('why.couponCapped', { ...sum, cap: money(off) })] };
      return {
        rule,
        sums: [t('why.couponPercent', { ...sum, amount: money(off) }), ...oddFen({ base, percentOff }, t)],
      };
    }
  }
}

function pointsReason(step: Of<'points'>, account: BillAccount, t: T, rules?: PointsRules): Reason {
  const sum = t('why.points.sum', { points: whole(step.points), amount: money(-step.amount) });
  if (rules === undefined) return { rule: t('why.points.paid'), sums: [sum] };
  const total = account.steps.find(({ kind }) => kind === 'total')?.amount ?? 0;
  return {
    rule: t('why.points.rule', { points: whole(rules.redeem.points), worth: money(rules.redeem.worthFen) }),
    sums: [sum, t('why.points.share', { total: money(total), percent: rules.redeemMaxPercent })],
  };
}

/** How the points of a bill came about: base x rate x tier x the day's best event, floored once. */
export function earningReason({ steps, earning }: BillAccount, t: T): Reason {
  const { base, rate, tier, event } = earning;
  const factors = [
    `${money(base)} ÷ ${money(rate.perFen)}`,
    whole(rate.points),
    `${t(`common:tier.${tier.tier}`)} ${multiplier(tier.multiplier)}`,
    ...(event === null ? [] : [`${eventName(event, t)} ${multiplier(event.multiplier)}`]),
  ];
  const due = steps.find(({ kind }) => kind === 'due')?.amount ?? base;
  return {
    rule: t('why.earn.rule'),
    sums: [
      `${factors.join(' × ')} → ${change(earning.points)}`,
      ...(base < due ? [t('why.earn.less', { base: money(base) })] : []),
    ],
  };
}

const eventName = (event: NonNullable<BillAccount['earning']['event']>, t: T): string =>
  event.kind === 'birthday' ? t('why.earn.birthday') : event.name;

const ratio = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
/** `1.5` of three for every two. */
const multiplier = ({ up, per }: Rate): string => ratio.format(up / per);

/** The other discount of the day: both never add up (S48). */
function passedOver({ passedOver: other, earning }: BillAccount, t: T): string[] {
  if (other === null) return [];
  const name =
    other.kind === 'tier'
      ? tierWords(earning.tier.tier, other.percentOff, t)
      : memberDayWords(other.percentOff, t);
  return [t('why.passedOver', { other: name, amount: money(other.amount) })];
}

const percentSum = (step: Of<'tier' | 'member_day'>) => ({
  base: money(step.base),
  percent: step.percentOff,
  amount: money(-step.amount),
});

const oddFen = ({ base, percentOff }: { base: number; percentOff: number }, t: T): string[] =>
  (base * percentOff) % 100 === 0 ? [] : [t('why.oddFen')];
