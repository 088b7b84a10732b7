import type { BillAccount } from '@domain/purchases/bill';
import type { PointsRules } from '@domain/settings/shop-rules';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { changesOf, stepFigure, stepLabel, stepReason } from '../explain';
import { Reason } from './reason';
import classes from './reason.module.css';

interface WholeAccountProps {
  readonly account: BillAccount;
  readonly points?: PointsRules;
}

/** The whole way from what was rung up to what is paid, in words: what a cashier reads out to whoever asks. */
export function WholeAccount({ account, points }: WholeAccountProps) {
  const { t } = useTranslation(['purchases', 'common']);
  const { t: ofCoupons } = useTranslation(['coupons', 'common']);
  const gross = account.steps[0]?.amount ?? 0;
  const due = account.steps.at(-1)?.amount ?? 0;
  return (
    <div className={classes.all}>
      <section>
        <p className={classes.head}>
          <span>{t('step.gross')}</span>
          <span>{money(gross)}</span>
        </p>
        <p className={classes.sum}>{t('why.gross')}</p>
      </section>
      {changesOf(account.steps).map((step) => (
        <section key={step.kind === 'coupon' ? step.couponId : step.kind}>
          <p className={classes.head}>
            <span>{stepLabel(step, t)}</span>
            <span>{stepFigure(step, ofCoupons)}</span>
          </p>
          <Reason {...stepReason(step, account, { t, ofCoupons, points })} />
        </section>
      ))}
      <p className={`${classes.head} ${classes.end}`}>
        <span>{t('step.due')}</span>
        <span>{money(due)}</span>
      </p>
    </div>
  );
}
