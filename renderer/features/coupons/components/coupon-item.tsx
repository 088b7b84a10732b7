import type { CouponView } from '@contract/loyalty-shapes';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { termsWords } from '../../../lib/coupon-words';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Why } from '../../../ui/why';
import { useHandOver } from '../api';
import { groupOf } from '../groups';
import { notUsableWords, validWords } from '../words';
import classes from './coupon-panel.module.css';
import { CouponWhy } from './coupon-why';
import { StepEnd } from './step-end';
import { WithdrawForm } from './withdraw-form';

interface CouponItemProps {
  readonly coupon: CouponView;
  readonly onLay: () => void;
}

/** One coupon: what it does, until when, its code with where it comes from, and what may be done with it. */
export function CouponItem({ coupon, onLay }: CouponItemProps) {
  const { t } = useTranslation(['coupons', 'common']);
  const format = useFormat();
  const [withdrawing, setWithdrawing] = useState(false);
  const usable = coupon.stateToday === 'usable';
  const unused = coupon.state === 'issued' && coupon.stateToday !== 'lapsed';
  const mayWithdraw = unused;
  /** What is over says so by its group. */
  const waits = groupOf(coupon) === 'waiting' ? notUsableWords(coupon, coupon.stateToday, t, format) : null;
  return (
    <li className={classes.coupon} data-past={usable ? undefined : ''}>
      <p className={classes.name}>
        {coupon.name}
        <span className={classes.code}>
          <Why title={t('why.title')} content={() => <CouponWhy couponId={coupon.id} />}>
            {coupon.code}
          </Why>
        </span>
      </p>
      <p className={classes.terms}>
        {termsWords(coupon.terms, t)}
        {coupon.stacks ? ` · ${t('terms.stacks')}` : null}
      </p>
      <p className={classes.about}>{validWords(coupon, t, format)}</p>
      {waits === null ? null : <p className={classes.about}>{waits}</p>}
      {usable || mayWithdraw ? (
        <div className={classes.acts}>
          {usable ? (
            <KeyButton cap="Enter" size="compact-sm" data-lay="" onClick={onLay}>
              {t('lay')}
            </KeyButton>
          ) : null}
          {usable && coupon.terms.kind === 'gift' && coupon.terms.threshold === 0 ? (
            <HandOver coupon={coupon} />
          ) : null}
          {mayWithdraw && !withdrawing ? (
            <>
              <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setWithdrawing(true)}>
                {t('withdraw')}
              </Button>
              <NeedsPin channel="coupons.withdraw" />
            </>
          ) : null}
          {withdrawing ? <WithdrawForm coupon={coupon} onCancel={() => setWithdrawing(false)} /> : null}
        </div>
      ) : null}
    </li>
  );
}

/** A gift that leaves without a bill; pressed twice, for it cannot come back. */
function HandOver({ coupon }: { readonly coupon: CouponView }) {
  const { t } = useTranslation('coupons');
  const handOver = useHandOver();
  const [sure, setSure] = useState(false);
  const press = async () => {
    if (!sure) return setSure(true);
    await handOver.run({ couponId: coupon.id });
  };
  return (
    <>
      <Button
        variant={sure ? 'filled' : 'default'}
        size="compact-sm"
        loading={handOver.now.state === 'busy'}
        onClick={() => void press()}
        onBlur={() => setSure(false)}
      >
        {t(sure ? 'handOverSure' : 'handOver')}
      </Button>
      <StepEnd coupon={coupon} now={handOver.now} onRetry={() => void press()} />
    </>
  );
}
