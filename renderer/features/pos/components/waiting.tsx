import { TextInput } from '@mantine/core';
import { useDeferredValue, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { RowList } from '../../../ui/row-list';
import { MOST_ROWS, type UnclaimedReceipt, useUnclaimed } from '../api';
import classes from './pos.module.css';
import { WaitingReceipt } from './waiting-receipt';

interface WaitingProps {
  /** To the counter, where its member is looked up. */
  readonly onGive: (receipt: UnclaimedReceipt) => void;
}

/** Receipts of the till that wait for a member, newest first; a number typed or scanned finds one. */
export function Waiting({ onGive }: WaitingProps) {
  const { t } = useTranslation('pos');
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const receipts = useUnclaimed(asked);
  const [open, setOpen] = useState<UnclaimedReceipt | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const close = () => {
    flushSync(() => setOpen(null));
    (list.current ?? box.current)?.focus();
  };
  if (open !== null) return <WaitingReceipt receipt={open} onGive={() => onGive(open)} onBack={close} />;
  return (
    <>
      <TextInput
        ref={box}
        label={t('findReceipt')}
        maxLength={40}
        data-takes-scan=""
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          list.current?.focus();
        }}
      />
      <Awaited
        of={receipts}
        skeleton={<Bones rows={6} height={44} />}
        isEmpty={({ total }) => total === 0}
        empty={
          <p className={classes.line}>{t(asked === '' ? 'waitingEmpty' : 'waitingNone', { text: asked })}</p>
        }
      >
        {({ total, rows }) => (
          <>
            <RowList ref={list} label={t('view.waiting')} rows={rows} idOf={({ id }) => id} onOpen={setOpen}>
              {(receipt) => <ReceiptRow receipt={receipt} />}
            </RowList>
            {total > MOST_ROWS ? <p className={classes.line}>{t('waitingMost', { n: MOST_ROWS })}</p> : null}
          </>
        )}
      </Awaited>
    </>
  );
}

/** A receipt in one line: its number, when, how much. */
export function ReceiptRow({ receipt }: { readonly receipt: UnclaimedReceipt }) {
  const { t } = useTranslation('pos');
  const soldAt = useSoldAt();
  return (
    <span className={classes.row}>
      <span className={classes.name}>{receipt.receiptNo}</span>
      <span className="quiet">
        {soldAt(receipt.boughtAt)} · {t(`waits.${receipt.why}`)}
      </span>
      <span className={classes.size}>{money(receipt.paid)}</span>
    </span>
  );
}
