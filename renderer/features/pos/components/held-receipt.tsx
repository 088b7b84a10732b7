import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import type { UnclaimedReceipt } from '../api';
import classes from './pos.module.css';

interface HeldReceiptProps {
  readonly receipt: UnclaimedReceipt | null;
  readonly onCancel: () => void;
}

/** A receipt in hand while its member is looked up. */
export function HeldReceipt({ receipt, onCancel }: HeldReceiptProps) {
  const { t } = useTranslation('pos');
  const soldAt = useSoldAt();
  return (
    <Panel title={t('claim.title')} onCancel={onCancel}>
      <div className={classes.claim}>
        {receipt === null ? null : (
          <>
            <p className={classes.big}>{money(receipt.paid)}</p>
            <p className={classes.line}>
              {t('claim.receipt', { no: receipt.receiptNo, when: soldAt(receipt.boughtAt) })}
            </p>
          </>
        )}
        <Notice tone="mind">{t('claim.findMember')}</Notice>
      </div>
    </Panel>
  );
}
