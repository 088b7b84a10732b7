import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import type { Bill } from '../api';
import { netOf, type RefundDraft } from '../use-refund-draft';
import { quantityWords } from './bill-lines';
import classes from './refund.module.css';

interface RefundBillProps {
  readonly bill: Bill;
  readonly draft: RefundDraft;
}

/** The bill that something comes back of: its lines can be ticked, at what they have cost after discounts. */
export function RefundBill({ bill, draft }: RefundBillProps) {
  const { t } = useTranslation('purchases');
  const soldAt = useSoldAt();
  return (
    <div className={classes.bill}>
      <p className={classes.billHead}>
        <span>{soldAt(bill.boughtAt)}</span>
        <strong>{money(bill.total)}</strong>
      </p>
      <p className={classes.billLine}>
        <span>{bill.receiptNo === null ? '' : t('refund.receipt', { no: bill.receiptNo })}</span>
        <span>{bill.discount > 0 ? t('refund.afterDiscount', { discount: money(bill.discount) }) : ''}</span>
      </p>
      {bill.refunds.map((refund) => (
        <p key={refund.id} className={classes.billLine}>
          <span>
            {t(`refund.kind.${refund.kind}`)} {soldAt(refund.at)}
          </span>
          <span>{money(-refund.amount)}</span>
        </p>
      ))}
      {bill.items.length === 0 || draft.remaining === 0 ? null : (
        <fieldset className={classes.lines}>
          <legend className={classes.linesLegend}>{t('refund.lines')}</legend>
          {bill.items.map((item, place) => (
            <Checkbox
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a bill never change and have no id
              key={place}
              size="xs"
              radius="xs"
              classNames={{ labelWrapper: classes.tickWords, label: classes.tickLabel }}
              checked={draft.ticked.has(place)}
              onChange={() => draft.toggleLine(place)}
              label={
                <>
                  <span>
                    {item.product} × {quantityWords(item.quantityMilli)}
                  </span>
                  <span>{money(netOf(item))}</span>
                </>
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
