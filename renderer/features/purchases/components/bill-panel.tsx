import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import { type Bill, usePurchase } from '../api';
import { hasRest } from '../rest';
import { BillAccount } from './bill-account';
import { BillLines } from './bill-lines';
import classes from './bill-panel.module.css';

interface BillPanelProps {
  readonly purchaseId: string;
  /** What else can be done with a bill: its slip. */
  readonly children?: ReactNode;
  readonly onRefund: () => void;
  readonly onBack: () => void;
}

/** One bill as it was: what was bought, how its price came about, what has come of it since. */
export function BillPanel({ purchaseId, children, onRefund, onBack }: BillPanelProps) {
  const { t } = useTranslation('purchases');
  const purchase = usePurchase(purchaseId);
  const whole = useRef<HTMLDivElement>(null);
  // The list keeps the focus: arrows and Enter go through the bills. In the dock this panel lies above it.
  useEffect(() => whole.current?.scrollIntoView?.({ block: 'start' }), []);
  return (
    <div ref={whole} className={classes.whole}>
      <Panel
        title={t('bill.title')}
        onCancel={onBack}
        foot={
          purchase.data == null ? undefined : (
            <div className={classes.acts}>
              {children}
              {hasRest(purchase.data) ? (
                <KeyButton cap="F7" variant="default" onClick={onRefund}>
                  {t('bill.refund')}
                </KeyButton>
              ) : null}
            </div>
          )
        }
      >
        <Awaited
          of={purchase}
          skeleton={<Bones rows={8} height={28} />}
          isEmpty={(bill) => bill === null}
          empty={<p role="alert">{t('refundRefusal.purchase_gone')}</p>}
        >
          {(bill) => (bill === null ? null : <BillView bill={bill} />)}
        </Awaited>
      </Panel>
    </div>
  );
}

function BillView({ bill }: { readonly bill: Bill }) {
  const { t } = useTranslation('purchases');
  const format = useFormat();
  const soldAt = useSoldAt();
  return (
    <div className={classes.bill}>
      <p className={classes.head}>
        <span>{soldAt(bill.boughtAt)}</span>
        {bill.receiptNo === null ? null : (
          <span className={classes.quiet}>{t('refund.receipt', { no: bill.receiptNo })}</span>
        )}
      </p>
      {bill.items.length === 0 ? null : <BillLines items={bill.items} />}
      <BillAccount bill={bill} />
      {bill.couponsBrought.map((coupon) => (
        <p key={coupon.id} className={classes.note}>
          {t('result.brought', { name: coupon.name })}{' '}
          <span className={classes.quiet}>{t('coupon.until', { date: format.date(coupon.lastDay) })}</span>
        </p>
      ))}
      {bill.refunds.length === 0 ? null : (
        <ul className={classes.lines}>
          {bill.refunds.map((refund) => (
            <li key={refund.id} className={classes.line}>
              <span>
                {t(`refund.kind.${refund.kind}`)} {soldAt(refund.at)}
              </span>
              <span>{money(-refund.amount)}</span>
              {refund.reason === '' && refund.moneyBack === refund.amount ? null : (
                <span className={classes.lineNote}>
                  {[
                    ...(refund.moneyBack === refund.amount
                      ? []
                      : [t('bill.moneyBack', { money: money(refund.moneyBack) })]),
                    ...(refund.reason === '' ? [] : [refund.reason]),
                  ].join(' · ')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
