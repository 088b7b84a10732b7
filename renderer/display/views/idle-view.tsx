import { useTranslation } from 'react-i18next';
import classes from '../display.module.css';

/** Nobody is being served: calm, and one useful sentence. */
export function IdleView({ store }: { readonly store: string }) {
  const { t } = useTranslation('display');
  return (
    <div className={classes.centre}>
      <p className={classes.welcome}>{t('idle.welcome')}</p>
      <h1 className={classes.name}>{store}</h1>
      <p className={classes.quiet}>{t('idle.hint')}</p>
    </div>
  );
}
