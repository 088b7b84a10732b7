import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../lib/store-context';
import classes from './shell.module.css';

/** So that nobody rings up a real customer in the sample store. */
export function SampleLine() {
  const { t } = useTranslation('common');
  return useOpenStore().sample ? <div className={classes.sample}>{t('sample')}</div> : null;
}
