import { useTranslation } from 'react-i18next';
import classes from './log-help.module.css';

const STEPS = ['step1', 'step2', 'step3'] as const;
const SCRIPTS = ['greet', 'sorry', 'investigate', 'gift'] as const;
/** The two that S79 names; the others show themselves when they are typed. */
const SHOWN = ['not_ours', 'your_fault'] as const;

/** What stands beside the form while the customer is speaking: three steps (S77), four scripts (S78), better words (S79). */
export function LogHelp() {
  const { t } = useTranslation('complaints');
  return (
    <aside className={classes.help} aria-label={t('guide.title')}>
      <section>
        <h3 className={classes.title}>{t('guide.title')}</h3>
        <ol className={classes.steps}>
          {STEPS.map((step) => (
            <li key={step}>{t(`guide.${step}`)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className={classes.title}>{t('scripts.title')}</h3>
        <ol className={classes.steps}>
          {SCRIPTS.map((script) => (
            <li key={script} className={classes.spoken}>
              {t(`scripts.${script}`)}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className={classes.title}>{t('hints.title')}</h3>
        <dl className={classes.hints}>
          {SHOWN.flatMap((phrase) => [
            <dt key={`${phrase} not`}>{t('hints.instead')}</dt>,
            <dd key={`${phrase} bad`}>
              <s className="quiet">{t(`hints.worse.${phrase}`)}</s>
            </dd>,
            <dt key={`${phrase} say`}>{t('hints.say')}</dt>,
            <dd key={`${phrase} good`}>{t(`hints.better.${phrase}`)}</dd>,
          ])}
        </dl>
      </section>
    </aside>
  );
}
