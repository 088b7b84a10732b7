import type { Period } from '@domain/calendar/period';
import { useTranslation } from 'react-i18next';
import { share, whole } from '../../../lib/format';
import { percentWords } from '../../../lib/percent-words';
import { useCustomers, useIndicators } from '../api';
import classes from './overview.module.css';

const QUOTES = ['revenue', 'cost', 'complaint', 'solved', 'content', 'service'] as const;
type Quote = (typeof QUOTES)[number];

/** What the sources say (S92, S93), word for word and never reckoned with; the shop's own number where there is one. */
export function Quotes({ period }: { readonly period: Period }) {
  const { t } = useTranslation('overview');
  const own = useOwnNumbers(period);
  return (
    <section aria-label={t('question.quotes')}>
      <h2 className={classes.title}>{t('question.quotes')}</h2>
      <div className={classes.quotes}>
        {QUOTES.map((quote) => (
          <blockquote key={quote}>
            {t(`quote.${quote}`)}
            <cite className={classes.beside}>{t(`source.${quote}`)}</cite>
            {own[quote] === undefined ? null : <span className={classes.beside}>{own[quote]}</span>}
          </blockquote>
        ))}
      </div>
    </section>
  );
}

/** A number that is not known yet stands nowhere: a quotation does not wait for it. */
function useOwnNumbers(period: Period): Partial<Record<Quote, string>> {
  const { t } = useTranslation('overview');
  const customers = useCustomers(period).data?.now;
  const indicators = useIndicators(period).data?.now;
  const own: Partial<Record<Quote, string>> = {};
  if (customers !== undefined && customers.bought > 0) {
    const { returningMoney, freshMoney } = customers;
    own.revenue = t('own.revenue', { share: share(returningMoney, returningMoney + freshMoney) });
  }
  if (indicators !== undefined) {
    const { complaints, resolvedOnTime, satisfaction } = indicators;
    own.complaint = t('own.complaint', { count: complaints, complaints: whole(complaints) });
    if (resolvedOnTime !== null)
      own.solved = t('own.solved', { share: percentWords(resolvedOnTime.percent) });
    if (satisfaction !== null) own.content = t('own.content', { share: percentWords(satisfaction.percent) });
  }
  return own;
}
