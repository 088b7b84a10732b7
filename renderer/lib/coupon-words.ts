import type { CouponTerms } from '@domain/coupons/coupon';
import type { TFunction } from 'i18next';
import { money } from './format';

/** What a coupon takes off, with its threshold: `满 ¥100.00 减 ¥20.00`, `9 折，最多减 ¥30.00，无门槛`. */
export function termsWords(terms: CouponTerms, t: TFunction<readonly ['coupons', 'common']>): string {
  const what = worthWords(terms, t);
  return terms.threshold === 0
    ? t('coupons:terms.any', { what })
    : t('coupons:terms.over', { what, threshold: money(terms.threshold) });
}

/** The same without its threshold: `减 ¥20.00`, `送 刻名马克杯`. */
export function worthWords(terms: CouponTerms, t: TFunction<readonly ['coupons', 'common']>): string {
  switch (terms.kind) {
    case 'amount':
      return t('coupons:terms.amount', { off: money(terms.off) });
    case 'percent': {
      const discount = t('common:percentOff', { percent: terms.percentOff });
      return terms.cap === null ? discount : t('coupons:terms.capped', { discount, cap: money(terms.cap) });
    }
    case 'gift':
      return t('coupons:terms.gift', { item: terms.item });
  }
}
