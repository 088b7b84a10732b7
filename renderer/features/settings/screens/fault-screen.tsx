import type { StoreView } from '@contract/settings';
import { instant } from '@domain/units';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTimeWords, nowInstant } from '../../../lib/format';
import { useLocale } from '../../../lib/store-context';
import { useEnterStore } from '../../../lib/store-view';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { useQuit, useRetryStore, useShowStoreFolder } from '../api';
import { LanguageSwitch } from '../components/language-switch';
import classes from './fault-screen.module.css';

interface FaultScreenProps {
  readonly store: Extract<StoreView, { state: 'fault' }>;
  /** The ways back that a backup offers; null where none of them would help. */
  readonly rescue: ReactNode;
}

/** The store does not open: what happened, what is kept, what to do. Nothing is overwritten meanwhile. */
export function FaultScreen({ store, rescue }: FaultScreenProps) {
  const { t } = useTranslation('settings');
  const { fault, path, backup, reference } = store;
  const retry = useRetryStore();
  const show = useShowStoreFolder();
  const quit = useQuit();
  const enter = useEnterStore();
  const [still, setStill] = useState(false);

  const again = async () => {
    setStill(false);
    const end = await retry.run({});
    if (end.state !== 'done') return;
    enter(end.value);
    setStill(end.value.state === 'fault');
  };

  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <header className={classes.head}>
          <h1>{t(`fault.${fault}.title`)}</h1>
          <LanguageSwitch />
        </header>
        <dl className={classes.words}>
          <dt>{t('fault.kept')}</dt>
          <dd>{t(`fault.${fault}.kept`)}</dd>
          <dt>{t('fault.do')}</dt>
          <dd>{t(`fault.${fault}.do`)}</dd>
          {rescue === null ? (
            <>
              <dt>{t('fault.backup')}</dt>
              <dd>
                {backup === null ? (
                  t('fault.no_backup')
                ) : (
                  <Backup madeAt={backup.madeAt} path={backup.path} />
                )}
              </dd>
            </>
          ) : null}
          <dt>{t('fault.path')}</dt>
          <dd className={classes.path} data-selectable>
            {path}
          </dd>
        </dl>
        {rescue}
        {still ? <Notice tone="mind">{t('fault.still')}</Notice> : null}
        {retry.now.state === 'fault' ? <FaultLine mishap={retry.now.mishap} /> : null}
        <div className={classes.acts}>
          <KeyButton
            // Busy, it has let go of the keys: that of the next fault takes them again.
            key={reference}
            cap="Enter"
            autoFocus
            // Where a backup helps, that is the way on; trying again is for whoever has mended it themselves.
            variant={rescue === null ? 'filled' : 'default'}
            loading={retry.now.state === 'busy'}
            onClick={() => void again()}
          >
            {t('fault.retry')}
          </KeyButton>
          <Button variant="default" onClick={() => void show.run({})}>
            {t('fault.show')}
          </Button>
          <Button variant="default" onClick={() => void quit.run({})}>
            {t('fault.quit')}
          </Button>
          <span className={`${classes.reference} quiet`} data-selectable>
            {t('fault.reference', { reference })}
          </span>
        </div>
      </div>
    </main>
  );
}

/** No store is open, so its zone is not known: the machine's own stands in. */
function Backup({ madeAt, path }: { readonly madeAt: number; readonly path: string }) {
  const locale = useLocale();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const place = { locale, zone: timeZone, dayStartHour: 0 };
  return (
    <>
      <span className="numbers">{dateTimeWords(instant(madeAt), place, nowInstant())}</span>
      <span className={classes.path} data-selectable>
        {path}
      </span>
    </>
  );
}
