import type { ConsentTap, CustomerView } from '@contract/display';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerConsent } from '../answers';
import classes from '../display.module.css';
import { Head } from './head';

type Ask = Extract<CustomerView, { kind: 'consent' }>;

interface ConsentViewProps {
  readonly store: string;
  readonly ask: Ask;
}

/**
 * Two separate questions in plain words (S28): the customer taps, or says it and the cashier ticks.
 * What is shown is what main has, so both screens always stand the same.
 */
export function ConsentView({ store, ask }: ConsentViewProps) {
  const { t } = useTranslation(['display', 'members']);
  const [late, setLate] = useState(false);
  const { askId, personalData, marketing, confirmed } = ask;
  const answer = async (tap: ConsentTap) => {
    const reply = await answerConsent({ askId, tap });
    setLate(!reply.ok);
  };
  const choose = (which: 'personalData' | 'marketing') => (agreed: boolean) =>
    void answer({ kind: 'choice', which, agreed });
  const version = t('display:consent.version', { version: ask.textVersion });
  return (
    <>
      <Head store={store} />
      <div className={classes.consent}>
        <h1 className={classes.question}>{t('display:consent.title')}</h1>
        <p className={classes.quiet}>{t('display:consent.lead')}</p>
        <Choice
          title={t('display:consent.personalData')}
          text={`${t('members:consent.text.personalData')} ${version}`}
          checked={personalData}
          onChange={choose('personalData')}
        />
        <Choice
          title={t('display:consent.marketing')}
          text={`${t('members:consent.text.marketing')} ${version}`}
          checked={marketing}
          onChange={choose('marketing')}
        />
      </div>
      <footer className={classes.confirm} aria-live="polite">
        {confirmed || late ? (
          <p className={classes.said}>{t(late ? 'display:consent.tooLate' : 'display:consent.confirmed')}</p>
        ) : (
          <button
            type="button"
            className={classes.button}
            onClick={() => void answer({ kind: 'confirmation', personalData, marketing })}
          >
            {t('display:consent.confirm')}
          </button>
        )}
      </footer>
    </>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly text: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

const Choice = ({ title, text, checked, onChange }: ChoiceProps) => (
  <label className={classes.choice} data-checked={checked}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>
      <strong>{title}</strong>
      <span className={classes.fine}>{text}</span>
    </span>
  </label>
);
