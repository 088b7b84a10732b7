import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { useHasEdits } from '../edits';
import classes from './sample-banner.module.css';

/** A slim line over the other screens while rules are typed and not saved: nothing of it is lost, and nothing holds yet. */
export function UnsavedRules() {
  const { t } = useTranslation('settings');
  const { id } = useOpenStore();
  const isThere = useRouterState({ select: ({ location }) => location.pathname === '/settings' });
  const hasEdits = useHasEdits(id);
  if (!hasEdits || isThere) return null;
  return (
    <aside className={classes.banner} aria-label={t('save.elsewhere')}>
      <span className={classes.words}>{t('save.elsewhere')}</span>
      <Link to="/settings">{t('save.back')}</Link>
    </aside>
  );
}
