import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionPress } from '../../../lib/use-function-press';
import { KeyButton } from '../../../ui/key-button';
import { LanguageSwitch } from '../components/language-switch';
import { OpenStoreForm } from '../components/open-store-form';
import { SampleProgress } from '../components/sample-progress';
import { useEnterSample } from '../use-enter-sample';
import classes from './first-run-screen.module.css';

interface FirstRunScreenProps {
  readonly guessedZone: string;
  /** How a backup from another PC comes back. */
  readonly restore: ReactNode;
  /** How one practises before there is a store. */
  readonly practice: ReactNode;
}

/** No store yet: one opens one's own, looks around, or brings one back from a backup. */
export function FirstRunScreen({ guessedZone, restore, practice }: FirstRunScreenProps) {
  const { t } = useTranslation(['settings', 'practice']);
  const sample = useEnterSample();
  const isBusy = sample.now.state === 'busy';
  const look = () => {
    if (!isBusy) void sample.run();
  };
  useFunctionPress('F2', look);
  return (
    <main className={classes.screen}>
      <div className={classes.card}>
        <header className={classes.head}>
          <div>
            <h1>{t('first.welcome')}</h1>
            <p>{t('first.about')}</p>
          </div>
          <LanguageSwitch />
        </header>
        <div className={classes.ways}>
          <section className={classes.way} aria-labelledby="first-own">
            <h2 id="first-own">{t('first.own_title')}</h2>
            <OpenStoreForm guessedZone={guessedZone} disabled={isBusy} />
          </section>
          <section className={classes.way} aria-labelledby="first-sample">
            <h2 id="first-sample">{t('first.sample_title')}</h2>
            <p>{t('sample.about')}</p>
            <KeyButton cap="F2" variant="default" loading={isBusy} onClick={look}>
              {t('sample.open')}
            </KeyButton>
            <SampleProgress of={sample.now} />
            <h2 id="first-practice">{t('practice:beginHow.title')}</h2>
            <p>{t('practice:beginHow.about')}</p>
            {practice}
            <h2 id="first-restore">{t('first.restore_title')}</h2>
            {restore}
          </section>
        </div>
      </div>
    </main>
  );
}
