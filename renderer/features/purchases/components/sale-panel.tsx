import type { ShopRules } from '@domain/settings/shop-rules';
import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../lib/rooms';
import { useFormat } from '../../../lib/store-context';
import { enterField } from '../../../lib/typing';
import type { KeptAttempt } from '../../../lib/use-command';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Panel } from '../../../ui/panel';
import type { Buyer, TypedSale } from '../sale-form';
import { useSale } from '../use-sale';
import { BillSteps } from './bill-steps';
import { CouponChoice } from './coupon-choice';
import { RedeemChoice } from './redeem-choice';
import { SaleLines } from './sale-lines';
import classes from './sale-panel.module.css';
import { amountProblem, saleProblem, specialProblem } from './sale-words';

export type RecordedSale = Answered<'purchases', 'record'>;

interface SalePanelProps {
  readonly buyer: Buyer;
  readonly rules: ShopRules;
  /** What is typed so far, coupons put on the bill included: it outlives a look at another panel. */
  readonly typed: TypedSale;
  readonly onTyped: (typed: TypedSale) => void;
  /** A number that the till's program has copied, for a sale that has none yet. */
  readonly offeredReceipt: string | null;
  /** Grows each time the amount is asked for (F2, Enter in the empty box). */
  readonly focusAsked: number;
  /** Under which request the sale was last sent: a page that crashed goes on with it. */
  readonly attempt: KeptAttempt;
  readonly onRecorded: (sale: RecordedSale) => void;
}

/** The act that is there by default: an amount, Enter. */
export function SalePanel({
  buyer,
  rules,
  typed,
  onTyped,
  offeredReceipt,
  focusAsked,
  attempt,
  onRecorded,
}: SalePanelProps) {
  const { t } = useTranslation('purchases');
  const format = useFormat();
  const sale = useSale(buyer, rules, typed, onTyped, attempt);
  const amount = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusAsked > 0) enterField(amount.current);
  }, [focusAsked]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const recorded = await sale.confirm();
    if (recorded === null) amount.current?.focus();
    else onRecorded(recorded);
  };
  const takeOffered = () => {
    if (offeredReceipt !== null) sale.setReceiptNo(offeredReceipt);
  };
  useHotkeys(
    [
      ['alt+L', sale.addLine, { usePhysicalKeys: true }],
      ['alt+V', takeOffered, { usePhysicalKeys: true }],
    ],
    [],
  );

  const problem = saleProblem(sale, t, format);
  const hasLines = typed.lines.length > 0;
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form} noValidate>
      <Panel
        title={t('sale.title')}
        foot={
          <div className={classes.foot}>
            <BillSteps quote={sale.quote} rules={rules} owed={buyer.points < 0 ? -buyer.points : 0} />
            <KeyButton
              type="submit"
              cap="Enter"
              size="md"
              fullWidth
              loading={sale.recording.state === 'busy'}
            >
              {t('sale.do')}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.fields}>
          <div className={classes.amounts}>
            <TextInput
              ref={amount}
              label={t('sale.amount')}
              size="md"
              leftSection="¥"
              inputMode="decimal"
              autoComplete="off"
              placeholder={hasLines ? t('sale.sumOfLines') : '0.00'}
              classNames={{ input: classes.amount, root: classes.grows }}
              value={typed.amount}
              onChange={(event) => sale.setAmount(event.currentTarget.value)}
              error={amountProblem(sale, t)}
            />
            {sale.hasTierDiscount && !hasLines ? (
              <TextInput
                label={t('sale.special')}
                size="md"
                leftSection="¥"
                inputMode="decimal"
                autoComplete="off"
                placeholder="0.00"
                classNames={{ input: classes.special, root: classes.narrow }}
                value={typed.special}
                onChange={(event) => sale.setSpecial(event.currentTarget.value)}
                error={specialProblem(sale, t)}
              />
            ) : null}
          </div>
          {problem === null ? null : (
            <p role="alert" className={classes.refused}>
              {problem}
            </p>
          )}
          {sale.recording.state === 'fault' ? <FaultLine mishap={sale.recording.mishap} /> : null}
          <CouponChoice sale={sale} usable={buyer.coupons.length} />
          <RedeemChoice sale={sale} usable={buyer.points} rules={rules.points} />
          <TextInput
            label={t('sale.receiptNo')}
            autoComplete="off"
            maxLength={40}
            value={typed.receiptNo}
            onChange={(event) => sale.setReceiptNo(event.currentTarget.value)}
            error={sale.codeRefused ? t('sale.paymentCode') : null}
          />
          {offeredReceipt === null ? null : (
            <KeyButton
              cap="Alt+V"
              aria-keyshortcuts="Alt+V"
              variant="light"
              size="xs"
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={takeOffered}
            >
              {t('sale.copied', { no: offeredReceipt })}
            </KeyButton>
          )}
          <SaleLines sale={sale} />
        </div>
      </Panel>
    </form>
  );
}
