import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { RowList } from '../../../ui/row-list';
import { type ClaimedSale, type UnclaimedReceipt, useClaim, useUnclaimed } from '../api';
import classes from './pos.module.css';
import { Trouble } from './trouble';
import { ReceiptRow } from './waiting';

interface ClaimPanelProps {
  readonly memberId: string;
  /** Brought along from the list of those that wait; null: it is found here. */
  readonly receipt: UnclaimedReceipt | null;
  readonly onPick: (receipt: UnclaimedReceipt | null) => void;
  readonly onClaimed: (sale: ClaimedSale) => void;
  readonly onCancel: () => void;
}

/** "This receipt is theirs": a receipt of the till that waits is booked for the open member. */
export function ClaimPanel({ receipt, ...props }: ClaimPanelProps) {
  return receipt === null ? (
    <PickReceipt onPick={props.onPick} onCancel={props.onCancel} />
  ) : (
    <Give key={receipt.id} receipt={receipt} {...props} />
  );
}

function PickReceipt({ onPick, onCancel }: Pick<ClaimPanelProps, 'onPick' | 'onCancel'>) {
  const { t } = useTranslation('pos');
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const receipts = useUnclaimed(asked);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const first = receipts.data?.rows[0];
  const take = (event: FormEvent) => {
    event.preventDefault();
    // What stands there still belongs to the number before: the next Enter takes it.
    if (first !== undefined && asked === typed.trim() && !receipts.isPlaceholderData) onPick(first);
  };
  return (
    <Panel title={t('claim.title')} onCancel={onCancel}>
      <form className={classes.claim} onSubmit={take}>
        <TextInput
          ref={box}
          label={t('findReceipt')}
          description={t('claim.about')}
          maxLength={40}
          data-takes-scan=""
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        <Awaited
          of={receipts}
          skeleton={<Bones rows={4} height={44} />}
          isEmpty={({ total }) => total === 0}
          empty={
            <p className={classes.line} role="status">
              {t(asked === '' ? 'waitingEmpty' : 'waitingNone', { text: asked })}
            </p>
          }
        >
          {({ rows }) => (
            <RowList label={t('view.waiting')} rows={rows} idOf={({ id }) => id} onOpen={onPick}>
              {(each) => <ReceiptRow receipt={each} />}
            </RowList>
          )}
        </Awaited>
      </form>
    </Panel>
  );
}

function Give({
  memberId,
  receipt,
  onPick,
  onClaimed,
  onCancel,
}: ClaimPanelProps & { readonly receipt: UnclaimedReceipt }) {
  const { t } = useTranslation('pos');
  const soldAt = useSoldAt();
  const claim = useClaim();
  const give = useRef<HTMLButtonElement>(null);
  useEffect(() => give.current?.focus(), []);
  const book = async () => {
    const end = await claim.run({ receiptId: receipt.id, memberId });
    if (end.state === 'done') onClaimed(end.value);
  };
  return (
    <Panel
      title={t('claim.title')}
      onCancel={onCancel}
      foot={
        <KeyButton
          ref={give}
          cap="Enter"
          size="md"
          fullWidth
          loading={claim.now.state === 'busy'}
          onClick={() => void book()}
        >
          {t('claim.do')}
        </KeyButton>
      }
    >
      <div className={classes.claim}>
        <p className={classes.big}>{money(receipt.paid)}</p>
        <p className={classes.line}>
          {t('claim.receipt', { no: receipt.receiptNo, when: soldAt(receipt.boughtAt) })}
        </p>
        {receipt.why === 'maybe_by_hand' ? <Notice tone="mind">{t('waitsTodo.maybe_by_hand')}</Notice> : null}
        <p className="quiet">{t('claim.means')}</p>
        <Button variant="subtle" size="compact-sm" onClick={() => onPick(null)}>
          {t('claim.other')}
        </Button>
        <Trouble of={claim.now} />
      </div>
    </Panel>
  );
}
