import { worthOf } from '@domain/purchases/redemption';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RuleStamp } from '../../../ui/rule-stamp';
import { type BalanceWhy as Explained, useWhyBalance } from '../api';
import classes from './why.module.css';

/** Why a balance is what it is: every kind of entry with its sum, adding up to what is shown. */
export function BalanceWhy({ memberId }: { readonly memberId: string }) {
  return (
    <Awaited of={useWhyBalance(memberId)} skeleton={<Bones rows={4} height={28} />}>
      {(why) => (why === null ? <Gone /> : <Sums why={why} />)}
    </Awaited>
  );
}

function Gone() {
  const { t } = useTranslation('points');
  return <p className={classes.text}>{t('refusal.member_gone')}</p>;
}

function Sums({ why }: { readonly why: Explained }) {
  const { t } = useTranslation('points');
  const { balance, lapsedUnwritten, debt, byKind, worth, rule } = why;
  return (
    <>
      <ul className={classes.rows}>
        {byKind.map(({ kind, entries, points }) => (
          <li key={kind}>
            <span>
              {t(`kind.${kind}`)} <span className="quiet">{t('why.times', { count: entries })}</span>
            </span>
            <span>{change(points)}</span>
          </li>
        ))}
        {lapsedUnwritten === 0 ? null : (
          <li>
            <span>{t('why.lapsedUnwritten')}</span>
            <span>{change(-lapsedUnwritten)}</span>
          </li>
        )}
        <li className={classes.sum}>
          <strong>{t('why.balance')}</strong>
          <strong>{whole(balance)}</strong>
        </li>
      </ul>
      {debt === 0 ? null : <p className={classes.text}>{t('why.debt', { points: whole(debt) })}</p>}
      {balance <= 0 ? null : (
        <p className={classes.text}>
          {t('why.worth', {
            rate: whole(worth.points),
            money: money(worth.worthFen),
            points: whole(balance),
            worth: money(worthOf(balance, { redeem: worth })),
          })}
        </p>
      )}
      <RuleStamp {...rule} />
    </>
  );
}
