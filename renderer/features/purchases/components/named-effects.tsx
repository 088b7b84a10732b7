import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { RefundEffect } from '../api';
import classes from './refund.module.css';

/** Spent points whose lot has lapsed meanwhile: they live again for a while. */
export function Revived({ effect }: { readonly effect: RefundEffect }) {
  const { t } = useTranslation('purchases');
  const format = useFormat();
  if (effect.revived === null) return null;
  const { points, lastDay } = effect.revived;
  return (
    <p className={classes.note}>
      {t('effect.revived', { points: whole(points), date: format.date(lastDay) })}
    </p>
  );
}

/** The level before and after; nothing when it stays. */
export function TierEffect({ tier }: Pick<RefundEffect, 'tier'>) {
  const { t } = useTranslation(['purchases', 'common']);
  if (tier === null) return null;
  return (
    <p className={classes.note}>
      {t('effect.tier', { from: t(`common:tier.${tier.from}`), to: t(`common:tier.${tier.to}`) })}
    </p>
  );
}

const COUPON_ENDS = ['restored', 'lapsed', 'revoked', 'kept'] as const;

/** What becomes of each coupon that the bill used or brought, by name. */
export function CouponEffects({ coupons }: Pick<RefundEffect, 'coupons'>) {
  const { t } = useTranslation('purchases');
  const format = useFormat();
  return COUPON_ENDS.flatMap((end) =>
    coupons[end].map((coupon) => (
      <p key={coupon.id} className={classes.note}>
        {t(`effect.coupon.${end}`, { name: coupon.name, date: format.date(coupon.lastDay) })}
      </p>
    )),
  );
}
