import { Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { enterField } from '../../../lib/typing';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import type { Bill } from '../api';
import { useRefundDraft } from '../use-refund-draft';
import { MoneyBack } from './money-back';
import classes from './refund.module.css';
import { RefundBill } from './refund-bill';
import { RefundEffectLines } from './refund-effect';
import { ShortfallChoice } from './shortfall-choice';

interface RefundFormProps {
  readonly bill: Bill;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** How much of one bill goes back, why, and everything that it does, before it is done. */
export function RefundForm({ bill, onDone, onBack }: RefundFormProps) {
  const { t } = useTranslation('purchases');
  const draft = useRefundDraft(bill);
  const amount = useRef<HTMLInputElement>(null);
  const { done, effect, wanted } = draft;
  const { hasRest } = draft;
  useEffect(() => {
    if (hasRest) enterField(amount.current);
  }, [hasRest]);
  const confirm = async () => {
    if (await draft.confirm()) onDone();
  };
  useHotkeys([['mod+Enter', () => void confirm()]], []);

  if (done !== null) {
    return (
      <Panel title={t('refund.doneTitle')} onCancel={onBack}>
        <p className={classes.back} role="status">
          {money(done.moneyBack)}
        </p>
        <RefundEffectLines bill={bill} amount={null} effect={done} />
      </Panel>
    );
  }
  return (
    <Panel
      title={t('refund.title')}
      onCancel={onBack}
      foot={
        hasRest ? (
          <div className={classes.foot}>
            <MoneyBack bill={bill} amount={wanted} effect={effect} />
            <KeyButton
              cap="Ctrl+Enter"
              fullWidth
              color="red"
              disabled={!draft.ready}
              loading={draft.busy}
              onClick={() => void confirm()}
            >
              {t('refund.do')}
            </KeyButton>
          </div>
        ) : undefined
      }
    >
      <RefundBill bill={bill} draft={draft} />
      {hasRest ? (
        <div className={classes.fields}>
          <div className={classes.amountRow}>
            <TextInput
              ref={amount}
              label={t('refund.amount')}
              leftSection="¥"
              inputMode="decimal"
              autoComplete="off"
              classNames={{ input: classes.amount }}
              value={draft.typed}
              onChange={(event) => draft.setTyped(event.currentTarget.value)}
              error={draft.amountProblem}
            />
            <Button
              variant={draft.isAll ? 'light' : 'default'}
              aria-pressed={draft.isAll}
              onClick={draft.takeAll}
            >
              {t('refund.all')}
            </Button>
          </div>
          <TextInput
            aria-label={t('refund.reason')}
            placeholder={t('refund.reason')}
            maxLength={200}
            value={draft.reason}
            onChange={(event) => draft.setReason(event.currentTarget.value)}
          />
          <RefundEffectLines bill={bill} amount={wanted} effect={effect} />
          {draft.ways === null ? null : (
            <ShortfallChoice ways={draft.ways} value={draft.shortfall} onChange={draft.setShortfall} />
          )}
          {draft.problem === null ? null : (
            <p role="alert" className={classes.problem}>
              {draft.problem}
            </p>
          )}
          {draft.mishap === null ? null : <FaultLine mishap={draft.mishap} onRetry={() => void confirm()} />}
        </div>
      ) : (
        <p className={classes.ask}>{t('refundRefusal.nothing_left')}</p>
      )}
    </Panel>
  );
}
