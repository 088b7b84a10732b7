import type { PurchaseRow } from '@contract/purchases';
import { money } from '../../../lib/format';
import { useSoldAt } from '../../../lib/sold-at';
import classes from './refund.module.css';

/** A sale in the narrow column: when, and what is left of it. */
export function PickLine({ row }: { readonly row: PurchaseRow }) {
  const soldAt = useSoldAt();
  const what = row.firstProduct ?? row.receiptNo ?? '';
  return (
    <span className={classes.pick}>
      <span>{soldAt(row.boughtAt)}</span>
      <span className={classes.pickWhat} title={what}>
        {what}
      </span>
      <span className={classes.pickMoney}>{money(row.total - row.refunded)}</span>
    </span>
  );
}
