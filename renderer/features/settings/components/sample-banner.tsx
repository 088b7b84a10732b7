import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { LeaveSampleButton } from './leave-sample-button';
import classes from './sample-banner.module.css';

/** A slim line over every screen of the sample store, so that nobody rings up a real customer in it. */
export function SampleBanner() {
  const { t } = useTranslation('common');
  const { sample, practice } = useOpenStore();
  if (!sample || practice) return null;
  return (
    <aside className={classes.banner} aria-label={t('sample')}>
      <span className={classes.words}>{t('sample')}</span>
      <LeaveSampleButton size="compact-xs" />
    </aside>
  );
}
