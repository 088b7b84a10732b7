import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { Why } from '../../../ui/why';
import type { Bill, RefundEffect } from '../api';
import { Reason } from './reason';
import classes from './refund.module.css';
import type { RefundEffectProps } from './refund-effect';

/** Money that goes back: the largest text while a refund is on its way, with what it is made of. */
export function MoneyBack({ bill, amount, effect }: RefundEffectProps) {
  const { t } = useTranslation('purchases');
  return (
    <dl className={classes.moneyBack}>
      <dt>{t('effect.moneyBack')}</dt>
      <dd aria-live="polite">
        {effect === null || amount === null ? (
          '¥—'
        ) : (
          <Why
            title={t('effect.moneyBack')}
            content={() => <Reason rule={t('effect.why.money')} sums={moneySums(bill, amount, effect, t)} />}
          >
            {money(effect.moneyBack)}
          </Why>
        )}
      </dd>
    </dl>
  );
}

function moneySums(bill: Bill, amount: number, effect: RefundEffect, t: TFunction<'purchases'>): string[] {
  const byPoints = amount - effect.moneyBack - effect.reducedBy;
  return [
    t('effect.why.amount', { amount: money(amount), total: money(bill.total) }),
    ...(byPoints > 0
      ? [t('effect.why.byPoints', { money: money(byPoints), points: whole(effect.pointsRestored) })]
      : []),
    ...(effect.reducedBy > 0
      ? [t('effect.why.reduced', { money: money(effect.reducedBy), points: whole(effect.shortfall) })]
      : []),
  ];
}
