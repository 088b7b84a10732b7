import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../../lib/format';
import { useFormat } from '../../../lib/store-context';
import type { Why } from '../api';
import classes from './tier-why.module.css';

/** As many as one takes in; the rest is one button away. */
const FIRST = 10;

/** The bills that the sums are of. */
export function CountedBills({ why }: { readonly why: Pick<Why, 'bills' | 'billsInAll'> }) {
  const { t } = useTranslation('tiers');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { bills, billsInAll } = why;
  return (
    <>
      <h3 className={classes.head}>{t('why.bills', { count: billsInAll })}</h3>
      {bills.length === 0 ? <p className={classes.quiet}>{t('why.noBills')}</p> : null}
      <ul className={classes.rows}>
        {(all ? bills : bills.slice(0, FIRST)).map((bill) => (
          <li key={bill.purchaseId} className={classes.line}>
            <span>
              {format.date(bill.on)} <span className="quiet">{bill.receiptNo ?? ''}</span>
            </span>
            <span>
              {bill.stands ? null : <span className="quiet">{t('why.returned')} </span>}
              {money(bill.money)}
            </span>
          </li>
        ))}
      </ul>
      {all || bills.length <= FIRST ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('why.allBills', { count: bills.length })}
        </Button>
      )}
    </>
  );
}
