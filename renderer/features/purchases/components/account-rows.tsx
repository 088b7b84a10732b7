import type { BillAccount } from '@domain/purchases/bill';
import type { PointsRules } from '@domain/settings/shop-rules';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { Why } from '../../../ui/why';
import { changesOf, stepFigure, stepLabel, stepReason } from '../explain';
import classes from './bill-steps.module.css';
import { Reason } from './reason';

interface AccountRowsProps {
  readonly account: BillAccount;
  /** The rules in force, for a bill that is not paid yet. */
  readonly points?: PointsRules;
}

/** What was rung up and what each step takes off it; every figure explains itself. */
export function AccountRows({ account, points }: AccountRowsProps) {
  const { t } = useTranslation(['purchases', 'common']);
  const { t: ofCoupons } = useTranslation(['coupons', 'common']);
  return (
    <>
      <div className={classes.step}>
        <dt>{t('step.gross')}</dt>
        <dd>
          <Why title={t('step.gross')} content={() => <Reason rule={t('why.gross')} sums={[]} />}>
            {money(account.steps[0]?.amount ?? 0)}
          </Why>
        </dd>
      </div>
      {changesOf(account.steps).map((step) => (
        <div key={step.kind === 'coupon' ? step.couponId : step.kind} className={classes.step}>
          <dt>{stepLabel(step, t)}</dt>
          <dd>
            <Why
              title={stepLabel(step, t)}
              content={() => <Reason {...stepReason(step, account, { t, ofCoupons, points })} />}
            >
              {stepFigure(step, ofCoupons)}
            </Why>
          </dd>
        </div>
      ))}
    </>
  );
}
