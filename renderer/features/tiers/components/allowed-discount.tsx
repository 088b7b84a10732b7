import type { TierRights } from '@domain/settings/shop-rules';
import { useTranslation } from 'react-i18next';
import classes from './tier-lines.module.css';

interface AllowedDiscountProps {
  readonly rights: Pick<TierRights, 'discountPercent'>;
  /** 0 when today is no member day. */
  readonly memberDayPercent: number;
}

/** What may be taken off, in words, so that nobody has to refuse or guess (S83); member day as in S48. */
export function AllowedDiscount({ rights, memberDayPercent }: AllowedDiscountProps) {
  const { t } = useTranslation(['tiers', 'common']);
  const say = (percent: number) => ({ discount: t('common:percentOff', { percent }) });
  const byTier = rights.discountPercent > 0;
  return (
    <p className={classes.allowed}>
      {byTier ? t('allowed.tier', say(rights.discountPercent)) : null}
      {!byTier && memberDayPercent === 0 ? t('allowed.none') : null}
      {memberDayPercent > 0 ? (
        <span className={classes.day}>
          {t(byTier ? 'allowed.better' : 'allowed.memberDay', say(memberDayPercent))}
        </span>
      ) : null}
    </p>
  );
}
