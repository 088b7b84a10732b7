import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { Why } from '../../../ui/why';
import type { Bill, RefundEffect } from '../api';
import { CouponEffects, Revived, TierEffect } from './named-effects';
import { Reason } from './reason';
import classes from './refund.module.css';

export interface RefundEffectProps {
  readonly bill: Bill;
  /** In fen; null while it cannot be read, and once it is done. */
  readonly amount: number | null;
  /** Null while there is nothing to say: the places stay, so that nothing jumps. */
  readonly effect: RefundEffect | null;
}

/** What a refund does, consequence by consequence, in the words of the counter. */
export function RefundEffectLines({ bill, amount, effect }: RefundEffectProps) {
  const { t } = useTranslation('purchases');
  // On its way, the three ways out say this beside each other.
  const isDone = amount === null;
  const hasCoupons = bill.couponsUsed.length + bill.couponsBrought.length > 0;
  return (
    <div>
      <dl className={classes.effect}>
        <Line word={t('effect.takenBack')}>
          {effect === null ? (
            '—'
          ) : isDone ? (
            change(-effect.pointsTakenBack)
          ) : (
            <Why
              title={t('effect.takenBack')}
              content={() => <TakenBack bill={bill} amount={amount} effect={effect} />}
            >
              {change(-effect.pointsTakenBack)}
            </Why>
          )}
        </Line>
        {bill.pointsRedeemed > 0 ? (
          <Line word={t('effect.restored')}>{effect === null ? '—' : change(effect.pointsRestored)}</Line>
        ) : null}
        {effect !== null && effect.pointsLapsed > 0 ? (
          <Line word={t('effect.lapsed')}>{whole(effect.pointsLapsed)}</Line>
        ) : null}
        {effect !== null && isDone ? <Settled effect={effect} /> : null}
        <Line word={t('effect.balanceAfter')}>{effect === null ? '—' : whole(effect.balanceAfter)}</Line>
      </dl>
      {effect === null ? null : (
        <>
          <Revived effect={effect} />
          <TierEffect tier={effect.tier} />
          <CouponEffects coupons={effect.coupons} />
          {hasCoupons && amount !== null && bill.refunded + amount < bill.total ? (
            <p className={classes.note}>{t('effect.couponsStay')}</p>
          ) : null}
        </>
      )}
    </div>
  );
}

function TakenBack({
  bill,
  amount,
  effect,
}: {
  readonly bill: Bill;
  readonly amount: number;
  readonly effect: RefundEffect;
}) {
  const { t } = useTranslation('purchases');
  const shares = {
    earned: whole(bill.pointsEarned),
    returned: money(bill.refunded + amount),
    total: money(bill.total),
  };
  return (
    <Reason
      rule={t('effect.why.takenBack')}
      sums={[
        t('effect.why.share', shares),
        ...(bill.refunded > 0 ? [t('effect.why.before')] : []),
        ...(effect.pointsLapsed > 0 ? [t('effect.why.lapsed', { points: whole(effect.pointsLapsed) })] : []),
        ...(effect.shortfall > 0 ? [t('effect.why.short', { points: whole(effect.shortfall) })] : []),
      ]}
    />
  );
}

/** Earned points that were not there to take back, and what has become of them. */
function Settled({ effect }: { readonly effect: RefundEffect }) {
  const { t } = useTranslation('purchases');
  return (
    <>
      {effect.debt > 0 ? <Line word={t('effect.debt')}>{whole(effect.debt)}</Line> : null}
      {effect.writtenOff > 0 ? <Line word={t('effect.writtenOff')}>{whole(effect.writtenOff)}</Line> : null}
      {effect.reducedBy > 0 ? <Line word={t('effect.reducedBy')}>{money(-effect.reducedBy)}</Line> : null}
    </>
  );
}

const Line = ({ word, children }: { readonly word: string; readonly children: ReactNode }) => (
  <div className={classes.effectLine}>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
);
