import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import { useFunctionPress } from '../../../lib/use-function-press';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import { useUndoSale } from '../api';
import type { RecordedSale } from './sale-panel';
import classes from './sale-result.module.css';

interface SaleResultProps {
  readonly sale: RecordedSale;
  readonly onUndone: () => void;
  readonly onAnother: () => void;
}

/** The sale as it now stands; undoing it is a reversal, and asks for its key twice. */
export function SaleResult({ sale, onUndone, onAnother }: SaleResultProps) {
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
  useFunctionPress('F8', () => void press());

  return (
    <Panel title={undone === null ? t('result.title') : t('result.undoneTitle')}>
      <div className={classes.result} role="status">
        <p className={undone === null ? classes.paid : classes.struck}>
          {undone === null ? <IconCheck size={20} stroke={2.4} aria-hidden="true" /> : null}
          {money(sale.paid)}
        </p>
        {undone === null ? (
          <ul className={classes.lines}>
            {sale.redeemed > 0 ? <li>{t('result.redeemed', { points: whole(sale.redeemed) })}</li> : null}
            <li>{t('result.earned', { points: change(sale.earned) })}</li>
            {sale.debtSettled > 0 ? (
              <li>{t('result.settled', { points: whole(sale.debtSettled) })}</li>
            ) : null}
            <li>{t('result.balance', { points: whole(sale.balance) })}</li>
          </ul>
        ) : (
          <ul className={classes.lines}>
            <li>{t('result.undone', { money: money(undone.moneyBack) })}</li>
            <li>{t('result.balance', { points: whole(undone.balanceAfter) })}</li>
          </ul>
        )}
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
          <KeyButton
            cap="F8"
            variant={sure ? 'filled' : 'default'}
            {...(sure ? { color: 'red' } : {})}
            onClick={() => void press()}
            loading={undo.now.state === 'busy'}
          >
            {t(sure ? 'undo.sure' : 'undo.do')}
          </KeyButton>
        ) : null}
        <KeyButton cap="F2" variant="subtle" onClick={onAnother}>
          {t('result.another')}
        </KeyButton>
      </div>
      <p className={classes.hint}>{t('result.next')}</p>
    </Panel>
  );
}
