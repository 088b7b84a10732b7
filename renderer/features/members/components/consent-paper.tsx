import type { Paper } from '@domain/slips/paper';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENT_TEXT_VERSION } from '../../../lib/consent-text';
import { fullDateWords } from '../../../lib/format';
import { useFormat, useLocale, useOpenStore } from '../../../lib/store-context';
import sheet from '../../../ui/paper.module.css';
import classes from './consent-paper.module.css';

export interface ConsentPaperProps {
  readonly who: { readonly name: string; readonly phone: string };
  /** What was said already is ticked on the paper; the rest the customer ticks with a pen. */
  readonly choices: { readonly personalData: boolean; readonly marketing: boolean };
  readonly paper: Paper;
  readonly ref?: Ref<HTMLElement>;
}

/**
 * The same two questions as on the screens, for those who would rather sign (S28): each with its text and
 * its own box, how to withdraw, and a line to sign on. It is the customer's own paper, so the name is whole.
 */
export function ConsentPaper({ who, choices, paper, ref }: ConsentPaperProps) {
  const { t } = useTranslation(['members', 'display']);
  const store = useOpenStore();
  const locale = useLocale();
  const { today } = useFormat();
  return (
    <article
      ref={ref}
      className={`${sheet.paper} ${classes.consent}`}
      data-paper={paper}
      aria-label={t('members:consent.slip.preview')}
    >
      <header className={classes.head}>
        <p className={classes.store}>{store.name}</p>
        <p className={classes.title}>{t('members:consent.slip.title')}</p>
      </header>
      <section className={sheet.part}>
        <Line word={t('members:consent.slip.name')} value={who.name} />
        <Line word={t('members:consent.slip.phone')} value={who.phone} />
      </section>
      <section className={sheet.part}>
        <p>{t('members:consent.slip.lead')}</p>
        <Choice
          title={t('display:consent.personalData')}
          text={t('members:consent.text.personalData')}
          ticked={choices.personalData}
        />
        <Choice
          title={t('display:consent.marketing')}
          text={t('members:consent.text.marketing')}
          ticked={choices.marketing}
        />
      </section>
      <section className={sheet.part}>
        <p className={classes.strong}>{t('members:consent.slip.withdraw')}</p>
        <p>{t('members:consent.slip.how')}</p>
      </section>
      <section className={sheet.part}>
        <p className={classes.sign}>{t('members:consent.slip.sign')}</p>
        <Line word={t('members:consent.slip.date')} value={fullDateWords(today, locale)} />
        <p>{t('members:consent.slip.version', { version: CONSENT_TEXT_VERSION })}</p>
      </section>
    </article>
  );
}

/** What is not known yet is a line to write on. */
const Line = ({ word, value }: { readonly word: string; readonly value: string }) => (
  <p className={classes.line}>
    <span>{word}</span>
    <span className={value === '' ? classes.blank : undefined}>{value}</span>
  </p>
);

interface ChoiceProps {
  readonly title: string;
  readonly text: string;
  readonly ticked: boolean;
}

const Choice = ({ title, text, ticked }: ChoiceProps) => (
  <div className={classes.choice}>
    <svg className={classes.box} viewBox="0 0 16 16" aria-hidden="true" data-ticked={ticked}>
      <rect x="0.75" y="0.75" width="14.5" height="14.5" />
      {ticked ? <path d="M3.5 8.5 6.5 11.5 12.5 4.5" /> : null}
    </svg>
    <div>
      <p className={classes.strong}>{title}</p>
      <p>{text}</p>
    </div>
  </div>
);
