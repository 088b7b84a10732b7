import type { CustomerView } from '@contract/display';
import type { Locale } from '@domain/locale';
import { useTranslation } from 'react-i18next';
import { change, fullDateWords, money, whole } from '../../lib/format';
import classes from '../display.module.css';
import { Head } from './head';

interface ThanksViewProps {
  readonly store: string;
  readonly sale: Extract<CustomerView, { kind: 'thanks' }>;
}

/** What was paid and what it brought. */
export function ThanksView({ store, sale }: ThanksViewProps) {
  const { t, i18n } = useTranslation('display');
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <>
      <Head store={store} member={sale.member} />
      <div className={classes.centre}>
        <h1 className={classes.greeting}>{t('thanks.title')}</h1>
        <p className={classes.paid}>
          {t('thanks.paid')} <strong>{money(sale.paid)}</strong>
        </p>
      </div>
      {sale.coupons.length === 0 ? null : (
        <section className={classes.coupons} aria-label={t('thanks.coupons')}>
          <p className={classes.quiet}>{t('thanks.coupons')}</p>
          <ul>
            {sale.coupons.map(({ name, lastDay }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two coupons of one sale may be alike
              <li key={index}>
                <strong>{name}</strong>{' '}
                <span className={classes.quiet}>
                  {t('thanks.validUntil', { date: fullDateWords(lastDay, locale) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer className={classes.foot}>
        <span>
          {t('thanks.earned')} <strong>{change(sale.earned)}</strong>
        </span>
        <span>
          {t('thanks.balance')} <strong>{whole(sale.balance)}</strong>
        </span>
      </footer>
    </>
  );
}
