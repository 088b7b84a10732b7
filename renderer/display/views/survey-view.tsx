import type { CustomerView } from '@contract/display';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FACES } from '../../ui/faces';
import { answerSurvey } from '../answers';
import classes from '../display.module.css';
import { useTimeUp } from '../use-time-up';
import { Head } from './head';
import { IdleView } from './idle-view';

type Ask = Extract<CustomerView, { kind: 'survey' }>;
type Said = Pick<Ask, 'satisfaction' | 'recommend' | 'finished'>;

interface SurveyViewProps {
  readonly store: string;
  readonly ask: Ask;
}

const NOUGHT_TO_TEN = Array.from({ length: 11 }, (_, score) => score);
/** So long the thanks stand; then nothing of it is left. */
const THANKS_MS = 8_000;

/**
 * Two questions, one tap each (S84): a face, then a number; who does not want to say the second passes it
 * by. What is shown is what main has, so both screens always stand the same. Nobody's name stands here.
 */
export function SurveyView({ store, ask }: SurveyViewProps) {
  const { t } = useTranslation('display');
  const [late, setLate] = useState(false);
  const { askId, satisfaction, recommend, finished } = ask;
  const say = async (said: Partial<Said>) => {
    const reply = await answerSurvey({ askId, satisfaction, recommend, finished: false, ...said });
    setLate(!reply.ok);
  };
  if (late) return <Thanks store={store} word={t('survey.tooLate')} />;
  if (finished || (satisfaction !== null && recommend !== null))
    return <Thanks store={store} word={t('survey.thanks')} />;
  if (satisfaction === null) {
    return (
      <Question store={store} text={t('survey.satisfaction')}>
        <div className={classes.faces}>
          {FACES.map((Face, index) => {
            const score = index + 1;
            return (
              <button
                key={score}
                type="button"
                className={classes.tap}
                onClick={() => void say({ satisfaction: score, finished: recommend !== null })}
              >
                <Face className={classes.face} stroke={1.4} aria-hidden="true" />
                {t(`survey.score.${score as 1 | 2 | 3 | 4 | 5}`)}
              </button>
            );
          })}
        </div>
      </Question>
    );
  }
  return (
    <Question store={store} text={t('survey.recommend')}>
      <div>
        <div className={classes.numbers}>
          {NOUGHT_TO_TEN.map((score) => (
            <button
              key={score}
              type="button"
              className={classes.tap}
              onClick={() => void say({ recommend: score, finished: true })}
            >
              {score}
            </button>
          ))}
        </div>
        <p className={classes.ends}>
          <span>{t('survey.never')}</span>
          <span>{t('survey.certainly')}</span>
        </p>
      </div>
      <p className={classes.ways}>
        <button type="button" className={classes.way} onClick={() => void say({ satisfaction: null })}>
          {t('survey.back')}
        </button>
        <button type="button" className={classes.way} onClick={() => void say({ finished: true })}>
          {t('survey.skip')}
        </button>
      </p>
    </Question>
  );
}

interface QuestionProps {
  readonly store: string;
  readonly text: string;
  readonly children: ReactNode;
}

const Question = ({ store, text, children }: QuestionProps) => (
  <>
    <Head store={store} />
    <div className={classes.ask} aria-live="polite">
      <h1 className={classes.question}>{text}</h1>
      {children}
    </div>
  </>
);

function Thanks({ store, word }: { readonly store: string; readonly word: string }) {
  const over = useTimeUp(word, THANKS_MS);
  if (over) return <IdleView store={store} />;
  return (
    <>
      <Head store={store} />
      <div className={classes.centre} role="status">
        <h1 className={classes.greeting}>{word}</h1>
      </div>
    </>
  );
}
