import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { RuleStamp } from '../../../ui/rule-stamp';
import { Why } from '../../../ui/why';
import type { Bill } from '../api';
import { earningReason } from '../explain';
import { AccountRows } from './account-rows';
import classes from './bill-steps.module.css';
import { Reason } from './reason';
import reason from './reason.module.css';
import { WholeAccount } from './whole-account';

/** How a price that was paid came about, by the rules of its day. */
export function BillAccount({ bill }: { readonly bill: Bill }) {
  const { t } = useTranslation(['purchases', 'common']);
  const { account } = bill;
  return (
    <>
      <dl className={classes.steps}>
        {account === null ? <Sums bill={bill} /> : <AccountRows account={account} />}
        <div className={classes.due}>
          <dt>{t('step.paid')}</dt>
          <dd>
            {account === null ? (
              money(bill.paid)
            ) : (
              <Why title={t('step.paid')} content={() => <WholeAccount account={account} />}>
                {money(bill.paid)}
              </Why>
            )}
          </dd>
        </div>
        <div className={classes.earn}>
          <dt>{t('step.earn')}</dt>
          <dd>
            {account === null ? (
              t('step.points_earned', { points: change(bill.pointsEarned) })
            ) : (
              <Why title={t('step.earn')} content={() => <Reason {...earningReason(account, t)} />}>
                {t('step.points_earned', { points: change(bill.pointsEarned) })}
              </Why>
            )}
          </dd>
        </div>
      </dl>
      <p className={reason.stamp}>{account === null ? t('bill.noAccount') : <RuleStamp {...bill.rule} />}</p>
    </>
  );
}

/** Of a bill that came without its steps: its sums. */
function Sums({ bill }: { readonly bill: Bill }) {
  const { t } = useTranslation('purchases');
  return (
    <>
      <div className={classes.step}>
        <dt>{t('step.gross')}</dt>
        <dd>{money(bill.gross)}</dd>
      </div>
      {bill.discount > 0 ? (
        <div className={classes.step}>
          <dt>{t('bill.discount')}</dt>
          <dd>{money(-bill.discount)}</dd>
        </div>
      ) : null}
      {bill.pointsRedeemed > 0 ? (
        <div className={classes.step}>
          <dt>{t('step.points', { points: whole(bill.pointsRedeemed) })}</dt>
          <dd>{money(-bill.pointsWorth)}</dd>
        </div>
      ) : null}
    </>
  );
}
