import type { CouponView } from '@contract/loyalty-shapes';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { KeyCap } from '../../../ui/key-cap';
import classes from './coupon-glance.module.css';

interface CouponGlanceProps {
  /** Those that can be used today, soonest lapse first. */
  readonly coupons: readonly CouponView[];
  readonly onOpen: () => void;
}

/** How many coupons there are, and when the first of them lapses. */
export function CouponGlance({ coupons, onOpen }: CouponGlanceProps) {
  const { t } = useTranslation('coupons');
  const format = useFormat();
  const [soonest] = coupons;
  return (
    <button type="button" className={classes.glance} onClick={onOpen} tabIndex={-1}>
      {soonest === undefined ? (
        <span className="quiet">{t('glanceNone')}</span>
      ) : (
        <>
          <strong>{t('glance', { count: coupons.length })}</strong> · {soonest.name} ·{' '}
          <span title={format.daysAgo(soonest.lastDay)}>
            {t('soonest', { date: format.date(soonest.lastDay) })}
          </span>
        </>
      )}{' '}
      <KeyCap>F4</KeyCap>
    </button>
  );
}
