import { Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import type { Answered } from '../../../lib/rooms';
import { useFormat } from '../../../lib/store-context';
import { enterField } from '../../../lib/typing';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import { useRefundDraft } from '../use-refund-draft';
import classes from './refund.module.css';
import { RefundEffectLines } from './refund-effect';
import { ShortfallChoice } from './shortfall-choice';

export type Bill = NonNullable<Answered<'purchases', 'detail'>>;

interface RefundFormProps {
  readonly bill: Bill;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** How much of one bill goes back, why, and what that does to points, before it is done. */
export function RefundForm({ bill, onDone, onBack }: RefundFormProps) {
  const { t } = useTranslation('purchases');
  const draft = useRefundDraft(bill);
  const amount = useRef<HTMLInputElement>(null);
  const { done } = draft;
  useEffect(() => {
    if (draft.remaining > 0) enterField(amount.current);
  }, [draft.remaining]);
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
        <RefundEffectLines effect={done} />
      </Panel>
    );
  }
  return (
    <Panel
      title={t('refund.title')}
      onCancel={onBack}
      foot={
        draft.remaining === 0 ? undefined : (
          <KeyButton
            cap="Ctrl+Enter"
            fullWidth
            color="red"
            disabled={!draft.ready}
            loading={draft.busy}
            onClick={() => void confirm()}
          >
            {draft.effect === null
              ? t('refund.do')
              : t('refund.doMoney', { money: money(draft.effect.moneyBack) })}
          </KeyButton>
        )
      }
    >
      <BillLines bill={bill} />
      {draft.remaining === 0 ? (
        <p className={classes.ask}>{t('refundRefusal.nothing_left')}</p>
      ) : (
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
            label={t('refund.reason')}
            maxLength={200}
            value={draft.reason}
            onChange={(event) => draft.setReason(event.currentTarget.value)}
          />
          {draft.effect !== null && draft.hasShortfall ? (
            <ShortfallChoice effect={draft.effect} value={draft.shortfall} onChange={draft.setShortfall} />
          ) : null}
          {draft.problem === null ? null : (
            <p role="alert" className={classes.problem}>
              {draft.problem}
            </p>
          )}
          {draft.mishap === null ? null : <FaultLine mishap={draft.mishap} onRetry={() => void confirm()} />}
          {draft.effect === null ? null : <RefundEffectLines effect={draft.effect} />}
        </div>
      )}
    </Panel>
  );
}

function BillLines({ bill }: { readonly bill: Bill }) {
  const { t } = useTranslation('purchases');
  const format = useFormat();
  return (
    <div className={classes.bill}>
      <p className={classes.billHead}>
        <span>{format.dateTime(bill.boughtAt)}</span>
        <strong>{money(bill.total)}</strong>
      </p>
      {bill.receiptNo === null ? null : (
        <p className={classes.billLine}>{t('refund.receipt', { no: bill.receiptNo })}</p>
      )}
      {bill.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a bill never change and have no id
        <p key={index} className={classes.billLine}>
          <span>
            {item.product} × {item.quantityMilli / 1000}
          </span>
          <span>{money(item.amount)}</span>
        </p>
      ))}
      {bill.refunds.map((refund) => (
        <p key={refund.id} className={classes.billLine}>
          <span>
            {t(`refund.kind.${refund.kind}`)} {format.dateTime(refund.at)}
          </span>
          <span>{money(-refund.amount)}</span>
        </p>
      ))}
    </div>
  );
}
