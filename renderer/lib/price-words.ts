import type { PriceStep } from '@domain/slips/price-steps';
import type { TFunction } from 'i18next';
import { money, whole } from './format';

type T = TFunction<['slips', 'common']>;

/** A step of the price in words, on the slip and on the customer's screen. */
export function stepWords(step: PriceStep, t: T): string {
  switch (step.kind) {
    case 'tier': {
      const tier = t(`common:tier.${step.tier}`);
      return t('slips:step.tier', { tier, discount: t('common:percentOff', { percent: step.percentOff }) });
    }
    case 'member_day':
      return t('slips:step.member_day', { discount: t('common:percentOff', { percent: step.percentOff }) });
    case 'coupon':
      // A birthday's coupon is called what it gives: said once.
      return step.gift === null || step.gift === step.name
        ? step.name
        : t('slips:step.gift', { name: step.name, item: step.gift });
    case 'points':
      return t('slips:step.points', { points: whole(step.points) });
    default:
      return t(`slips:step.${step.kind}`);
  }
}

/** What it comes to; a gift takes nothing off and is no zero. */
export const stepValue = (step: PriceStep, t: T): string =>
  step.kind === 'coupon' && step.gift !== null && step.amount === 0
    ? t('slips:step.free')
    : money(step.amount);
