import type { PriceStep } from '@domain/slips/price-steps';
import type { TFunction } from 'i18next';
import { whole } from './format';
import type { Locale } from './i18n';

/** `8.5` (折) or `15` (% off): the number that stands for a discount in each language. */
export const discountNumber = (percentOff: number, locale: Locale): string =>
  String(locale === 'en' ? percentOff : (100 - percentOff) / 10);

/** A step of the price in words, on the slip and on the customer's screen. */
export function stepWords(step: PriceStep, t: TFunction<['slips', 'common']>, locale: Locale): string {
  switch (step.kind) {
    case 'tier': {
      const tier = t(`common:tier.${step.tier}`);
      return t('slips:step.tier', { tier, off: discountNumber(step.percentOff, locale) });
    }
    case 'member_day':
      return t('slips:step.member_day', { off: discountNumber(step.percentOff, locale) });
    case 'coupon':
      return step.gift === null ? step.name : t('slips:step.gift', { name: step.name, item: step.gift });
    case 'points':
      return t('slips:step.points', { points: whole(step.points) });
    default:
      return t(`slips:step.${step.kind}`);
  }
}
