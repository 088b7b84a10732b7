import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { type UnclaimedReceipt, useDismiss } from '../api';
import classes from './pos.module.css';
import { Trouble } from './trouble';

interface WaitingReceiptProps {
  readonly receipt: UnclaimedReceipt;
  readonly onGive: () => void;
  readonly onBack: () => void;
}

/** One receipt that waits: it is given to a member, or said to be nobody's, with the reason. */
export function WaitingReceipt({ receipt, onGive, onBack }: WaitingReceiptProps) {
  const { t } = useTranslation('pos');
  const soldAt = useSoldAt();
  const dismiss = useDismiss();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const letGo = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return field.current?.focus();
    const end = await dismiss.run({ receiptId: receipt.id, reason: reason.trim() });
    if (end.state === 'done') onBack();
  };
  return (
    <section
      className={classes.detail}
      aria-label={receipt.receiptNo}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onBack();
      }}
    >
      <h3 className={classes.title}>{receipt.receiptNo}</h3>
      <p className={classes.big}>{money(receipt.paid)}</p>
      <p className={classes.line}>{soldAt(receipt.boughtAt)}</p>
      <Notice tone="quiet">{t(`waitsTodo.${receipt.why}`)}</Notice>
      <div className={classes.acts}>
        <KeyButton cap="Enter" onClick={onGive} autoFocus>
          {t('do.give')}
        </KeyButton>
        <KeyButton cap="Esc" variant="subtle" onClick={onBack}>
          {t('do.back')}
        </KeyButton>
      </div>
      <form className={classes.dismiss} onSubmit={(event) => void letGo(event)}>
        <TextInput
          ref={field}
          label={t('dismiss.reason')}
          description={t('dismiss.about')}
          maxLength={200}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
          error={asked && reason.trim() === '' ? t('dismiss.reasonNeeded') : null}
        />
        <Button type="submit" variant="default" loading={dismiss.now.state === 'busy'}>
          {t('dismiss.do')}
        </Button>
        <NeedsPin channel="pos.dismiss" />
      </form>
      <Trouble of={dismiss.now} />
    </section>
  );
}
