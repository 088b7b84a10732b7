import { useTranslation } from 'react-i18next';
import classes from './backups.module.css';
import { Rescue } from './rescue';
import { Salvage } from './salvage';

/** A store that does not open: the newest backup first, then what can still be read of the file itself. */
export function WaysBack() {
  const { t } = useTranslation('backups');
  return (
    <>
      <section aria-label={t('rescue.title')}>
        <h2 className={classes.title}>{t('rescue.title')}</h2>
        <Rescue cap="F2" />
      </section>
      <section aria-label={t('salvage.title')}>
        <h2 className={classes.title}>{t('salvage.title')}</h2>
        <Salvage />
      </section>
    </>
  );
}
