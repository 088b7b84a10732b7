import { useTranslation } from 'react-i18next';
import classes from '../display.module.css';

/** Nobody is being served: calm, and one useful sentence. While no store is open there are no points to promise. */
export function IdleView({ store }: { readonly store: string }) {
  const { t } = useTranslation('display');
  if (store === '')
    return (
      <div className={classes.centre}>
        <h1 className={classes.welcome}>{t('idle.welcome')}</h1>
      </div>
    );
  return (
    <div className={classes.centre}>
      <p className={classes.welcome}>{t('idle.welcome')}</p>
      <h1 className={classes.name}>{store}</h1>
      <p className={classes.quiet}>{t('idle.hint')}</p>
    </div>
  );
}
