import type { CustomerView } from '@contract/display';
import { dueOf, stepsToRead } from '@domain/slips/price-steps';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../lib/format';
import { stepValue, stepWords } from '../../lib/price-words';
import classes from '../display.module.css';
import { Head } from './head';

interface SaleViewProps {
  readonly store: string;
  readonly sale: Extract<CustomerView, { kind: 'sale' }>;
}

/**
 * The bill as the cashier types it: how the price comes about, what is to pay, what it earns. Steps that a
 * small screen does not hold are scrolled, by a finger or by the arrows.
 */
export function SaleView({ store, sale }: SaleViewProps) {
  const { t } = useTranslation('display');
  const { t: price } = useTranslation(['slips', 'common']);
  const due = dueOf(sale.steps);
  const steps = stepsToRead(sale.steps).filter((step) => step.kind !== 'due');
  return (
    <>
      <Head store={store} member={sale.member} />
      <dl className={classes.steps} tabIndex={0}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own, only an order
          <div key={index} className={classes.step}>
            <dt>{stepWords(step, price)}</dt>
            <dd>{stepValue(step, price)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.due} aria-live="polite">
        <span>{t('sale.due')}</span>
        <strong>{due === undefined ? '' : money(due)}</strong>
      </div>
      <footer className={classes.foot}>
        <span>
          {t('sale.balance')} <strong>{whole(sale.balance)}</strong>
        </span>
        <span>
          {t('sale.earns')} <strong>{change(sale.earns)}</strong>
        </span>
      </footer>
    </>
  );
}
