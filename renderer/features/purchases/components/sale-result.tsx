import type { TierStanding } from '@contract/loyalty-shapes';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import { type RefundEffect, useUndoSale } from '../api';
import { CouponEffects, TierEffect } from './named-effects';
import type { RecordedSale } from './sale-panel';
import classes from './sale-result.module.css';

interface SaleResultProps {
  readonly sale: RecordedSale;
  /** The member's level as it stands after the sale. */
  readonly standing: TierStanding;
  /** What can be done with the sale beside undoing it: its slip. */
  readonly children?: ReactNode;
  /** What may be done next; it comes when it is known, and stands last so that nothing moves for it. */
  readonly next?: ReactNode;
  readonly onUndone: () => void;
  readonly onAnother: () => void;
}

/** The sale as it now stands; undoing it is a reversal, and asks for its key twice. */
export function SaleResult({ sale, standing, children, next, onUndone, onAnother }: SaleResultProps) {
  const { t } = useTranslation('purchases');
  const undo = useUndoSale();
  const [sure, setSure] = useState(false);
  useEffect(() => {
    if (!sure) return;
    const timer = setTimeout(() => setSure(false), 5_000);
    return () => clearTimeout(timer);
  }, [sure]);
  const undone = undo.now.state === 'done' ? undo.now.value.effect : null;
  const press = async () => {
    if (undone !== null) return;
    if (!sure) return setSure(true);
    setSure(false);
    const end = await undo.run({ purchaseId: sale.purchaseId });
    if (end.state === 'done') onUndone();
  };
  useHotkeys([['alt+Z', () => void press(), { usePhysicalKeys: true }]], []);

  return (
    <Panel title={undone === null ? t('result.title') : t('result.undoneTitle')}>
      <div className={classes.result} role="status">
        <p className={undone === null ? classes.paid : classes.struck}>
          {undone === null ? <IconCheck size={20} stroke={2.4} aria-hidden="true" /> : null}
          {money(sale.paid)}
        </p>
        {undone === null ? <Made sale={sale} standing={standing} /> : <Undone effect={undone} />}
      </div>
      {undo.now.state === 'refused' ? (
        <p role="alert" className={classes.refused}>
          {t(`undo.${undo.now.refusal.code}`)}
        </p>
      ) : null}
      {undo.now.state === 'fault' ? (
        <FaultLine mishap={undo.now.mishap} onRetry={() => void press()} />
      ) : null}
      <div className={classes.acts}>
        {undone === null ? (
          <>
            {children}
            <KeyButton
              cap="Alt+Z"
              aria-keyshortcuts="Alt+Z"
              variant={sure ? 'filled' : 'default'}
              {...(sure ? { color: 'red' } : {})}
              onClick={() => void press()}
              loading={undo.now.state === 'busy'}
            >
              {t(sure ? 'undo.sure' : 'undo.do')}
            </KeyButton>
          </>
        ) : null}
        <KeyButton cap="F2" variant="subtle" onClick={onAnother}>
          {t('result.another')}
        </KeyButton>
      </div>
      <p className={classes.hint}>{t('result.next')}</p>
      {undone === null ? next : null}
    </Panel>
  );
}

function Made({ sale, standing }: Pick<SaleResultProps, 'sale' | 'standing'>) {
  const { t } = useTranslation(['purchases', 'common']);
  const format = useFormat();
  const { tier } = sale;
  // The card is read again after a sale; until it is here it still tells of the level before.
  const until = tier !== null && standing.tier === tier.to ? standing.until : null;
  return (
    <>
      <ul className={classes.lines}>
        {sale.redeemed > 0 ? <li>{t('result.redeemed', { points: whole(sale.redeemed) })}</li> : null}
        <li>{t('result.earned', { points: change(sale.earned) })}</li>
        {sale.debtSettled > 0 ? <li>{t('result.settled', { points: whole(sale.debtSettled) })}</li> : null}
        <li>{t('result.balance', { points: whole(sale.balance) })}</li>
      </ul>
      {tier === null ? null : (
        <p className={classes.news}>
          <strong>{t('result.tier', { tier: t(`common:tier.${tier.to}`) })}</strong>
          {until === null ? null : <span> {t('result.until', { date: format.date(until) })}</span>}
        </p>
      )}
      {sale.brought.map((coupon) => (
        <p key={coupon.id} className={classes.news}>
          <strong>{t('result.brought', { name: coupon.name })}</strong>{' '}
          <span>{t('coupon.until', { date: format.date(coupon.lastDay) })}</span>
        </p>
      ))}
    </>
  );
}

function Undone({ effect }: { readonly effect: RefundEffect }) {
  const { t } = useTranslation('purchases');
  return (
    <>
      <ul className={classes.lines}>
        <li>{t('result.undone', { money: money(effect.moneyBack) })}</li>
        <li>{t('result.balance', { points: whole(effect.balanceAfter) })}</li>
      </ul>
      <TierEffect tier={effect.tier} />
      <CouponEffects coupons={effect.coupons} />
    </>
  );
}
