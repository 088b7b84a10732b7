import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import type { Bill } from '../api';
import classes from './bill-panel.module.css';

/** `1.5` from thousandths. */
export const quantityWords = (milli: number): string => String(milli / 1000);

/** What was bought, at list price, with each line's share of the discounts under it. */
export function BillLines({ items }: Pick<Bill, 'items'>) {
  const { t } = useTranslation('purchases');
  return (
    <ul className={classes.lines}>
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a bill never change and have no id
        <li key={place} className={classes.line}>
          <span>
            {item.product} × {quantityWords(item.quantityMilli)}
          </span>
          <span>{money(item.amount)}</span>
          {item.discount > 0 || !item.fullPrice || !item.earns ? (
            <span className={classes.lineNote}>
              {[
                ...(item.discount > 0 ? [t('bill.lineDiscount', { discount: money(-item.discount) })] : []),
                ...(item.fullPrice ? [] : [t('bill.specialPrice')]),
                ...(item.earns ? [] : [t('bill.earnsNothing')]),
              ].join(' · ')}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
