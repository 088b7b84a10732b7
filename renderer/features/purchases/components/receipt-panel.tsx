import type { ReceiptBill } from '@contract/purchases';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import { RowList } from '../../../ui/row-list';
import { useReceipt } from '../api';
import classes from './refund.module.css';

interface ReceiptPanelProps {
  readonly receiptNo: string;
  readonly onOpen: (bill: ReceiptBill) => void;
  /** It is the receipt of the sale in hand after all; null while nobody is open. */
  readonly onUse: (() => void) | null;
  readonly onCancel: () => void;
}

/** Bills that have one receipt number: of a till that begins anew each day, or of one that was replaced. */
export function ReceiptPanel({ receiptNo, onOpen, onUse, onCancel }: ReceiptPanelProps) {
  const { t } = useTranslation('purchases');
  const receipt = useReceipt(receiptNo);
  const list = useRef<HTMLDivElement>(null);
  const there = receipt.data !== undefined;
  useEffect(() => {
    if (there) list.current?.focus();
  }, [there]);
  useHotkeys(onUse === null ? [] : [['alt+B', onUse, { usePhysicalKeys: true }]], []);
  return (
    <Panel
      title={t('refund.receipt', { no: receiptNo })}
      onCancel={onCancel}
      foot={
        onUse === null ? undefined : (
          <KeyButton cap="Alt+B" variant="default" fullWidth onClick={onUse}>
            {t('receipt.use')}
          </KeyButton>
        )
      }
    >
      <p className={classes.ask}>{t('receipt.which')}</p>
      <Awaited
        of={receipt}
        skeleton={<Bones rows={4} height={36} />}
        isEmpty={(bills) => bills.length === 0}
        empty={<p className={classes.ask}>{t('receipt.gone')}</p>}
      >
        {(bills) => (
          <RowList
            ref={list}
            label={t('receipt.which')}
            rows={bills}
            idOf={({ purchaseId }) => purchaseId}
            onOpen={onOpen}
          >
            {(bill) => <ReceiptLine bill={bill} />}
          </RowList>
        )}
      </Awaited>
    </Panel>
  );
}

function ReceiptLine({ bill }: { readonly bill: ReceiptBill }) {
  const soldAt = useSoldAt();
  const whose = bill.memberName || bill.phoneMasked;
  return (
    <span className={classes.pick}>
      <span>{soldAt(bill.boughtAt)}</span>
      <span className={classes.pickWhat} title={whose}>
        {whose}
      </span>
      <span className={classes.pickMoney}>{money(bill.total)}</span>
    </span>
  );
}
