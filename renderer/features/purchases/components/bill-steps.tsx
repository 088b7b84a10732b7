import type { Quote } from '@domain/purchases/quote';
import { useTranslation } from 'react-i18next';
import { change, money, whole } from '../../../lib/format';
import classes from './bill-steps.module.css';

interface BillStepsProps {
  /** Null while there is no bill: the places stay, so that nothing jumps. */
  readonly quote: Quote | null;
  /** Points that the member owes the shop; what is earned settles them first. */
  readonly owed: number;
}

/** Each step of the price as one would say it, the total to pay largest. */
export function BillSteps({ quote, owed }: BillStepsProps) {
  const { t } = useTranslation('purchases');
  return (
    <dl className={classes.steps} aria-live="polite">
      {quote?.steps
        .filter((step) => step.kind === 'total' || step.kind === 'points')
        .filter(() => quote.redeem > 0)
        .map((step) => (
          <div key={step.kind} className={classes.step}>
            <dt>{t(`step.${step.kind}`, { points: whole(quote.redeem) })}</dt>
            <dd>{money(step.amount)}</dd>
          </div>
        ))}
      <div className={classes.due}>
        <dt>{t('step.due')}</dt>
        <dd data-testid="due">{quote === null ? '¥—' : money(quote.due)}</dd>
      </div>
      <div className={classes.earn}>
        <dt>{t('step.earn')}</dt>
        <dd>{quote === null ? '—' : t('step.points_earned', { points: change(quote.earned) })}</dd>
      </div>
      {owed > 0 && quote !== null ? (
        <p className={classes.settle}>{t('step.settles', { points: whole(Math.min(owed, quote.earned)) })}</p>
      ) : null}
    </dl>
  );
}
